package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.plate.PlateText;
import io.platelake.core.record.RawRecord;
import io.platelake.core.record.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Samples of every maker, damaged at random from a fixed seed: nothing throws, every record has its
 * outcomes, each with a place and a number of its own, and no text that could reach a log spells a
 * plate.
 */
class MutationTest {
  private static final long SEED = 20_250_615;
  private static final String PLATE = "TST0";

  private record Case(Maker maker, FeedDefinition feed, byte[] file) {}

  private static final List<Case> CASES = cases();

  @Test
  void shouldAccountForFiveThousandDamagedFiles() {
    run(5_000);
  }

  @Test
  @Tag("long")
  void shouldAccountForAMillionDamagedFiles() {
    run(1_000_000);
  }

  private static void run(int runs) {
    for (int run = 0; run < runs; run++) {
      Random random = new Random(SEED + run);
      Case picked = CASES.get(run % CASES.size());
      byte[] file = Mutations.damaged(picked.file(), random);
      try {
        check(picked, file);
      } catch (RuntimeException | AssertionError | StackOverflowError e) {
        throw new AssertionError("run " + run + " of " + picked.maker().name(), e);
      }
    }
  }

  private static void check(Case picked, byte[] file) {
    List<RecordResult> outcomes = Feeds.outcomes(picked.feed(), file);
    Set<String> places = new HashSet<>();
    long previous = -1;
    for (RecordResult outcome : outcomes) {
      RawRecord raw = outcome.raw();
      assertTrue(raw.line() >= 1, "line");
      assertTrue(raw.offset() >= previous && raw.offset() <= file.length, "offset");
      previous = raw.offset();
      assertTrue(places.add(raw.offset() + "#" + outcome.index()), "two outcomes in one place");
      assertTrue(outcome.payload().length() <= RawRecord.PAYLOAD_LIMIT, "payload");
      assertFalse(outcome.toString().contains(PLATE), "a plate in the text of an outcome");
      if (outcome.parsed() instanceof ParsedRead.Defect defect) {
        assertFalse(defect.place().contains(PLATE), "a plate in the place of a defect");
      } else {
        whole(((ParsedRead.Read) outcome.parsed()).read());
      }
    }
    boolean blank = new String(file, StandardCharsets.ISO_8859_1).isBlank();
    assertTrue(
        !outcomes.isEmpty() || blank || Mutations.mayHoldNoRecord(picked.feed(), file),
        "no outcome");
  }

  private static void whole(CanonicalRead read) {
    assertEquals(read.plate(), PlateText.normalise(read.plateRaw()).orElse(""), "plate");
    assertTrue(read.confidence() == null || read.confidence() > 0, "confidence");
    assertTrue(read.lat() == null || Area.EARTH.contains(read.lat(), read.lon()), "position");
    assertTrue(read.eventKey().length() <= Words.LONGEST, "event");
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Maker maker : Maker.all()) {
      FeedDefinition feed = maker.feed();
      maker.samples().forEach(file -> cases.add(new Case(maker, feed, Maker.bytes(file))));
    }
    return cases;
  }
}
