package io.platelake.app.match.search;

import io.platelake.lake.table.ColumnRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Finds the hits among reads: rows of {@code reads} and of {@code hotlist_entries}, both of one
 * purpose, to rows of {@code hits}. The reads of each agency meet its own entries only.
 *
 * <p>The entries become indexes that every task gets, and the reads pass them once. Most reads
 * match no entry; the filter rejects them with one lookup. No plate is in a plan, and no read
 * travels.
 */
public final class HitSearch {
  private final Map<String, MatchRules> rules;
  private final Map<String, AgencySearch> searches = new TreeMap<>();
  private final StructType columns;

  /**
   * @param rules by agency, all of one purpose
   * @param columns of the hits
   * @param known by agency
   * @param asOf now of the run
   */
  public HitSearch(
      Map<String, MatchRules> rules,
      StructType columns,
      Function<String, EarlierFindings> known,
      Instant asOf) {
    this.rules = Map.copyOf(rules);
    this.columns = columns;
    rules.forEach(
        (agency, own) ->
            searches.put(agency, AgencySearch.of(own, columns, known.apply(agency), asOf)));
  }

  /**
   * The entries that reads are compared with.
   *
   * @param entries rows of {@code hotlist_entries}, and {@code letter_o_as_zero} of their list
   */
  public WantedEntries listed(Dataset<Row> entries) {
    Map<String, WantedEntries.Own> byAgency = new TreeMap<>();
    ListedEntries.byAgency(entries, rules)
        .forEach(
            (agency, own) ->
                byAgency.put(agency, new WantedEntries.Own(searches.get(agency), own)));
    return new WantedEntries(byAgency);
  }

  /** What is found among reads; to be closed. */
  public SearchResult search(Dataset<Row> reads, WantedEntries wanted) {
    return search(
        ColumnRows.of(reads.selectExpr(ReadColumns.names(wanted.needsCandidates()))),
        executors(reads).broadcast(wanted));
  }

  /**
   * @param reads rows of {@link ReadColumns}
   * @param wanted is destroyed with the result
   */
  public SearchResult search(JavaRDD<InternalRow> reads, Broadcast<WantedEntries> wanted) {
    return SearchResult.of(
        reads.mapPartitions(rows -> List.of(part(wanted.value(), rows)).iterator()),
        wanted,
        columns);
  }

  private static SearchResult.Part part(WantedEntries wanted, Iterator<InternalRow> reads) {
    ArrayList<InternalRow> hits = new ArrayList<>();
    WantedEntries.Cursor<AgencySearch.Task> tasks =
        wanted.cursor(own -> own.search().new Task(own.entries(), hits));
    while (reads.hasNext()) {
      InternalRow read = reads.next();
      if (tasks.moveTo(read.getUTF8String(ReadColumns.AGENCY))) {
        tasks.current().compare(read);
      }
    }
    HashMap<String, SearchResult.Seen> seen = new HashMap<>();
    tasks.all().forEach((agency, task) -> seen.put(agency, task.seen()));
    return new SearchResult.Part(hits, seen);
  }

  private static JavaSparkContext executors(Dataset<Row> reads) {
    return JavaSparkContext.fromSparkContext(reads.sparkSession().sparkContext());
  }
}
