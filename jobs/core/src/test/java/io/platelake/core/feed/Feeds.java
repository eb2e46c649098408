package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.platelake.core.format.RecordSplitter;
import io.platelake.core.record.RawRecord;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Feeds for tests, and what becomes of texts in them. */
public final class Feeds {
  public static final FeedDefinition OPENALPR = feed("openalpr", "");
  static final FeedDefinition PLATE_RECOGNIZER = feed("platerecognizer", "");

  private Feeds() {}

  public static FeedDefinition feed(String adapter, String more) {
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

  public static Iterator<RawRecord> records(FeedDefinition feed, byte[] file, int limit) {
    return records(feed, new ByteArrayInputStream(file), limit);
  }

  public static Iterator<RawRecord> records(FeedDefinition feed, InputStream file, int limit) {
    return RecordSplitter.of(feed.format(), feed.columns(), file, limit);
  }

  public static List<RecordResult> outcomes(FeedDefinition feed, byte[] file) {
    List<RecordResult> all = new ArrayList<>();
    FeedParser.of(feed, new ByteArrayInputStream(file)).forEachRemaining(all::add);
    return all;
  }

  public static List<RecordResult> outcomes(FeedDefinition feed, String file) {
    return outcomes(feed, file.getBytes(StandardCharsets.UTF_8));
  }

  /** One word for each outcome: the plate, or the reason. */
  public static List<String> words(FeedDefinition feed, String file) {
    return outcomes(feed, file).stream().map(Feeds::word).toList();
  }

  public static String word(RecordResult outcome) {
    return outcome.parsed() instanceof ParsedRead.Read read
        ? read.read().plate()
        : ((ParsedRead.Defect) outcome.parsed()).reason().name();
  }

  static CanonicalRead onlyRead(FeedDefinition feed, String file) {
    List<RecordResult> all = outcomes(feed, file);
    assertEquals(1, all.size(), "outcomes");
    return assertInstanceOf(
            ParsedRead.Read.class, all.get(0).parsed(), () -> "not a read: " + word(all.get(0)))
        .read();
  }
}
