package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Feeds for tests, and what becomes of texts in them. */
final class Feeds {
  static final FeedDefinition OPENALPR = feed("openalpr", "");
  static final FeedDefinition PLATE_RECOGNIZER = feed("platerecognizer", "");

  private Feeds() {}

  static FeedDefinition feed(String adapter, String more) {
    String yaml =
        """
        id: north
        agency: city-2
        purpose: criminal
        adapter: %s
        """
            .formatted(adapter);
    return FeedDefinition.read(yaml + more, "north.yaml");
  }

  static List<Outcome> outcomes(FeedDefinition feed, byte[] file) {
    List<Outcome> all = new ArrayList<>();
    FeedParser.of(feed, new ByteArrayInputStream(file)).forEachRemaining(all::add);
    return all;
  }

  static List<Outcome> outcomes(FeedDefinition feed, String file) {
    return outcomes(feed, file.getBytes(StandardCharsets.UTF_8));
  }

  /** One word for each outcome: the plate, or the reason. */
  static List<String> words(FeedDefinition feed, String file) {
    return outcomes(feed, file).stream().map(Feeds::word).toList();
  }

  static String word(Outcome outcome) {
    return outcome.parsed() instanceof Parsed.Read read
        ? read.read().plate()
        : ((Parsed.Defect) outcome.parsed()).reason().name();
  }

  static CanonicalRead onlyRead(FeedDefinition feed, String file) {
    List<Outcome> all = outcomes(feed, file);
    assertEquals(1, all.size(), "outcomes");
    return assertInstanceOf(
            Parsed.Read.class, all.get(0).parsed(), () -> "not a read: " + word(all.get(0)))
        .read();
  }
}
