package io.platelake.lake.compact;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.platelake.lake.contract.Table;
import io.platelake.lake.erase.Erasure;
import io.platelake.lake.erase.LiveFile;
import io.platelake.lake.erase.Partition;
import io.platelake.lake.table.AgencyFiles;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Rewrites a partition once: the same rows, in few files, each of one agency and sorted by one
 * column. A search for some values of that column then reads little.
 *
 * <p>The commit says that no data changed. Somebody else's commit to the partition in between makes
 * ours fail and theirs stand. The files that were replaced hold the same rows, so they are erased
 * at once.
 */
public final class Compaction {
  /** A search reads whole pages: of 20,000 rows, the usual size, most would be read for nothing. */
  private static final String ROWS_A_PAGE = "2048";

  /**
   * Otherwise the writer sorts once more, by partition. All rows are of one partition, so where
   * that sort spills to disk its runs come back interleaved, and the file is not sorted.
   */
  private static final String UNSORTED_WRITERS = "spark.sql.maxConcurrentOutputFileWriters";

  /** It writes for one partition, and sorts after all when it reaches this number. */
  private static final long WRITERS = 2;

  private final Lake lake;
  private final Erasure erasure;

  /**
   * @param lake on duty for all purposes
   */
  public Compaction(Lake lake) {
    this.lake = lake;
    this.erasure = new Erasure(lake);
  }

  /** All partitions of a table that have rows. */
  public List<Partition> partitions(Table table) {
    return erasure.partitions(table);
  }

  /** The files of these partitions. */
  public Map<Partition, List<LiveFile>> files(Table table, Collection<Partition> partitions) {
    return erasure.files(table, partitions);
  }

  /**
   * Rewrites one partition.
   *
   * @param sortedBy column whose equal values are stored together
   * @param fileBytes wanted size of a file
   * @throws IllegalStateException if the rows read back are not the rows that were there
   */
  public RewrittenFiles rewrite(Partition partition, String sortedBy, long fileBytes) {
    Table table = partition.table();
    List<LiveFile> before = files(table, List.of(partition)).get(partition);
    Map<String, Content> held = content(partition);
    RuntimeConfig settings = lake.spark().conf();
    settings.set("parquet.page.row.count.limit", ROWS_A_PAGE);
    settings.set("parquet.bloom.filter.enabled#" + sortedBy, true);
    settings.set("parquet.bloom.filter.adaptive.enabled", true);
    String usual = settings.get(UNSORTED_WRITERS);
    settings.set(UNSORTED_WRITERS, WRITERS);
    try {
      lake.rewrite(
          table,
          byAgency(rows(partition), held, size(before), sortedBy, fileBytes),
          partition.slice(lake.contracts()),
          sortedBy);
    } finally {
      settings.set(UNSORTED_WRITERS, usual);
    }
    if (!content(partition).equals(held)) {
      throw new IllegalStateException("a rewritten partition has other rows than before");
    }
    List<LiveFile> after = files(table, List.of(partition)).get(partition);
    return new RewrittenFiles(
        partition,
        held.values().stream().mapToLong(Content::rows).sum(),
        before.size(),
        after.size(),
        size(before),
        size(after));
  }

  /** Erases the files that these rewritings replaced, and unreferenced files. */
  public void erase(Table table, List<Partition> partitions, Duration settled) throws IOException {
    erasure.vacuum(table, partitions, settled);
  }

  /** Agencies that fill several files are sorted through all of theirs. */
  private static Dataset<Row> byAgency(
      Dataset<Row> rows,
      Map<String, Content> agencies,
      long bytes,
      String sortedBy,
      long fileBytes) {
    long all = agencies.values().stream().mapToLong(Content::rows).sum();
    Map<String, Integer> files = new TreeMap<>();
    agencies.forEach(
        (agency, content) ->
            files.put(
                agency,
                (int) Math.max(1, Math.round((double) bytes * content.rows() / all / fileBytes))));
    List<String> small =
        files.entrySet().stream().filter(f -> f.getValue() == 1).map(Map.Entry::getKey).toList();
    List<Dataset<Row>> parts = new ArrayList<>();
    if (!small.isEmpty()) {
      parts.add(AgencyFiles.split(rows.where(col("agency_id").isin(small.toArray())), small));
    }
    files.forEach(
        (agency, count) -> {
          if (count > 1) {
            parts.add(
                rows.where(col("agency_id").equalTo(agency))
                    .repartitionByRange(count, col(sortedBy)));
          }
        });
    return parts.stream()
        .map(part -> part.sortWithinPartitions(sortedBy))
        .reduce(Dataset::union)
        .orElse(rows);
  }

  /**
   * What an agency has in a partition.
   *
   * @param rows how many
   * @param sum over all their values, which does not depend on their order
   */
  private record Content(long rows, String sum) {}

  /** By agency. */
  private Map<String, Content> content(Partition partition) {
    Column[] values =
        lake.contracts().get(partition.table()).columnNames().stream()
            .map(functions::col)
            .toArray(Column[]::new);
    Map<String, Content> content = new TreeMap<>();
    NamedRow.all(
            rows(partition)
                .groupBy("agency_id")
                .agg(
                    count(lit(1)).as("rows"),
                    sum(xxhash64(values).cast(DataTypes.createDecimalType(38, 0)))
                        .cast(DataTypes.StringType)
                        .as("sum")))
        .forEach(
            r -> content.put(r.text("agency_id"), new Content(r.number("rows"), r.text("sum"))));
    return content;
  }

  /** All rows of a partition. */
  private Dataset<Row> rows(Partition partition) {
    return lake.read(partition.table())
        .where(partition.slice(lake.contracts()).sql(lake.contracts().get(partition.table())));
  }

  private static long size(List<LiveFile> files) {
    return files.stream().mapToLong(LiveFile::bytes).sum();
  }
}
