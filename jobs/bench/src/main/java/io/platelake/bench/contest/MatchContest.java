package io.platelake.bench.contest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.translate;

import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Matching compared with DuckDB with the same rule over the same files, and with Spark's join on
 * text. One entry to ten reads.
 */
public final class MatchContest implements Contest {
  private static final String WINDOW = "2026-06-01T00:00:00Z/2026-06-03T00:00:00Z";
  private static final String NOW = "2026-06-03T00:00:00Z";
  private static final int READS_AN_ENTRY = 10;

  private static final String TABLES =
      """
      CREATE VIEW r AS SELECT * FROM read_parquet('%1$s/reads/purpose=criminal/*/*.parquet')
        WHERE plate IS NOT NULL AND delete_after > TIMESTAMP '2026-06-03';
      CREATE VIEW e AS SELECT * FROM read_parquet('%1$s/hotlist_entries/*/*/*.parquet');
      """;

  private static final String VERDICTS =
      """
      r.read_id, e.entry_id, r.captured_at, r.camera_id, e.category,
      CASE WHEN r.state IS NULL OR e.state IS NULL THEN 'UNKNOWN'
        WHEN r.state = e.state THEN 'SAME' ELSE 'DIFFERENT' END AS state_verdict,
      CASE WHEN r.make <> e.make OR r.body <> e.body OR r.color <> e.color THEN 'INCONSISTENT'
        WHEN r.make = e.make OR r.model = e.model OR r.body = e.body OR r.color = e.color
        THEN 'CONSISTENT' ELSE 'UNKNOWN' END AS vehicle_verdict""";

  /** Equal, or one look-alike apart where the plate has 5 to 11 characters. */
  private static final String ALIKE =
      """
      SELECT %s, IF(r.plate = e.plate, 'EXACT', 'EQUIVALENT') AS tier
      FROM r JOIN e ON %s
      WHERE (e.expires IS NULL OR r.captured_at < e.expires)
        AND (r.plate = e.plate
          OR length(r.plate) BETWEEN 5 AND 11 AND hamming(r.plate, e.plate) <= 1)""";

  private static final String ON_TEXT =
      "translate(r.plate, 'ODQIZSBG', '00012586') = translate(e.plate, 'ODQIZSBG', '00012586')";
  private static final String ON_KEY = "r.fold_key = e.fold_key";

  /** One character lost, added or another one, found by what is left without one character. */
  private static final String NEAR =
      """
      WITH er AS (SELECT entry_id, plate, plate AS form FROM e WHERE length(plate) >= 5
        UNION SELECT entry_id, plate, left(plate, i) || substr(plate, i + 2) FROM e,
          range(12) t(i) WHERE length(plate) >= 5 AND i < length(plate)),
      rr AS (SELECT read_id, plate, plate AS form FROM r WHERE length(plate) >= 5
        UNION SELECT read_id, plate, left(plate, i) || substr(plate, i + 2) FROM r,
          range(12) t(i) WHERE length(plate) >= 5 AND i < length(plate)),
      pairs AS (SELECT DISTINCT rr.read_id, er.entry_id FROM rr JOIN er USING (form)
        WHERE levenshtein(rr.plate, er.plate) = 1)
      SELECT * FROM (SELECT %s, 'NEAR' AS tier, r.confidence,
          len(list_filter(r.candidates, c -> c.plate = e.plate
            AND c.confidence >= 0.5 * r.confidence)) > 0 AS offered
        FROM pairs JOIN r USING (read_id) JOIN e USING (entry_id))
      WHERE state_verdict <> 'DIFFERENT' AND vehicle_verdict <> 'INCONSISTENT'
        AND (offered OR vehicle_verdict = 'CONSISTENT'
          AND (state_verdict = 'SAME' OR confidence < 0.8))""";

  private final LandContest landing;
  private final boolean near;
  private Path lake;

  /**
   * @param near whether plates one character away are looked for too
   */
  public MatchContest(LandContest landing, boolean near) {
    this.landing = landing;
    this.near = near;
  }

  @Override
  public String work() {
    return near ? "match near" : "match";
  }

  @Override
  public List<Peer> peers() {
    if (near) {
      String all =
          ALIKE.formatted(VERDICTS, ON_KEY)
              + " UNION ALL BY NAME ("
              + NEAR.formatted(VERDICTS)
              + ")";
      return List.of(duckDb("all tiers", all));
    }
    return List.of(
        duckDb("join on text", ALIKE.formatted(VERDICTS, ON_TEXT)),
        duckDb("join on fold_key", ALIKE.formatted(VERDICTS, ON_KEY)),
        new Peer("spark join on folded text", this::joinOnText));
  }

  private Peer duckDb(String name, String query) {
    return new Peer(
        "duckdb " + DuckDb.version() + " " + name,
        (spark, run) ->
            DuckDb.run(
                TABLES.formatted(lake),
                "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                    .formatted(query, run.resolve("duckdb-" + name.hashCode() + ".parquet"))));
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
    if (near) {
      landing.under(WantedFiles.nearPolicy(landing.policy(), folder.resolve("policy.yaml")));
    }
    landing.open(spark, folder);
    landing.ours(spark, folder);
    lake = folder.resolve("lake");
    Path lists = folder.resolve("input/hotlists");
    load(spark, lake, lists, folder, reads / READS_AN_ENTRY, Set.of(), NOW);
    return size;
  }

  /** Loads the generated list with made-up entries behind it, made by its source just then. */
  public static void load(
      SparkSession spark,
      Path lake,
      Path lists,
      Path folder,
      long size,
      Set<String> driven,
      String at)
      throws IOException {
    Path file =
        WantedFiles.write(
            lists.resolve("wa-stolen-2026-06-01.csv"), folder.resolve("wanted.csv"), size, driven);
    CommandRuns.run(
        spark,
        lake,
        at,
        "hotlist",
        "load",
        "--list",
        lists.resolve("wa-stolen.yaml").toString(),
        "--source-time",
        at,
        file.toString());
  }

  @Override
  public void ours(SparkSession spark, Path run) {
    CommandRuns.run(spark, lake, NOW, "match", "--window", WINDOW);
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
