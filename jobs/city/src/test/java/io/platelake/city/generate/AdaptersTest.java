package io.platelake.city.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.city.option.Feed;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.city.option.Output;
import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.FeedParser;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.feed.rule.EventRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The product's own adapters read from the files what the truth says is in them. */
class AdaptersTest {
  /** Over the days on which the clocks go forward, so that wall times are put to the test. */
  private static final LocalDate START = LocalDate.of(2026, 3, 6);

  @TempDir private static Path folder;
  private static GeneratedCity city;

  @BeforeAll
  static void generate() throws IOException {
    city =
        GeneratedCity.of(
            GeneratorOptions.of(5, START, 4, 25_000)
                .withListedShare(0.02)
                .withOutput(new Output(false, true, 500)),
            folder.resolve("city"));
  }

  @ParameterizedTest
  @EnumSource(Feed.class)
  void shouldReadWhatTheTruthSays(Feed feed) throws IOException {
    FeedDefinition definition = definition(feed);
    assertEquals(feed.purpose(), definition.purpose());
    Map<String, JsonNode> truth = new HashMap<>();
    Set<String> files = new TreeSet<>();
    for (JsonNode row : city.truthWith("feed", feed.id())) {
      truth.put(
          place(row.get("file").asText(), row.get("line").asLong(), row.get("item").asInt()), row);
      files.add(row.get("file").asText());
    }
    Set<Long> ids = new HashSet<>();
    int outcomes = 0;
    // Folders of days sort by date; within a day what is late comes after its originals.
    for (String file : files) {
      try (InputStream in = Files.newInputStream(city.out().resolve(file))) {
        FeedParser parser = FeedParser.of(definition, in);
        while (parser.hasNext()) {
          var outcome = parser.next();
          JsonNode row = truth.get(place(file, outcome.raw().line(), outcome.index()));
          assertNotNull(row, file + " line " + outcome.raw().line());
          check(row, outcome.parsed(), ids);
          outcomes++;
        }
      }
    }
    assertEquals(truth.size(), outcomes);
  }

  @Test
  void shouldKnowExactlyTheCamerasOfEachFeed() throws IOException {
    for (String line : Files.readAllLines(city.out().resolve("cameras.csv")).subList(1, 25)) {
      String[] cells = line.split(",", -1);
      int feedsThatKnowIt = 0;
      for (Feed feed : Feed.values()) {
        var known = definition(feed).cameras().cameraId(cells[2]);
        feedsThatKnowIt += known.isPresent() ? 1 : 0;
        known.ifPresent(id -> assertEquals(cells[0], id));
      }
      assertEquals(1, feedsThatKnowIt);
    }
  }

  private static void check(JsonNode row, ParsedRead parsed, Set<Long> ids) {
    String where = row.get("file").asText() + " line " + row.get("line").asInt();
    String outcome = row.get("outcome").asText();
    if (parsed instanceof ParsedRead.Defect defect) {
      assertEquals(row.path("reason").asText(), defect.reason().name(), where);
      assertEquals(outcome, defect.reason().disposition().name().toLowerCase(Locale.ROOT));
      return;
    }
    CanonicalRead read = ((ParsedRead.Read) parsed).read();
    assertEquals(row.get("plate").asText(), read.plate(), where);
    assertEquals(row.path("state").asText(null), read.state(), where);
    assertEquals(row.get("camera").asText(), read.cameraId(), where);
    assertEquals(Instant.parse(row.get("captured_at").asText()), read.capturedAt(), where);
    assertTrue(read.confidence() > 0.3 && read.confidence() <= 1, where);
    assertEquals(
        outcome.equals("duplicate"),
        !ids.add(read.identity("city-2", EventRule.DEFAULT).readId()),
        where);
    if (read.lat() == null) {
      assertNull(read.lon());
    }
  }

  private static FeedDefinition definition(Feed feed) throws IOException {
    String name = feed.id() + ".yaml";
    return FeedDefinition.read(Files.readString(city.out().resolve("feeds").resolve(name)), name);
  }

  private static String place(String file, long line, int item) {
    return file + ":" + line + ":" + item;
  }
}
