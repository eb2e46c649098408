package io.platelake.app.match.search;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.match.index.EntryIndex;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Searches the plates of retained reads alone, a small part of their bytes. Input: rows of {@link
 * #columns}. Output: the plates that agree with an entry, by file.
 */
public final class KeySearch implements FlatMapFunction<Iterator<InternalRow>, KeySearch.Keys> {
  private static final long serialVersionUID = 1L;

  private static final int PLATE_KEY = 0;
  private static final int FILE = 1;
  private static final int AGENCY = 2;

  /**
   * @param reads plates looked at, by agency
   * @param byFile plates that agree, by file
   */
  public record Keys(HashMap<String, Long> reads, HashMap<String, TreeSet<Long>> byFile)
      implements Serializable {
    /** All of them together, the plates as arrays. */
    public static Map<String, long[]> arrays(List<Keys> tasks) {
      Map<String, TreeSet<Long>> all = new HashMap<>();
      tasks.forEach(
          task ->
              task.byFile.forEach(
                  (file, keys) -> all.computeIfAbsent(file, f -> new TreeSet<>()).addAll(keys)));
      Map<String, long[]> arrays = new HashMap<>();
      all.forEach(
          (file, keys) -> arrays.put(file, keys.stream().mapToLong(Long::longValue).toArray()));
      return arrays;
    }

    /** Shows no plate. */
    @Override
    public String toString() {
      return "Keys[files=" + byFile.size() + "]";
    }
  }

  /**
   * What is read of {@code reads}, in the order in which {@link #call} looks at it.
   *
   * @param file path of the file that a read is in
   */
  public static Column[] columns(Column file) {
    Column[] columns = new Column[3];
    columns[PLATE_KEY] = col("plate_key");
    columns[FILE] = file;
    columns[AGENCY] = col("agency_id");
    return columns;
  }

  /** The index of an agency in one task, and how many plates were looked up in it. */
  private static final class Looked {
    private final EntryIndex index;
    private long reads;

    Looked(WantedEntries.Own own) {
      this.index = own.entries().index();
    }
  }

  private final Broadcast<WantedEntries> wanted;

  public KeySearch(Broadcast<WantedEntries> wanted) {
    this.wanted = wanted;
  }

  @Override
  public Iterator<Keys> call(Iterator<InternalRow> rows) {
    WantedEntries.Cursor<Looked> agencies = wanted.value().cursor(Looked::new);
    EntryMatches found = new EntryMatches();
    HashMap<String, TreeSet<Long>> byFile = new HashMap<>();
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      if (!agencies.moveTo(row.getUTF8String(AGENCY))) {
        continue;
      }
      Looked own = agencies.current();
      own.reads++;
      if (!row.isNullAt(PLATE_KEY)) {
        found.clear();
        own.index.findAlike(row.getLong(PLATE_KEY), found);
        if (found.size() > 0) {
          UTF8String file = row.getUTF8String(FILE);
          byFile.computeIfAbsent(file.toString(), f -> new TreeSet<>()).add(row.getLong(PLATE_KEY));
        }
      }
    }
    HashMap<String, Long> reads = new HashMap<>();
    agencies.all().forEach((agency, own) -> reads.put(agency, own.reads));
    return List.of(new Keys(reads, byFile)).iterator();
  }
}
