package io.platelake.city.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.city.option.Output;
import io.platelake.city.option.Shares;
import io.platelake.city.payload.CsvFormat;
import io.platelake.city.truth.Defect;
import io.platelake.city.truth.ExpectedFate;
import io.platelake.core.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @TempDir private static Path folder;
  private static GeneratedCity city;

  @BeforeAll
  static void generate() throws IOException {
    city = GeneratedCity.of(GeneratorOptions.of(7, MONDAY, 14, 20_000), folder.resolve("city"));
  }

  @Test
  void shouldWriteTheSameBytesForTheSameSeed() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      Generator.run(city.options(), folder.resolve("again"));
    } finally {
      Locale.setDefault(before);
    }
    assertEquals(GeneratedCity.digest(city.out()), GeneratedCity.digest(folder.resolve("again")));
  }

  @Test
  void shouldWriteOtherBytesForAnotherSeed() throws IOException {
    Generator.run(GeneratorOptions.of(8, MONDAY, 14, 20_000), folder.resolve("other"));
    assertNotEquals(
        GeneratedCity.digest(city.out()), GeneratedCity.digest(folder.resolve("other")));
  }

  @Test
  void shouldAccountForEveryRecordOfEveryFile() throws IOException {
    Map<String, Set<Integer>> lines = new TreeMap<>();
    for (JsonNode row : city.truth()) {
      lines
          .computeIfAbsent(row.get("file").asText(), f -> new TreeSet<>())
          .add(row.get("line").asInt());
    }
    Map<String, List<String>> payloads = city.payloads();
    assertEquals(payloads.keySet(), lines.keySet());
    payloads.forEach(
        (file, content) -> {
          int first = file.endsWith(".csv") ? 2 : 1;
          assertEquals(content.size() - first + 1, lines.get(file).size(), file);
          assertEquals(first, ((TreeSet<Integer>) lines.get(file)).first(), file);
        });

    GeneratedSummary summary = city.summary();
    assertEquals(20_000, summary.reads());
    assertEquals(city.truth().size(), summary.records());
    assertEquals(payloads.size(), summary.files());
    long sum = 0;
    for (ExpectedFate outcome : ExpectedFate.values()) {
      assertEquals(city.truthWith("outcome", outcome.key()).size(), summary.count(outcome));
      assertTrue(summary.count(outcome) > 0, outcome.key());
      sum += summary.count(outcome);
    }
    assertEquals(summary.records(), sum);
    long ends = summary.count(ExpectedFate.REFUSED) + summary.count(ExpectedFate.QUARANTINED);
    assertEquals(ends, summary.reasons().values().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void shouldPlantEveryDefect() {
    for (Defect defect : Defect.values()) {
      long planted = city.summary().defects().get(defect.key());
      assertTrue(planted > 0, defect.key());
      String inTruth = defect == Defect.NONE ? "" : defect.key();
      assertEquals(planted, city.truthWith("defect", inTruth).size(), defect.key());
    }
    assertEquals(
        Set.of(
            "CLOCK_AHEAD",
            "CLOCK_BEHIND",
            "EXPIRED",
            "MALFORMED",
            "NOT_A_READ",
            "NO_PLATE",
            "NO_TIME",
            "UNKNOWN_CAMERA"),
        city.summary().reasons().keySet());
  }

  @Test
  void shouldPlantNothingWhenNothingIsToGoWrong() throws IOException {
    GeneratorOptions options =
        GeneratorOptions.of(7, MONDAY, 2, 3_000).withShares(Shares.NOTHING_WRONG);
    GeneratedSummary summary = Generator.run(options, folder.resolve("right"));
    assertEquals(1.0, summary.exactShare());
    assertEquals(0, summary.count(ExpectedFate.REFUSED) + summary.count(ExpectedFate.QUARANTINED));
    assertTrue(summary.reads() + 100 > summary.records(), "only second plates and alerts on top");
  }

  @Test
  void shouldWriteWhatTheTruthSays() throws IOException {
    Map<String, List<String>> payloads = city.payloads();
    int checked = 0;
    for (JsonNode row : city.truthWith("outcome", "kept")) {
      String line = payloads.get(row.get("file").asText()).get(row.get("line").asInt() - 1);
      String plate = row.get("plate").asText();
      Instant at = Instant.parse(row.get("captured_at").asText());
      switch (row.get("feed").asText()) {
        case "openalpr" -> {
          JsonNode group = JSON.readTree(line);
          assertEquals("alpr_group", group.get("data_type").asText());
          assertEquals(plate, group.get("best_plate_number").asText());
          assertEquals(at.toEpochMilli(), group.get("epoch_start").asLong());
          assertEquals(row.get("event").asText(), group.get("best_uuid").asText());
        }
        case "platerecognizer" -> {
          JsonNode data = JSON.readTree(line).get("data");
          JsonNode result = data.get("results").get(row.get("item").asInt());
          assertEquals(plate, result.get("plate").asText().toUpperCase(Locale.ROOT));
          assertEquals(at, Instant.parse(data.get("timestamp").asText()));
        }
        default -> {
          String[] cells = line.split(",", -1);
          assertEquals(CsvFormat.HEADER.split(",").length, cells.length);
          assertEquals(row.get("event").asText(), cells[0]);
          assertEquals(plate, cells[3]);
        }
      }
      checked++;
    }
    assertTrue(checked > 15_000);
  }

  @Test
  void shouldBreakOnlyPlannedLines() throws IOException {
    Set<String> broken = new HashSet<>();
    for (JsonNode row : city.truthWith("defect", "broken")) {
      broken.add(row.get("file").asText() + ":" + row.get("line").asInt());
    }
    Set<String> unreadable = new HashSet<>();
    city.payloads()
        .forEach(
            (file, lines) -> {
              for (int i = 0; i < lines.size(); i++) {
                if (!readable(file, lines.get(i))) {
                  unreadable.add(file + ":" + (i + 1));
                }
              }
            });
    assertEquals(broken, unreadable);
  }

  @Test
  void shouldSendTheSameBytesAgain() throws IOException {
    Map<String, List<String>> payloads = city.payloads();
    Map<String, String> first = new TreeMap<>();
    int again = 0;
    for (JsonNode row : city.truth()) {
      String key = row.get("feed").asText() + row.get("event").asText() + row.get("item").asText();
      String line = payloads.get(row.get("file").asText()).get(row.get("line").asInt() - 1);
      if (!row.get("outcome").asText().equals("duplicate")) {
        first.put(key, line);
      } else if (line.contains("alpr_alert")) {
        assertEquals(JSON.readTree(first.get(key)), JSON.readTree(line).get("group"));
      } else {
        assertEquals(first.get(key), line);
        again++;
      }
    }
    assertTrue(again > 50);
  }

  @Test
  void shouldDeliverLateWhatWasCapturedEarlier() {
    for (JsonNode row : city.truth()) {
      boolean late = row.get("file").asText().contains("-late-");
      String defect = row.path("defect").asText("");
      assertEquals(defect.equals("late") || defect.equals("expired"), late);
      if (late) {
        LocalDate captured =
            Instant.parse(row.get("captured_at").asText())
                .atZone(city.options().period().zone())
                .toLocalDate();
        long days =
            LocalDate.parse(row.get("delivered").asText()).toEpochDay() - captured.toEpochDay();
        assertTrue(defect.equals("late") ? days >= 1 && days <= 4 : days >= 32, defect);
      }
    }
  }

  @Test
  void shouldLetClocksBeWrongBeyondDoubt() {
    for (JsonNode row : city.truthWith("defect", "clock_ahead")) {
      int day =
          (int) (LocalDate.parse(row.get("delivered").asText()).toEpochDay() - MONDAY.toEpochDay());
      assertTrue(
          Instant.parse(row.get("captured_at").asText()).isAfter(city.options().landedAt(day)));
    }
    for (JsonNode row : city.truthWith("defect", "clock_behind")) {
      assertTrue(row.get("captured_at").asText().startsWith("1970-"));
    }
  }

  @Test
  void shouldExcludeCamerasAtProtectedPlacesAndNoOthers() {
    assertEquals(3, city.summary().excludedCameras());
    Instant middle = city.options().landedAt(0);
    for (JsonNode row : city.truth()) {
      String camera = row.path("camera").asText();
      boolean opened = !Instant.parse(row.get("captured_at").asText()).isBefore(middle);
      boolean atPlace =
          camera.equals("cam-004")
              || camera.equals("cam-007")
              || camera.equals("cam-010") && opened;
      assertEquals(atPlace, row.get("outcome").asText().equals("excluded"), camera);
    }
  }

  @Test
  void shouldRefuseAFolderThatIsNotEmpty() {
    BadInput refused =
        assertThrows(BadInput.class, () -> Generator.run(city.options(), city.out()));
    assertTrue(refused.getMessage().contains("it is not empty"));
  }

  @Test
  void shouldKeepTheMostLinesOfAFile() throws IOException {
    GeneratorOptions options =
        GeneratorOptions.of(7, MONDAY, 1, 3_000).withOutput(new Output(true, false, 100));
    GeneratedCity small = GeneratedCity.of(options, folder.resolve("small"));
    Map<String, List<String>> payloads = small.payloads();
    assertTrue(payloads.containsKey("raw/openalpr/2026-03-02/openalpr-0010.jsonl"));
    payloads.forEach((file, lines) -> assertTrue(lines.size() <= 100, file));
    assertFalse(Files.exists(small.out().resolve("truth.jsonl")));
    assertTrue(payloads.get("raw/openalpr/2026-03-02/openalpr-0001.jsonl").get(0).length() > 4_000);
  }

  private static boolean readable(String file, String line) {
    if (file.endsWith(".csv")) {
      return line.split(",", -1).length == CsvFormat.HEADER.split(",").length;
    }
    try {
      return JSON.readTree(line).isObject();
    } catch (IOException e) {
      return false;
    }
  }
}
