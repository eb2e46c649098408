package io.platelake.city.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.plate.PlateKey;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.proof.needle.NeedleHit;
import io.platelake.lake.proof.needle.NeedleScanner;
import io.platelake.lake.proof.needle.Needles;
import io.platelake.lake.proof.needle.ScanReport;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After the demo's purge no byte of the lake holds a purged plate; and the scanner that says so
 * finds the same plates where the same purge is done on a table as Delta makes it by default.
 */
@Tag("long")
@Tag("lake")
class ForensicsTest {
  @TempDir private Path folder;

  @Test
  void shouldLeaveNoPurgedPlateInAnyByteOfTheLake() throws IOException {
    Path out = folder.resolve("demo");
    CliRun demo = CliRun.of("--json", "demo", "--out", out.toString(), "--reads", "3000");
    assertEquals(0, demo.code(), demo.all());
    assertCounts(demo.record().get("counts"));
    assertFiles(out);
    assertVersionsWereInForce(out.resolve("lake"));

    List<String> plates = Files.readAllLines(out.resolve("input/must-be-gone.txt"));
    assertTrue(plates.size() >= 50, "plates to look for: " + plates.size());
    assertEquals(2L * plates.size(), demo.record().at("/counts/searched").asLong());
    ScanReport lake = scan(out.resolve("lake"), plates);
    assertEquals(List.of(), whole(lake));
    assertEquals(List.of(), lake.unread());
    assertTrue(lake.files() > 200, "files decoded: " + lake.files());
    for (String plate : plates) {
      assertFalse(demo.all().contains(plate), "a plate in what the demo says");
    }

    // Control: the input of the same run is full of them.
    assertEquals(plates.size(), found(scan(out.resolve("input/raw"), plates), plates).size());
    assertDefaultTableLeaks(plates);
  }

  private static void assertCounts(JsonNode counts) {
    assertEquals(
        counts.get("records").asLong(),
        counts.get("kept").asLong()
            + counts.get("excluded").asLong()
            + counts.get("refused").asLong()
            + counts.get("duplicate").asLong()
            + counts.get("quarantined").asLong());
    assertTrue(counts.get("purged").asLong() > 100, counts::toString);
    assertEquals(0, counts.get("found").asLong());
  }

  /** What decided about a hit, a purge or a share can be looked up. */
  private static void assertVersionsWereInForce(Path root) {
    Lake lake =
        Lake.at(TestSpark.session(), root.toString(), Contracts.load()).forDuty(Duty.RETENTION);
    Map.of(Table.HITS, "matched_at", Table.PURGE_RUNS, "as_of", Table.SHARES, "at")
        .forEach(
            (table, time) -> {
              List<NamedRow> rows =
                  NamedRow.all(lake.read(table).select("policy_version", time).distinct());
              assertFalse(rows.isEmpty(), table + " has rows");
              for (NamedRow row : rows) {
                assertEquals(
                    PolicyLedger.inForce(lake, "city-2", row.instant(time)).version(),
                    row.text("policy_version"),
                    table.folder());
              }
            });
  }

  private static void assertFiles(Path out) throws IOException {
    for (String name :
        List.of(
            "report/report.html",
            "report/report.csv",
            "report/report.json",
            "extract/camera-hour.csv")) {
      assertTrue(Files.size(out.resolve(name)) > 0, name);
    }
    assertFalse(Files.exists(out.resolve("before")), "the report made before the purge");
    try (Stream<Path> certificates = Files.list(out.resolve("lake/certificates"))) {
      assertTrue(certificates.anyMatch(c -> c.toString().endsWith(".json")), "a certificate");
    }
  }

  /** The same rows in a table with Delta's defaults: deleted, vacuumed, and still there. */
  private void assertDefaultTableLeaks(List<String> plates) throws IOException {
    SparkSession spark = TestSpark.session().newSession();
    spark.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
    Path table = folder.resolve("default");
    List<Row> rows = new ArrayList<>();
    plates.forEach(p -> rows.add(RowFactory.create("2026-06-01", p, PlateKey.pack(p))));
    spark
        .createDataFrame(rows, StructType.fromDDL("date string, plate string, plate_key bigint"))
        .coalesce(1)
        .write()
        .format("delta")
        .partitionBy("date")
        .save(table.toString());
    Set<String> all = Set.copyOf(plates);
    assertEquals(all, found(scan(table, plates), plates), "a partition as it lies there");

    spark.sql("DELETE FROM delta.`" + table + "` WHERE date = '2026-06-01'");
    spark.sql("VACUUM delta.`" + table + "` RETAIN 0 HOURS");
    assertEquals(0, spark.read().format("delta").load(table.toString()).count());
    ScanReport purged = scan(table, plates);
    List<String> sorted = plates.stream().sorted().toList();
    Set<String> left = found(purged, plates);
    assertTrue(left.contains(sorted.get(0)), "the smallest plate, in the statistics of the log");
    assertTrue(left.contains(sorted.get(sorted.size() - 1)), "the largest one");
    assertTrue(
        whole(purged).stream().map(NeedleHit::path).allMatch(p -> p.startsWith("_delta_log/")),
        () -> "VACUUM looks everywhere else: " + whole(purged));
  }

  /** A plate may well be part of a longer one, which is another plate. */
  private static List<NeedleHit> whole(ScanReport report) {
    return report.hits().stream().filter(hit -> !hit.insideLongerRun()).toList();
  }

  private static Set<String> found(ScanReport report, List<String> plates) {
    return whole(report).stream()
        .map(hit -> plates.get(hit.needle() % plates.size()))
        .collect(Collectors.toSet());
  }

  private static ScanReport scan(Path root, List<String> plates) throws IOException {
    return NeedleScanner.scan(
        FileSystem.get(new Configuration()),
        new org.apache.hadoop.fs.Path(root.toUri()),
        Needles.of(plates, plates.stream().map(PlateKey::pack).toList()));
  }
}
