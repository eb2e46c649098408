package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings, marks, line ends and headers of feeds: what lists know, feeds know too. */
class FeedTextTest {
  private static final String CSV =
      """
      mapping:
        format: csv
        fields: {event_id: id, camera: cam, captured_at: at, plate: plate}
      """;

  private static final String EVENT =
      """
      <?xml version="1.0" encoding="%s"?>
      <EventNotificationAlert version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema">
      <macAddress>c1</macAddress><dateTime>2026-06-10T11:00:01-07:00</dateTime>
      <eventType>ANPR</eventType><channelName>%s</channelName>
      <ANPR><licensePlate>TST0001</licensePlate><confidenceLevel>97</confidenceLevel></ANPR>
      <UUID>u-1</UUID></EventNotificationAlert>
      """;

  private static String words(FeedDefinition feed, byte[] file) {
    return String.join(" ", Feeds.outcomes(feed, file).stream().map(Feeds::word).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-8859-1, Entr\u00e9e, ''",
    "UTF-8, Entr\u00e9e, ''",
    "UTF-16, Entr\u00e9e, ''",
    "GB2312, \u5165\u53e3, ''",
    "GB2312, \u5165\u53e3, GB2312",
    "GB2312, \u5165\u53e3, GB18030",
    "windows-1252, Entr\u00e9e, windows-1252",
  })
  void shouldReadXmlAsItDeclaresItself(String encoding, String name, String stated) {
    FeedDefinition feed =
        Feeds.feed(
            "hikvision",
            stated.isEmpty()
                ? "mapping: {fields: {make: channelName}}\n"
                : "mapping: {encoding: " + stated + ", fields: {make: channelName}}\n");
    byte[] file = EVENT.formatted(encoding, name).getBytes(Charset.forName(encoding));
    List<RecordResult> all = Feeds.outcomes(feed, file);
    assertEquals(List.of("TST0001"), all.stream().map(Feeds::word).toList());
    CanonicalRead read = ((ParsedRead.Read) all.get(0).parsed()).read();
    assertEquals(name.toLowerCase(), read.make());
  }

  @Test
  void shouldLoseNoReadToABadByteOfAnotherField() {
    FeedDefinition hikvision = Feeds.feed("hikvision", "");
    byte[] xml = EVENT.formatted("UTF-8", "Entr\u00e9e").getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("TST0001", words(hikvision, xml));
    FeedDefinition json =
        Feeds.feed(
            "mapping",
            "mapping: {format: json, fields: {camera: c, captured_at: t, plate: p, make: m}}\n");
    String document =
        "{\"c\":\"1\",\"t\":\"2025-06-15T15:06:40Z\",\"p\":\"%s\",\"m\":\"\u00e9\"}\n";
    byte[] file = document.formatted("TST1").repeat(2).getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("TST1 TST1", words(json, file));
    byte[] bad = document.formatted("T\u00c4ST").getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("BAD_PLATE", words(json, bad));
  }

  @ParameterizedTest
  @CsvSource({
    "csv, UTF-16LE, UTF-16LE",
    "csv, UTF-16, ''",
    "csv, GB18030, GB18030",
    "csv, windows-1252, windows-1252",
    "jsonl, UTF-16, ''",
    "jsonl, GB18030, GB18030",
    "json, UTF-16BE, UTF-16BE",
    "json, Shift_JIS, Shift_JIS",
    "pairs, UTF-16, ''",
  })
  void shouldReadEveryLayoutInAnyEncoding(String format, String encoding, String stated) {
    FeedDefinition feed =
        Feeds.feed(
            "mapping",
            "mapping: {format: "
                + format
                + (stated.isEmpty() ? "" : ", encoding: " + stated)
                + ", fields: {camera: c, captured_at: t, plate: p, make: m}}\n");
    // The second byte of some of these letters in GB18030 or Shift_JIS is a bracket or backslash.
    String make =
        switch (encoding) {
          case "windows-1252" -> "\u00e9";
          case "Shift_JIS" -> "\u8868\u4e88";
          default -> "\u8868\u5b78\u4e28";
        };
    String text =
        switch (format) {
          case "csv" -> "c,t,p,m\n1,2025-06-15T15:06:40Z,TST1," + make + "\n";
          case "pairs" -> "c=1,t=2025-06-15T15:06:40Z,p=TST1,m=" + make + "\n";
          default ->
              "{\"m\":\""
                  + make
                  + "\",\"c\":\"1\",\"t\":\"2025-06-15T15:06:40Z\",\"p\":\"TST1\"}\n";
        };
    byte[] file = text.getBytes(Charset.forName(encoding));
    List<RecordResult> all = Feeds.outcomes(feed, file);
    assertEquals(List.of("TST1"), all.stream().map(Feeds::word).toList());
    assertEquals(make, ((ParsedRead.Read) all.get(0).parsed()).read().make());
  }

  @Test
  void shouldKeepTheTextOfARecordInQuarantineLegible() {
    FeedDefinition feed =
        Feeds.feed("mapping", CSV.replace("csv", "csv\n  encoding: windows-1252"));
    String file = "id,cam,at,plate\n1,\u00e9,soon,TST1\n";
    RecordResult only = Feeds.outcomes(feed, file.getBytes(Charset.forName("windows-1252"))).get(0);
    assertEquals("1,\u00e9,soon,TST1", only.payload());
    assertEquals(16, only.raw().offset());
  }

  /** In the texts n stands for a line feed, r for a carriage return. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,cam,at,plaTen1,C,T,TST1n2,C,T,TST2n",
        "id,cam,at,plaTer1,C,T,TST1r2,C,T,TST2r",
        "id,cam,at,plaTer1,C,T,TST1r2,C,T,TST2",
        "sep=;rnid;cam;at;plaTern1;C;T;TST1rn2;C;T;TST2rn",
        "sep=,nid,cam,at,plaTen1,C,T,TST1n2,C,T,TST2n",
        "\uFEFFsep=;nid;cam;at;plaTen1;C;T;TST1n2;C;T;TST2n",
        "Id, Cam ,AT,PLATEn1,C,T,TST1n2,C,T,TST2n",
        "\uFEFF Id ,CAM,A t,plaTen1,C,T,TST1n2,C,T,TST2n",
        "'id' ,'cam','at','plaTe'n1, 'C' ,T,'TST1'n2,C,T,TST2n",
      })
  void shouldReadRowsHoweverProgramsWriteThem(String text) {
    String file = text.replace('n', '\n').replace('r', '\r').replace('\'', '"');
    file = file.replace("plaTe", "plate").replace(",T,", ",2026-06-10T18:00:00Z,");
    file = file.replace(";T;", ";2026-06-10T18:00:00Z;");
    assertEquals(
        "TST1 TST2", words(Feeds.feed("mapping", CSV), file.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void shouldSkipLinesThatAreNoRecords() {
    FeedDefinition plain = Feeds.feed("mapping", CSV);
    FeedDefinition skipping =
        Feeds.feed("mapping", CSV + "  skip: ['^Total records: \\d+$', '^#']\n");
    String file =
        "# made by hand\nid,cam,at,plate\n1,C,2026-06-10T18:00:00Z,TST1\n\nTotal records: 1\n";
    assertEquals("TST1", String.join(" ", Feeds.words(skipping, file)));
    String footer = file.substring(file.indexOf('\n') + 1);
    assertEquals(List.of("TST1", "MALFORMED"), Feeds.words(plain, footer));
    assertEquals(4, Feeds.outcomes(plain, footer).get(1).raw().line());
  }

  @Test
  void shouldReadLinesWithFixedPositions() {
    FeedDefinition feed =
        Feeds.feed(
            "mapping",
            """
            mapping:
              format: fixed
              header: {match: '^READS '}
              length: {min: 31, max: 40}
              fields:
                camera: "0:2"
                captured_at: {at: ["2:12", "12:18"], pattern: "yyyy-MM-dd HHmmss", zone: UTC}
                plate: "18:25"
                state: {at: "25:27", codes: {01: WA, 02: OR}, others: unknown}
                make: {at: "27:31", codes: ncic_makes, else: {value: other}}
                color: "31:"
            """);
    String first = "c12025-06-15150640TST0001" + "01TOYT" + "red\n";
    String file = "READS 1\n" + first + "\nshort\n" + first.replace("01TOYT", "99    ");
    List<RecordResult> all = Feeds.outcomes(feed, "\uFEFF" + file);
    assertEquals(
        List.of("TST0001", "MALFORMED", "TST0001"), all.stream().map(Feeds::word).toList());
    assertEquals(
        "TST0001 at=2025-06-15T15:06:40Z camera=c1 state=WA make=toyota color=red event=plate"
            + " TST0001",
        Maker.words(all.get(0)));
    assertEquals(4, all.get(1).raw().line());
    assertTrue(Maker.words(all.get(2)).contains(" make=other"), Maker.words(all.get(2)));
    assertEquals(List.of("MALFORMED"), Feeds.words(feed, first));
  }

  @Test
  void shouldReadQuotesAsTheFeedSays() {
    String file = "id,cam,at,plate,x\n1,C,2026-06-10T18:00:00Z,TST1,\"12\" wheel\n";
    FeedDefinition strict = Feeds.feed("mapping", CSV);
    FeedDefinition lenient = Feeds.feed("mapping", CSV + "  quotes: lenient\n");
    assertEquals(List.of("MALFORMED"), Feeds.words(strict, file));
    assertEquals(List.of("TST1"), Feeds.words(lenient, file));
  }
}
