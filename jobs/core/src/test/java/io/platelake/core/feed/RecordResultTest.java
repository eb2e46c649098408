package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordResultTest {
  private static final FeedDefinition LILIN =
      Feeds.feed("lilin", "mapping: {defaults: {camera: gate-1}}\n");

  @Test
  void shouldKeepNothingOfTheOtherReadsOfItsRecord() {
    List<RecordResult> all =
        Feeds.outcomes(
            LILIN,
            "{\"INFORMATION\":[{\"TS\":\"1750000000000000\",\"LPR\":\"TST0001\"},"
                + "{\"TS\":\"\",\"LPR\":\"TST0002\",\"LP_BMP\":\"x\"}]}");
    assertEquals("{\"INFORMATION\":[{\"TS\":\"\",\"LPR\":\"TST0002\"}]}", all.get(1).payload());
    assertFalse(all.get(1).toString().contains("TST"), "a plate in the text");
    List<RecordResult> plates =
        Feeds.outcomes(
            Feeds.PLATE_RECOGNIZER,
            PlateRecognizerAdapterTest.TWO_PLATES.replace("\"camera_id\"", "\"camera\""));
    assertTrue(plates.get(1).payload().contains("\"timestamp\":"), "what holds for both");
    assertTrue(plates.get(1).payload().contains("[{\"plate\":\"tst0002\""), "its own");
    assertFalse(plates.get(1).payload().contains("0001"), "the other's");
  }

  @Test
  void shouldKeepTheWholeRecordWhereItIsOneRead() {
    String document = "{\"INFORMATION\":[{\"TS\":\"\",\"LPR\":\"TST0002\",\"LP_BMP\":\"x\"}]}";
    assertEquals(document, Feeds.outcomes(LILIN, document).get(0).payload());
  }

  @Test
  void shouldMoveWithItsRecord() {
    RecordResult only = Feeds.outcomes(LILIN, "{}").get(0).movedBy(2, 30);
    assertEquals(3, only.raw().line());
    assertEquals(30, only.raw().offset());
  }
}
