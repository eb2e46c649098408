package io.platelake.city.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.job.terminal.Progress;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.Duty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * One month of a made-up city as its people run it. Reads land twice; then follow a hold, a release
 * for research, a report, a purge and its proof.
 */
final class DemoMonth {
  static final String AGENCY = "city-2";
  private static final LocalDate START = LocalDate.of(2026, 6, 1);
  private static final int DAYS = 30;

  private final GeneratorOptions options;
  private final Path folder;
  private final Path files;
  private final Steps steps;
  private final Lake lake;
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private String release;

  /**
   * @param folder has the made-up files in {@code input}; lake, report and extract come beside them
   */
  DemoMonth(GeneratorOptions options, Path folder, SparkSession spark, Progress progress) {
    String root = folder.resolve("lake").toString();
    this.options = options;
    this.folder = folder;
    this.files = folder.resolve("input");
    this.steps = new Steps(spark, root, progress);
    this.lake = Lake.at(spark, root, Contracts.load());
  }

  /** What to make up. */
  static GeneratorOptions options(long reads) {
    return GeneratorOptions.of(1, START, DAYS, reads).withAgency(AGENCY);
  }

  /** Runs every job; returns what a person may want to look at, by name. */
  Map<String, Path> run() throws IOException {
    setUp(options.landedAt(0).minus(Duration.ofDays(20)));
    land(0, DAYS / 2);
    land(DAYS / 2, DAYS);
    Instant night = options.landedAt(DAYS - 1).plus(Duration.ofHours(2));
    hold(night);
    DemoRecords records = new DemoRecords(steps, folder, files);
    records.outcomes(night, START.atStartOfDay(ZoneOffset.UTC).toInstant() + "/" + night);
    records.records(night);
    Path extract = extract(night);
    records.share(night, release);
    // After the share, whose steps take some seconds of the made-up clock.
    Path report = report(night.plusSeconds(10), "before");
    Path certificate = purge(night);
    Path after = report(night.plus(Duration.ofHours(1)), "report");
    same(report, after);
    countHits(after.resolve("report.json"));
    status(night.plus(Duration.ofHours(1)));
    Map<String, Path> made = new LinkedHashMap<>();
    made.put("report", after.resolve("report.html"));
    made.put("certificate", certificate);
    made.put("extract", extract);
    made.put("lake", folder.resolve("lake"));
    return made;
  }

  /** What the jobs counted, in the order in which it is shown. */
  Map<String, Long> counts() {
    return counts;
  }

  private void setUp(Instant at) throws IOException {
    Path policy = files.resolve("policy.yaml");
    Files.write(policy, InputFiles.resource("/schemas/policies/wa-city.yaml"));
    steps.run(at, "administrator", "init", "--agency", AGENCY, "--policy", policy.toString());
    steps.run(at, "administrator", "cameras", "load", "--agency", AGENCY, file("cameras.csv"));
    steps.run(at, "administrator", "zones", "load", "--agency", AGENCY, file("zones.geojson"));
    // Some of the made-up cameras stand where they must not: that is a finding.
    steps.run(Set.of(4), at, "administrator", "zones", "check", "--agency", AGENCY);
  }

  /** Half of the month: its files, the newest hot list, matches and facts. */
  private void land(int from, int to) throws IOException {
    Instant at = options.landedAt(to - 1);
    for (String feed : List.of("openalpr", "platerecognizer", "csv")) {
      List<String> command =
          new ArrayList<>(List.of("land", "--feed", file("feeds/" + feed + ".yaml")));
      for (int day = from; day < to; day++) {
        Path raw = files.resolve("raw").resolve(feed).resolve(START.plusDays(day).toString());
        if (Files.isDirectory(raw)) {
          command.add(raw.toString());
        }
      }
      JsonNode landed = steps.run(at, "nightly", command.toArray(String[]::new));
      for (String count :
          List.of("records", "kept", "excluded", "refused", "duplicate", "quarantined")) {
        counts.merge(count, landed.path("counts").path(count).asLong(), Long::sum);
      }
    }
    LocalDate listed = START.plusDays(to - 1);
    steps.run(
        at,
        "nightly",
        "hotlist",
        "load",
        "--list",
        file("hotlists/wa-stolen.yaml"),
        "--source-time",
        at.minus(Duration.ofHours(3)).toString(),
        file("hotlists/wa-stolen-" + listed + ".csv"));
    // Late uploads bring reads of the days before.
    LocalDate first = START.plusDays(from).minusDays(5);
    String window = first.atStartOfDay(ZoneOffset.UTC).toInstant() + "/" + at;
    steps.run(at, "nightly", "match", "--window", window);
    steps.run(at, "nightly", "passes", "--window", window);
    steps.run(at, "nightly", "facts", "--window", window);
  }

  /** The windows of two matches overlap, so their sums count hits twice; the report does not. */
  private void countHits(Path report) throws IOException {
    for (JsonNode item : new ObjectMapper().readTree(report.toFile()).path("items")) {
      for (JsonNode figure : item.path("figures")) {
        String metric = figure.path("metric").asText();
        if (figure.path("dimension").isEmpty() && Set.of("hits", "alerts").contains(metric)) {
          counts.put(metric, figure.path("value").asLong());
        }
      }
    }
  }

  /** A court order over one vehicle of a date that is about to go. */
  private void hold(Instant at) throws IOException {
    String plate =
        VanishedPlates.somebodyOn(lake.serving("criminal"), "criminal", START.plusDays(1));
    Path file = files.resolve("hold.yaml");
    Files.writeString(
        file,
        String.join(
            "\n",
            "id: order-1",
            "agency: " + AGENCY,
            "kind: court_order",
            "case: case-1",
            "authority: order of the superior court",
            "purposes: [criminal]",
            "plates: [" + plate + "]",
            ""));
    steps.run(at, "records", "hold", "open", file.toString());
  }

  private Path extract(Instant at) throws IOException {
    String window =
        START.plusDays(14).atStartOfDay(ZoneOffset.UTC).toInstant()
            + "/"
            + START.plusDays(28).atStartOfDay(ZoneOffset.UTC).toInstant();
    JsonNode asked =
        steps.run(
            at,
            "researcher",
            "extract",
            "request",
            "--agency",
            AGENCY,
            "--product",
            "camera-hour",
            "--purpose",
            "traffic",
            "--window",
            window,
            "--legal-basis",
            "RCW 42.48 study agreement");
    release = asked.path("details").path("release_id").asText();
    // Without an approval it is refused, and nothing is written.
    steps.run(
        Set.of(3),
        at,
        "researcher",
        "extract",
        "run",
        release,
        "--out",
        folder.resolve("extract").toString());
    steps.run(
        at,
        "chief",
        "extract",
        "approve",
        release,
        "--role",
        "chief",
        "--expires",
        at.plus(Duration.ofDays(30)).toString());
    steps.run(
        at, "researcher", "extract", "run", release, "--out", folder.resolve("extract").toString());
    return folder.resolve("extract");
  }

  private Path report(Instant at, String name) throws IOException {
    Path out = folder.resolve(name);
    steps.run(
        at,
        "analyst",
        "report",
        "annual",
        "--agency",
        AGENCY,
        "--year",
        String.valueOf(START.getYear()),
        "--out",
        out.toString());
    return out;
  }

  private Path purge(Instant at) throws IOException {
    JsonNode plan = steps.run(at, "nightly", "purge", "plan");
    String digest = plan.path("details").path("plan_digest").asText();
    LocalDate last =
        LocalDate.ofInstant(
            at.plus(Duration.ofHours(30)).minus(Duration.ofDays(21)), ZoneOffset.UTC);
    Set<String> vanishing = VanishedPlates.plates(lake.forDuty(Duty.RETENTION), "criminal", last);
    Path search = files.resolve("must-be-gone.txt");
    Files.write(search, vanishing);
    // One night for the whole month: the guards of the policy stop that until a person says why.
    steps.run(Set.of(3), at, "nightly", "purge", "run", "--plan", digest);
    JsonNode erased =
        steps.run(
            at,
            "administrator",
            "purge",
            "run",
            "--plan",
            digest,
            "--accept-unusual",
            "the first purge of a month that was landed at once");
    counts.put("evidence", erased.path("counts").path("evidence").asLong());
    JsonNode verified =
        steps.run(
            at, "auditor", "purge", "verify", "--plan", digest, "--search", search.toString());
    counts.put("purged", plan.path("counts").path("rows").asLong());
    counts.put("searched", verified.path("counts").path("searched").asLong());
    counts.put("found", verified.path("counts").path("findings").asLong());
    return Path.of(verified.path("details").path("certificate").asText());
  }

  private void status(Instant at) throws IOException {
    steps.run(Set.of(0, 4), at, "auditor", "status");
  }

  /** The report rests on facts, so the purge must not have changed a figure of it. */
  private static void same(Path before, Path after) throws IOException {
    String csv = Files.readString(before.resolve("report.csv"));
    if (!csv.equals(Files.readString(after.resolve("report.csv")))) {
      throw new IllegalStateException("the purge changed the annual report");
    }
    try (Stream<Path> all = Files.list(before)) {
      for (Path file : all.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(before);
  }

  private String file(String name) {
    return files.resolve(name).toString();
  }
}
