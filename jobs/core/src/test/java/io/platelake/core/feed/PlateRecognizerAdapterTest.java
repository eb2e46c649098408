package io.platelake.core.feed;

import static io.platelake.core.feed.Feeds.PLATE_RECOGNIZER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.platelake.core.feed.rule.EventRule;
import io.platelake.core.mapping.MappedField;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateRecognizerAdapterTest {
  static final String TWO_PLATES =
      """
      {"hook":{"id":"gate","event":"recognition"},
       "data":{"camera_id":"gate","filename":"shots/1.jpg",
        "timestamp":"2025-06-01 06:20:43.970337+00:00",
        "timestamp_local":"2025-05-31T23:20:43.970337Z",
        "results":[
         {"plate":"tst-0001","score":"0.781","dscore":0.441,"region":{"code":"us-wa","score":0.2},
          "candidates":[{"plate":"tst-0001"},{"plate":"tst-o001"}],"direction":"",
          "model_make":[{"make":"Ford","model":"Focus","score":9e-3}],
          "color":[{"color":"white","score":0.672}],"vehicle":{"type":"Pickup Truck"}},
         {"plate":"tst0002","score":0.9,"region":{"code":"","score":0}}]}}
      """;

  @Test
  void shouldGiveAReadForEachPlate() {
    List<RecordResult> all = Feeds.outcomes(PLATE_RECOGNIZER, TWO_PLATES);
    assertEquals(List.of("TST0001", "TST0002"), all.stream().map(Feeds::word).toList());
    assertEquals(List.of(0, 1), all.stream().map(RecordResult::index).toList());
    CanonicalRead first = ((ParsedRead.Read) all.get(0).parsed()).read();
    CanonicalRead second = ((ParsedRead.Read) all.get(1).parsed()).read();
    assertNotEquals(
        first.identity("city-2", EventRule.DEFAULT).readId(),
        second.identity("city-2", EventRule.DEFAULT).readId());
    assertEquals(Instant.parse("2025-06-01T06:20:43.970337Z"), first.capturedAt());
    assertEquals(0.781, first.confidence());
    assertEquals(
        List.of(new Candidate("TST0001", null), new Candidate("TSTO001", null)),
        first.candidates());
    assertNull(first.direction());
    assertEquals("pickup truck", first.body());
    assertNull(second.state());
    assertNull(second.stateConfidence());
  }

  @Test
  void shouldReadUrlEncodedForm() {
    String body =
        "upload=&json=" + URLEncoder.encode(TWO_PLATES, StandardCharsets.UTF_8) + "&more=1";
    assertEquals(List.of("TST0001", "TST0002"), Feeds.words(PLATE_RECOGNIZER, body));
  }

  @Test
  void shouldQuarantineTruncatedFormLegibly() {
    String body = "json=" + URLEncoder.encode(TWO_PLATES, StandardCharsets.UTF_8);
    List<RecordResult> all =
        Feeds.outcomes(PLATE_RECOGNIZER, body.substring(0, body.indexOf("dscore") - 2));
    assertEquals(List.of("MALFORMED"), all.stream().map(Feeds::word).toList());
    assertEquals("{\"hook\":{\"id\":\"gate\"", all.get(0).raw().payload().substring(0, 20));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'hook':{'event':'recognition'},'data':{'camera_id':'g','results':[]}} | NO_PLATE",
        "{'hook':{'event':'image'},'data':{'camera_id':'g'}} | NOT_A_READ",
        "{'hook':{'event':'recognition'},'data':{'camera_id':'g'}} | MALFORMED",
        "{'data':{'results':{}}} | MALFORMED",
        "{'data':{'results':[7]}} | MALFORMED",
        "{'data':{'results':[{'plate':{'props':null}}]}} | NO_PLATE",
        "{'data':{'results':[{'plate':{'props':{'plate':[]}}}]}} | MALFORMED",
        "{'data':{'results':[{'plate':''}]}} | NO_PLATE",
        "{'data':{'results':[{'plate':'tst1'}]}} | NO_TIME",
        "{'data':{'timestamp':'2025-06-01T00:00:00Z','results':[{'plate':'tst1'}]}} | NO_CAMERA",
        "{} | MALFORMED",
        "[[]] {'data':[]} | MALFORMED",
      })
  void shouldTellWhatIsNoRead(String document, String word) {
    assertEquals(List.of(word), Feeds.words(PLATE_RECOGNIZER, document.replace('\'', '"')));
  }

  @Test
  void shouldNotKnowPercentScoresOnTheUnitScale() {
    ParsedRead.Read read =
        (ParsedRead.Read)
            Feeds.outcomes(PLATE_RECOGNIZER, TWO_PLATES.replace("\"0.781\"", "78.1"))
                .get(0)
                .parsed();
    assertNull(read.read().confidence());
    assertEquals(Set.of(MappedField.CONFIDENCE), read.unknown());
  }

  @Test
  void shouldTakeACountryForNoState() {
    // Bare "ca" is Canada here, not California.
    String canada = TWO_PLATES.replace("us-wa", "ca");
    assertNull(
        ((ParsedRead.Read) Feeds.outcomes(PLATE_RECOGNIZER, canada).get(0).parsed())
            .read()
            .state());
    String ontario = TWO_PLATES.replace("us-wa", "ca-on");
    assertEquals(
        "ON",
        ((ParsedRead.Read) Feeds.outcomes(PLATE_RECOGNIZER, ontario).get(0).parsed())
            .read()
            .state());
  }

  @Test
  void shouldDropAReferenceThatSpellsThePlate() {
    String named = TWO_PLATES.replace("shots/1.jpg", "shots/tst-0001.jpg?sig=x");
    List<RecordResult> all = Feeds.outcomes(PLATE_RECOGNIZER, named);
    assertNull(((ParsedRead.Read) all.get(0).parsed()).read().imageRef());
    assertEquals("shots/tst-0001.jpg", ((ParsedRead.Read) all.get(1).parsed()).read().imageRef());
  }
}
