package io.platelake.city.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.CliRun;
import io.platelake.app.FeedFolder;
import io.platelake.app.TestLake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that the system stops, as it does when it needs the memory, and lets go on later. */
@Tag("process")
class SleepTest {
  private static final String JUNE = "2026-06-01T00:00:00Z";
  private static final String EVENING = "2026-06-20T20:00:00Z";
  private static final String NIGHT = "2026-06-21T02:00:00Z";
  private static final String CLOSED = "date=2026-06-01";

  @TempDir Path folder;
  private Path lake;
  private String digest;

  @Tag("long")
  @Test
  void shouldLandNothingInADateThatWasClosedBetweenADataFileAndItsLogEntry() throws IOException {
    lake = folder.resolve("lake");
    Path city = folder.resolve("city");
    done(
        CliRun.of(
            ("generate --reads 400 --days 1 --start 2026-06-01 --feeds openalpr --out " + city)
                .split(" ")));
    TestLake.in(lake);
    done(at(JUNE, "cameras load --agency city-2 " + city + "/cameras.csv"));
    done(at(JUNE, "zones load --agency city-2 " + city + "/zones.geojson"));
    Path raw = files(city.resolve("raw"), "").iterator().next();
    List<String> early = new ArrayList<>();
    List<String> late = new ArrayList<>();
    for (String line : Files.readAllLines(raw)) {
      (early.size() > late.size() ? late : early).add(line);
    }
    Path first = Files.write(folder.resolve("first.jsonl"), early);
    Path second = Files.write(folder.resolve("second.jsonl"), late);
    String land = "--json land --feed " + city.resolve("feeds/openalpr.yaml") + " ";
    FeedFolder.landed(at(EVENING, land + first));

    Set<Path> data = files(lake.resolve("reads"), CLOSED);
    assertTrue(!data.isEmpty(), "nothing has landed in the date");
    int commits = commits();
    try (Sleeper process =
        Sleeper.start(
            ("--lake " + lake + " --as-of " + EVENING + " --principal tester " + land + second)
                .split(" "))) {
      process.stopWhen(() -> !data.containsAll(files(lake.resolve("reads"), CLOSED)));
      assertEquals(commits, commits(), "it was stopped too late");
      purge();
      process.goOn();
      assertTrue(List.of(0, 4).contains(process.end()), process::said);
    }
    // Broken records of the date are not due yet: they came later in the day.
    for (String table : List.of("reads", "hits", "passes", "images")) {
      assertEquals(Set.of(), files(lake.resolve(table), CLOSED));
    }
    done(at(NIGHT, "purge verify --plan " + digest));
  }

  private void purge() {
    JsonNode plan = done(at(NIGHT, "--json purge plan")).record();
    digest = plan.at("/details/plan_digest").asText();
    done(at(NIGHT, "purge run --accept-unusual test --plan " + digest));
    done(at(NIGHT, "purge verify --plan " + digest));
  }

  private int commits() {
    return files(lake.resolve("reads"), "_delta_log").stream()
        .filter(file -> file.toString().endsWith(".json"))
        .toList()
        .size();
  }

  /** Files below a folder that have a text in their path; checksums of the disk are none. */
  private static Set<Path> files(Path folder, String within) {
    if (Files.notExists(folder)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().contains(within))
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CliRun at(String asOf, String command) {
    return CliRun.at(lake, asOf, command.split(" "));
  }

  private static CliRun done(CliRun run) {
    assertEquals(0, run.code(), run.all());
    return run;
  }
}
