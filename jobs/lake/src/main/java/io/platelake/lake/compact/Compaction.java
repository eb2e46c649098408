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
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Rewrites a partition once: the same rows, in few files, each sorted by one column. A search for
 * some values of that column then reads little.
 *
 * <p>The commit says that no data changed. Somebody else's commit to the partition in between makes
 * ours fail and theirs stand. The files that were replaced hold the same rows, so they are erased
 * at once.
 */
public final class Compaction {
  /** A search reads whole pages: of 20,000 rows, the usual size, most would be read for nothing. */
  private static final String ROWS_A_PAGE = "2048";

  private final Lake lake;
  private final Erasure erasure;

  /**
   * @param lake on duty for all purposes
   */
  public Compaction(Lake lake) {
    this.lake = lake;
    this.erasure = new Erasure(lake);
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
    long bytes = size(before);
    Row held = content(table, partition);
    int files = (int) Math.max(1, Math.round((double) bytes / fileBytes));
    RuntimeConfig settings = lake.spark().conf();
    settings.set("parquet.page.row.count.limit", ROWS_A_PAGE);
    settings.set("parquet.bloom.filter.enabled#" + sortedBy, true);
    settings.set("parquet.bloom.filter.adaptive.enabled", true);
    lake.rewrite(
        table, sorted(table, partition, sortedBy, files), partition.slice(lake.contracts()));
    if (!content(table, partition).equals(held)) {
      throw new IllegalStateException("a rewritten partition has other rows than before");
    }
    List<LiveFile> after = files(table, List.of(partition)).get(partition);
    return new RewrittenFiles(
        partition,
        new NamedRow(held).number("rows"),
        before.size(),
        after.size(),
        bytes,
        size(after));
  }

  /** Erases the files that these rewritings replaced, and unreferenced files. */
  public void erase(Table table, List<Partition> partitions, Duration settled) throws IOException {
    erasure.vacuum(table, partitions, settled);
  }

  private Dataset<Row> sorted(Table table, Partition partition, String sortedBy, int files) {
    Dataset<Row> rows = rows(table, partition);
    return (files == 1 ? rows.coalesce(1) : rows.repartitionByRange(files, col(sortedBy)))
        .sortWithinPartitions(sortedBy);
  }

  /** How many rows, and a sum over all their values, which does not depend on their order. */
  private Row content(Table table, Partition partition) {
    Dataset<Row> rows = rows(table, partition);
    Column[] values =
        lake.contracts().get(table).columnNames().stream()
            .map(functions::col)
            .toArray(Column[]::new);
    return rows.agg(
            count(lit(1)).as("rows"),
            sum(xxhash64(values).cast(DataTypes.createDecimalType(38, 0))).as("sum"))
        .first();
  }

  private Dataset<Row> rows(Table table, Partition partition) {
    return lake.read(table)
        .where(partition.slice(lake.contracts()).sql(lake.contracts().get(table)));
  }

  private static long size(List<LiveFile> files) {
    return files.stream().mapToLong(LiveFile::bytes).sum();
  }
}
