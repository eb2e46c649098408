package io.platelake.core.feed.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.Feeds;
import io.platelake.core.feed.Maker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that variants found, each as small as it gets. */
class OddStructuresTest {
  private static final String MAPPED =
      """
      confidence_scale: unit
      mapping:
        format: json
        kind: {at: k, wanted: [read], unwanted: [count], absent: wanted}
        unread: {flag: "true"}
        fields:
          event_id: [e, g]
          plate: {at: p, else: {at: q, when: {t: plate}}}
          camera: c
          captured_at: {at: s, format: epoch_s}
          confidence: {at: f, when: {t: plate}}
          color: l
          lat: lat
          lon: lon
          observer_lat: olat
          observer_lon: olon
      """;

  private static final String AT = " at=2025-06-15T15:06:40Z camera=";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // Blanks that are no ASCII are blanks.
        "\"p\":\"TST1\",\"c\":\"c1\\u00a0\",\"e\":\"\\u00a07\",\"g\":8,\"l\":\"red\\ufeff\""
            + "| TST1 at=2025-06-15T15:06:40Z camera=c1 color=red event=7 8",
        "\"p\":\"TST1\",\"c\":\"c1\",\"k\":\"\\u202fcount\""
            + "| NOT_A_READ (kind) at=2025-06-15T15:06:40Z camera=c1",
        // A word that is there and cannot be read is not absent.
        "\"p\":\"TST1\",\"c\":\"c1\",\"k\":[\"count\"]"
            + "| UNKNOWN_KIND (kind) at=2025-06-15T15:06:40Z camera=c1",
        "\"p\":\"TST1\",\"c\":\"c1\",\"flag\":[true]"
            + "| MALFORMED (unread) at=2025-06-15T15:06:40Z camera=c1",
        "\"p\":\"\",\"q\":\"TST1\",\"t\":[\"plate\"],\"c\":\"c1\""
            + "| MALFORMED (mapped field plate) at=2025-06-15T15:06:40Z camera=c1",
        "\"p\":\"TST1\",\"f\":0.5,\"t\":[\"plate\"],\"c\":\"c1\""
            + "| TST1 at=2025-06-15T15:06:40Z camera=c1 event=plate TST1 unknown=[confidence]",
        // Half of an event is another event, and a position that cannot be compared is none.
        "\"p\":\"TST1\",\"c\":\"c1\",\"e\":[7],\"g\":8"
            + "| TST1 at=2025-06-15T15:06:40Z camera=c1 event=plate TST1 unknown=[event_id]",
        "\"p\":\"TST1\",\"c\":\"c1\",\"lat\":4,\"lon\":51,\"olat\":[51],\"olon\":4"
            + "| TST1 at=2025-06-15T15:06:40Z camera=c1 event=plate TST1 unknown=[lat, lon, observer_lat]",
      })
  void shouldNotTakeAStructureForNothing(String fields, String expected) {
    assertEquals(
        List.of(expected),
        words(Feeds.feed("mapping", MAPPED), "{\"s\":1750000000," + fields + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"best_uuid\":[\"b\"],\"uuids\":[\"u\"] | 7 event=plate TST1 unknown=[event_id, image_ref]",
        "\"best_uuid\":\"b\",\"best_plate\":[{\"plate_index\":2}]"
            + "| 7 image=b event=plate TST1 unknown=[event_id]",
        "\"best_region\":[\"us-wa\"],\"best_plate\":{\"region\":\"us-or\"}"
            + "| 7 event=plate TST1 unknown=[state]",
        "\"vehicle\":[{\"color\":[{\"name\":\"red\"}]}]"
            + "| 7 event=plate TST1 unknown=[body, color, make, model]",
        "\"vehicle\":{\"color\":[{\"name\":[\"red\"]}],\"make\":{\"name\":\"kia\"}}"
            + "| 7 event=plate TST1 unknown=[color, make]",
      })
  void shouldCountWhatAGroupOfOpenAlprDoesNotTell(String fields, String expected) {
    String group =
        "{\"data_type\":\"alpr_group\",\"epoch_start\":1750000000000,\"camera_id\":7,"
            + "\"best_plate_number\":\"TST1\",";
    assertEquals(
        List.of("TST1" + AT + expected), words(Feeds.feed("openalpr", ""), group + fields + "}"));
  }

  @Test
  void shouldNotTakeAPreviewForARead() {
    String preview =
        "{\"data_type\":\"alpr_group\",\"epoch_start\":1750000000000,\"camera_id\":7,"
            + "\"best_plate_number\":\"TST1\",\"is_preview\":[true]}";
    assertEquals(
        List.of("UNKNOWN_KIND (is_preview)" + AT + "7"),
        words(Feeds.feed("openalpr", ""), preview));
  }

  @Test
  void shouldCountWhatAResultOfPlateRecognizerDoesNotTell() {
    String document =
        "{\"camera_id\":\"7\",\"timestamp\":\"2025-06-15T15:06:40Z\",\"results\":[{\"plate\":\"tst1\","
            + "\"region\":[{\"code\":\"us-wa\"}],\"vehicle\":\"suv\",\"color\":{\"color\":\"red\"},"
            + "\"model_make\":[{\"make\":[\"kia\"],\"model\":\"rio\"}]}]}";
    assertEquals(
        List.of("TST1" + AT + "7 model=rio event=plate TST1 unknown=[body, color, make, state]"),
        words(Feeds.feed("platerecognizer", ""), document));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c,p,s,f | c1,TST1,1750000000,0.5",
        "P,c,x,f,s | TST1,c1,TST2,0.5,1750000000",
        "f,s,c,p | 0.5,1750000000,c1,TST1",
        "'' | c1,TST1,1750000000,0.5",
      })
  void shouldFollowAHeaderThatMayBeThere(String header, String row) {
    String yaml =
        """
        confidence_scale: unit
        mapping:
          format: csv
          header: optional
          columns: [c, p, s, f]
          fields: {plate: p, camera: c, captured_at: {at: s, format: epoch_s}, confidence: f}
        """;
    String file = (header.isEmpty() ? "" : header + "\n") + row + "\n";
    assertEquals(
        List.of("TST1" + AT + "c1 confidence=0.5 event=plate TST1"),
        words(Feeds.feed("mapping", yaml), file));
  }

  @Test
  void shouldReadNoRowBelowAHeaderThatLacksAColumn() {
    String yaml =
        """
        mapping:
          format: csv
          header: optional
          columns: [c, p, s]
          fields: {plate: p, camera: c, captured_at: {at: s, format: epoch_s}}
        """;
    assertEquals(
        List.of("MALFORMED", "MALFORMED"),
        words(Feeds.feed("mapping", yaml), "c,s\nc1,1750000000\n").stream()
            .map(word -> word.split(" ")[0])
            .toList());
  }

  private static List<String> words(FeedDefinition feed, String file) {
    return Feeds.outcomes(feed, file).stream().map(Maker::words).toList();
  }
}
