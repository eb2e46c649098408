package io.platelake.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.translate;

import io.platelake.lake.Lake;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Matching on packed keys beside Spark's join on folded text, over the same tables. */
final class MatchContest implements Contest {
  private static final String WINDOW = "2026-06-01T00:00:00Z/2026-06-03T00:00:00Z";
  private static final String NOW = "2026-06-03T00:00:00Z";

  private final LandContest landing;
  private Path lake;

  MatchContest(LandContest landing) {
    this.landing = landing;
  }

  @Override
  public String work() {
    return "match";
  }

  @Override
  public List<Peer> peers() {
    return List.of(new Peer("spark join on folded text", this::joinOnText));
  }

  @Override
  public void open(SparkSession spark, Path run) {}

  @Override
  public double bytesPerRead(Path run, long reads) {
    return 0;
  }

  @Override
  public long prepare(SparkSession spark, Path folder, long reads) throws IOException {
    long size = landing.prepare(spark, folder, reads);
    landing.open(spark, folder);
    landing.ours(spark, folder);
    lake = folder.resolve("lake");
    Path lists = folder.resolve("input/hotlists");
    Commands.run(
        spark,
        lake,
        NOW,
        "hotlist",
        "load",
        "--list",
        lists.resolve("wa-stolen.yaml").toString(),
        "--source-time",
        "2026-06-02T20:00:00Z",
        lists.resolve("wa-stolen-2026-06-01.csv").toString());
    return size;
  }

  @Override
  public void ours(SparkSession spark, Path run) {
    Commands.run(spark, lake, NOW, "match", "--window", WINDOW);
  }

  private void joinOnText(SparkSession spark, Path run) {
    Lake tables = Lake.at(spark, lake.toString(), Contracts.load()).serving("criminal");
    Dataset<Row> reads = folded(tables.read(Table.READS, "criminal")).as("r");
    Dataset<Row> entries = folded(tables.read(Table.HOTLIST_ENTRIES)).as("e");
    reads
        .join(entries, col("r.folded").equalTo(col("e.folded")))
        .select("r.read_id", "e.entry_id", "r.captured_at", "r.camera_id", "r.state", "e.category")
        .write()
        .option("compression", "zstd")
        .parquet(run.resolve("peer").toString());
  }

  private static Dataset<Row> folded(Dataset<Row> rows) {
    return rows.withColumn("folded", translate(col("plate"), "ODQIZSBG", "00012586"));
  }
}
