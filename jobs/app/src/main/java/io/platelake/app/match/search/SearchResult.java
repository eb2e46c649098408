package io.platelake.app.match.search;

import io.platelake.lake.table.Lake;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * What comes of comparing reads with lists: what was read of each agency, and the hits.
 *
 * <p>The hits stay where they were found; only those of entries without a whole plate, whose number
 * the policy limits, come to the driver.
 */
public final class SearchResult implements AutoCloseable {
  /** A task is sent whole, and a cluster refuses messages above 128 MB. */
  private static final int LIMITED_A_TASK = 20_000;

  private final JavaRDD<Part> parts;
  private final Broadcast<WantedEntries> wanted;
  private final StructType columns;
  private final Map<String, Seen> byAgency;

  private SearchResult(
      JavaRDD<Part> parts,
      Broadcast<WantedEntries> wanted,
      StructType columns,
      Map<String, Seen> byAgency) {
    this.parts = parts;
    this.wanted = wanted;
    this.columns = columns;
    this.byAgency = byAgency;
  }

  /**
   * What was read of one agency.
   *
   * @param reads reads, matched or not
   * @param withoutPlate of these, reads without a plate
   * @param expired of these, reads with a plate that must be gone already
   * @param limited hits of entries without a whole plate
   */
  public record Seen(long reads, long withoutPlate, long expired, LimitedHits limited)
      implements Serializable {
    /** Shows no row. */
    @Override
    public String toString() {
      return "Seen[reads=" + reads + "]";
    }
  }

  /**
   * What one task found.
   *
   * @param hits rows of {@code hits}, without those of {@code limited}
   * @param seen by agency
   */
  record Part(ArrayList<InternalRow> hits, HashMap<String, Seen> seen) implements Serializable {
    /** Shows no row. */
    @Override
    public String toString() {
      return "Part[hits=" + hits.size() + "]";
    }
  }

  /**
   * @param tasks of the search, which is done here, once
   * @param columns of the hits
   */
  static SearchResult of(JavaRDD<Part> tasks, Broadcast<WantedEntries> wanted, StructType columns) {
    JavaRDD<Part> parts = tasks.persist(StorageLevel.MEMORY_AND_DISK());
    Map<String, List<Seen>> seen = new TreeMap<>();
    parts
        .map(Part::seen)
        .collect()
        .forEach(
            task ->
                task.forEach(
                    (agency, own) ->
                        seen.computeIfAbsent(agency, a -> new ArrayList<>()).add(own)));
    Map<String, Seen> byAgency = new TreeMap<>();
    seen.forEach((agency, all) -> byAgency.put(agency, sum(all)));
    return new SearchResult(parts, wanted, columns, byAgency);
  }

  private static Seen sum(List<Seen> all) {
    return new Seen(
        all.stream().mapToLong(Seen::reads).sum(),
        all.stream().mapToLong(Seen::withoutPlate).sum(),
        all.stream().mapToLong(Seen::expired).sum(),
        LimitedHits.all(all.stream().map(Seen::limited).toList()));
  }

  public Map<String, Seen> byAgency() {
    return byAgency;
  }

  /** Entries of an agency whose hits are only the first ones of more. */
  public List<LimitedHits.TooWide> tooWide(String agency) {
    Seen seen = byAgency.get(agency);
    return seen == null ? List.of() : seen.limited().tooWide(columns);
  }

  /** All hits, as rows of {@code hits}. */
  public Dataset<Row> hits(Lake lake) {
    JavaSparkContext executors = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    List<InternalRow> limited = new ArrayList<>();
    byAgency.values().forEach(seen -> limited.addAll(seen.limited().rows(columns)));
    JavaRDD<InternalRow> found = parts.flatMap(part -> part.hits().iterator());
    return lake.rows(
        columns,
        limited.isEmpty()
            ? found
            : found.union(executors.parallelize(limited, 1 + limited.size() / LIMITED_A_TASK)));
  }

  /** Frees what the executors hold. */
  @Override
  public void close() {
    parts.unpersist(false);
    wanted.destroy();
  }
}
