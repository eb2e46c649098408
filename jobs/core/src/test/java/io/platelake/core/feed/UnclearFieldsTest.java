package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.mapping.MappedField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not needed to know which plate, where and when never costs the read. */
class UnclearFieldsTest {
  private static final FeedDefinition JSON =
      Feeds.feed(
          "mapping",
          """
          confidence_scale: unit
          area: {west: -125, south: 45, east: -116, north: 50}
          time_zone: America/Los_Angeles
          mapping:
            format: json
            fields:
              event_id: id
              camera: cam
              captured_at: t
              captured_ms: ms
              plate: {at: p, else: q}
              confidence: c
              state: st
              state_confidence: sc
              make: {at: mk, else: mk2}
              direction: dir
              lat: lat
              lon: lon
          """);

  private static String words(FeedDefinition feed, String file) {
    return String.join(
        " ", Feeds.outcomes(feed, file).stream().map(UnclearFieldsTest::word).toList());
  }

  private static String word(RecordResult result) {
    return result.parsed() instanceof ParsedRead.Read read
        ? read.read().plate()
            + read.unknown().stream().map(MappedField::key).sorted().toList()
            + (read.repeatedHour() ? " twice" : "")
        : Feeds.word(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'c':NaN | TST1[]",
        "'c':Infinity | TST1[]",
        "'c':-Infinity,'x':NaN | TST1[]",
        "'c':93 | TST1[confidence]",
        "'c':'high' | TST1[confidence]",
        "'c':-0.5 | TST1[confidence]",
        "'c':{'value':0.9} | TST1[confidence]",
        "'c':[0.9] | TST1[confidence]",
        "'c':true | TST1[confidence]",
        "'c':0.9,'c':0.8 | TST1[confidence]",
        "'c':'n/a' | TST1[]",
        "'st':{'code':'WA'} | TST1[state]",
        "'sc':12 | TST1[state_confidence]",
        "'mk':['Ford'] | TST1[make]",
        "'mk':['Ford'],'mk2':'Ford' | TST1[make]",
        "'mk':'Ford','mk2':['Ford'] | TST1[]",
        "'dir':'north' | TST1[direction]",
        "'dir':361 | TST1[direction]",
        "'dir':-1 | TST1[]",
        "'ms':'12a' | TST1[captured_ms]",
        "'ms':1000 | TST1[captured_ms]",
        "'lat':47.6 | TST1[lon]",
        "'lat':'47 deg','lon':-122.3 | TST1[lat]",
        "'lat':47.6,'lon':-200 | TST1[lon]",
        "'lat':-122.3,'lon':47.6 | TST1[lat]",
        "'lat':47.6,'lon':122.3 | TST1[lat, lon]",
        "'lat':NaN,'lon':NaN | TST1[]",
        "'lat':{},'lon':{} | TST1[lat, lon]",
        "'id':{'n':7} | TST1[event_id]",
        "'id':'a\\u0000b' | TST1[event_id]",
        "'q':{'text':'TST1'} | TST1[]",
        "'t':'2026-11-01 01:30:00' | TST1[] twice",
        "'p':'TST2' | MALFORMED",
        "'p':{'text':'TST1'} | MALFORMED",
        "'cam':['c'] | MALFORMED",
        "'cam':null | NO_CAMERA",
        "'t':{} | MALFORMED",
        "'t':NaN | NO_TIME",
      })
  void shouldKeepTheRead(String fields, String expected) {
    String record = "{'cam':'c1','t':'2026-06-10T18:00:00Z','p':'TST1'," + fields + "}";
    boolean own = fields.startsWith("'t'") || fields.startsWith("'cam'");
    if (own) {
      String name = fields.substring(0, fields.indexOf(':'));
      record = record.replaceFirst(name + ":'[^']*',", "");
    }
    assertEquals(expected, words(JSON, record.replace('\'', '"')));
  }

  @Test
  void shouldNotNeedAnElse() {
    String file = "{'cam':'c1','t':'2026-06-10T18:00:00Z','q':'TST1'}".replace('\'', '"');
    assertEquals("TST1[]", words(JSON, file));
  }

  private static final FeedDefinition CSV =
      Feeds.feed(
          "mapping",
          """
          confidence_scale: unit
          mapping:
            format: csv
            fields:
              event_id: id
              camera: {at: cam, else: device}
              captured_at: at
              plate: plate
              confidence: {at: conf, else: score}
              make: {at: make, when: {has_make: "yes"}}
              lat: lat
              lon: lon
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id,cam,at,plate,conf,has_make,make,lat,lon | TST1[]",
        "cam,at,plate | TST1[confidence, event_id, lat, lon, make]",
        "at,plate,device,score,id,lat,lon,make | TST1[]",
        "id,at,plate | MALFORMED MALFORMED",
        "id,cam,at | MALFORMED MALFORMED",
      })
  void shouldDoWithoutColumnsThatAreGone(String header, String expected) {
    String row =
        header
            .replace("id", "7")
            .replace("cam", "c1")
            .replace("device", "c1")
            .replace("plate", "TST1")
            .replaceAll("\\bat\\b", "2026-06-10T18:00:00Z")
            .replace("conf", "0.9")
            .replace("score", "0.9")
            .replaceAll("\\blat\\b", "47.6")
            .replace("lon", "-122.3");
    assertEquals(expected, words(CSV, header + "\n" + row + "\n"));
  }

  @Test
  void shouldNameTheColumnThatIsMissing() {
    List<RecordResult> all = Feeds.outcomes(CSV, "id,at,plate\n");
    ParsedRead.Defect defect = assertInstanceOf(ParsedRead.Defect.class, all.get(0).parsed());
    assertEquals("the header has no column cam for camera", defect.place());
  }

  @Test
  void shouldNameTheColumnThatComesTwice() {
    List<RecordResult> all =
        Feeds.outcomes(CSV, "id,at,plate,cam,plate\n1,2026-06-10T18:00:00Z,TST1,c1,TST2\n");
    ParsedRead.Defect defect = assertInstanceOf(ParsedRead.Defect.class, all.get(0).parsed());
    assertEquals("the header names more than once the column plate", defect.place());
  }

  @Test
  void shouldSayThatAListIsOne() {
    FeedDefinition feed =
        Feeds.feed(
            "mapping",
            """
            mapping:
              format: jsonl
              fields: {camera: cam, captured_at: t, plate: plates}
            """);
    String record = "{\"cam\":\"c1\",\"t\":\"2026-06-10T18:00:00Z\",\"plates\":%s}\n";
    List<String> whys =
        Feeds.outcomes(feed, record.formatted("[\"TST1\",\"TST2\"]") + record.formatted("{}"))
            .stream()
            .map(result -> ((ParsedRead.Defect) result.parsed()).fault().says())
            .toList();
    assertEquals(
        List.of("a list where a text should be; see each", "a structure where a text should be"),
        whys);
  }

  /** None of these slips of a program says anything of the plate. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"conf\":.5",
        "\"conf\":+0.9",
        "\"conf\":-Infinity",
        "\"conf\":1e999",
        "\"note\":\"a\tb\u0001\"",
        "\"more\":[1,2,]",
        "\"more\":{\"a\":1,},"
      })
  void shouldReadJsonWithSlips(String slip) {
    FeedDefinition feed =
        Feeds.feed(
            "mapping",
            """
            confidence_scale: unit
            mapping:
              format: json
              fields: {camera: cam, captured_at: t, plate: plate, confidence: conf}
            """);
    String record =
        "{\"cam\":\"c1\",\"t\":\"2026-06-10T18:00:00Z\",\"plate\":\"TST1\"," + slip + "}\n";
    assertEquals(List.of("TST1", "TST1"), Feeds.words(feed, record + record));
  }

  /** Zeros in front and unknown escapes would change a plate. */
  @ParameterizedTest
  @ValueSource(strings = {"\"plate\":007", "\"plate\":\"\\x41BC\""})
  void shouldNotReadJsonThatMayHoldAnotherPlate(String plate) {
    FeedDefinition feed =
        Feeds.feed(
            "mapping",
            """
            mapping:
              format: json
              fields: {camera: cam, captured_at: t, plate: plate}
            """);
    String record = "{\"cam\":\"c1\",\"t\":\"2026-06-10T18:00:00Z\"," + plate + "}\n";
    assertEquals(List.of("MALFORMED"), Feeds.words(feed, record));
  }

  @Test
  void shouldReadAScaleOf255() {
    FeedDefinition feed = Feeds.feed("dahua", "confidence_scale: per_255\n");
    String event =
        """
        {"Code":"TrafficJunction","EventID":1,"GroupID":2,"RealUTC":1781092804,
         "Object":{"ObjectType":"Plate","Confidence":187},
         "TrafficCar":{"MachineName":"c1","PlateNumber":"TST1"}}
        """;
    assertEquals(187 / 255.0, Feeds.onlyRead(feed, event).confidence());
    FeedDefinition percent = Feeds.feed("dahua", "");
    assertEquals("TST1[confidence]", words(percent, event));
    assertNull(Feeds.onlyRead(percent, event).confidence());
    assertTrue(Feeds.onlyRead(percent, event).hasEvent());
  }
}
