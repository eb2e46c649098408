package io.platelake.app.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.TestLake;
import io.platelake.lake.LakeFiles;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two nights of a small city, each command as an operator or the DAGs give it: {@code
 * platelake_daily} at 01:15 with its windows, {@code platelake_purge} at 03:00. The purge of the
 * first night is left out, because it has nothing to take.
 */
final class TwoNights {
  private static final String AGENCY = TestLake.AGENCY;

  private final Path folder;
  private final Lake lake;

  TwoNights(Path folder) {
    this.folder = folder;
    this.lake = TestLake.in(folder.resolve("lake"));
  }

  Lake lake() {
    return lake;
  }

  void city() {
    String asOf = "2026-05-01T00:00:00Z";
    run(asOf, "policy", "adopt", "--agency", AGENCY, "--policy", input("policy.yaml"));
    run(asOf, "cameras", "load", "--agency", AGENCY, input("cameras.csv"));
    run(asOf, "zones", "load", "--agency", AGENCY, input("zones.geojson"));
    // A camera looks at a school: that is a finding.
    finds(asOf, "zones", "check", "--agency", AGENCY);
  }

  void firstNight() {
    String asOf = "2026-06-03T01:15:00Z";
    loadLists(asOf, "night-1", "2026-06-03T00:00:00Z");
    land(asOf, "night-1", "criminal", "traffic");
    daily(asOf, "2026-05-31T00:00:00Z", "2026-06-03T00:00:00Z");
  }

  void dayBetween() throws IOException {
    String suppressed = hit("2026-06-02T08:20:00Z");
    run(
        "2026-06-03T09:00:00Z",
        words("hits suppress --until 2026-07-01 --hit", suppressed, "--reason", "another vehicle"));
    run("2026-06-03T10:00:00Z", "hold", "open", input("hold.yaml"));
    run("2026-06-03T11:00:00Z", "outcomes", "load", "--agency", AGENCY, outcomes().toString());
  }

  void secondNight() {
    String asOf = "2026-06-04T01:15:00Z";
    loadLists(asOf, "night-2", "2026-06-04T00:00:00Z");
    land(asOf, "night-2", "criminal");
    daily(asOf, "2026-06-01T00:00:00Z", "2026-06-04T00:00:00Z");
  }

  /** Returns the data file of the release. */
  String extract() throws IOException {
    String asOf = "2026-06-04T02:00:00Z";
    String id =
        run(
                asOf,
                words(
                    "extract request --agency city-2 --product camera-hour --purpose traffic"
                        + " --window 2026-06-02T00:00:00Z/2026-06-03T00:00:00Z --legal-basis",
                    "agreement under RCW 42.48"))
            .at("/details/release_id")
            .asText();
    Path out = folder.resolve("extract");
    run("chief", asOf, 0, words("extract approve --role chief --expires 2026-07-01T00:00:00Z", id));
    run(asOf, "extract", "run", id, "--out", out.toString());
    return Files.readString(out.resolve("camera-hour.csv"));
  }

  /** Returns the certificate. */
  Path purge() {
    String asOf = "2026-06-04T03:00:00Z";
    String plan = run(asOf, "purge", "plan").at("/details/plan_digest").asText();
    run(asOf, "purge", "run", "--plan", plan);
    String certificate =
        run(asOf, "purge", "verify", "--plan", plan).at("/details/certificate").asText();
    run(asOf, "purge", "check", certificate);
    return Path.of(certificate);
  }

  /** Returns the figures of the report. */
  String report() throws IOException {
    Path out = folder.resolve("report");
    run(
        "2026-06-04T04:00:00Z",
        words("report annual --year 2026 --agency city-2 --out", out.toString()));
    return Files.readString(out.resolve("report.csv"));
  }

  /** Returns the lines of {@code status}. */
  String status() {
    CliRun run = CliRun.at(folder.resolve("lake"), "2026-06-04T04:00:00Z", "status");
    return run.out();
  }

  private void loadLists(String asOf, String night, String sourceTime) {
    for (String list : List.of("stolen", "department")) {
      run(
          asOf,
          words(
              "hotlist load --source-time",
              sourceTime,
              "--list",
              input("lists/" + list + ".yaml"),
              input(night + "/lists/" + list + ".csv")));
    }
  }

  private void land(String asOf, String night, String... feeds) {
    for (String feed : feeds) {
      Path inbox = folder.resolve(night).resolve(feed);
      LakeFiles.copy(GoldenFiles.input(night + "/inbox/" + feed), inbox);
      run(asOf, "land", "--feed", input("feeds/" + feed + ".yaml"), inbox.toString());
    }
  }

  private void daily(String asOf, String from, String to) {
    String window = from + "/" + to;
    run(asOf, "match", "--window", window);
    String earlier = "1970-01-01T00:00:00Z/" + from;
    run(asOf, "match", "--retained", "--window", earlier, "--since", from);
    run(asOf, "passes", "--window", window);
    run(asOf, "facts", "--window", window);
  }

  /** The outcomes of the input, with the id of each hit in place of the instant of its capture. */
  private Path outcomes() throws IOException {
    String text = Files.readString(GoldenFiles.input("outcomes.csv"));
    for (String captured : List.of("2026-06-02T09:20:00Z", "2026-06-02T08:20:00Z")) {
      text = text.replace("," + captured + ",", "," + hit(captured) + ",");
    }
    return Files.writeString(folder.resolve("outcomes.csv"), text);
  }

  private String hit(String captured) {
    return lake.read(Table.HITS)
        .where("captured_at = timestamp'" + Instant.parse(captured) + "'")
        .selectExpr("cast(hit_id as string)")
        .collectAsList()
        .get(0)
        .getString(0);
  }

  private JsonNode run(String asOf, String... command) {
    return run("tester", asOf, 0, command);
  }

  private void finds(String asOf, String... command) {
    run("tester", asOf, 4, command);
  }

  private JsonNode run(String principal, String asOf, int code, String... command) {
    String[] args =
        Stream.concat(Stream.of("--json"), Arrays.stream(command)).toArray(String[]::new);
    CliRun run = CliRun.by(principal, folder.resolve("lake"), asOf, args);
    assertEquals(code, run.code(), () -> String.join(" ", command) + "\n" + run.all());
    return run.record();
  }

  /** The words of a command, and after them arguments that may hold blanks. */
  private static String[] words(String command, String... arguments) {
    return Stream.concat(Arrays.stream(command.split(" ")), Arrays.stream(arguments))
        .toArray(String[]::new);
  }

  private static String input(String name) {
    return GoldenFiles.input(name).toString();
  }
}
