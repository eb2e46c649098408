package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The reference inputs that lie beside the project, each with its right value. The same shapes are
 * among the samples of the other tests.
 */
class FieldCasesTest {
  private static FeedDefinition feed(String name) throws IOException {
    return FeedDefinition.read(text(name), name);
  }

  private static String text(String name) throws IOException {
    return new String(Shared.bytes("field-cases/" + name), StandardCharsets.UTF_8);
  }

  private static List<RecordResult> outcomes(String feed, String file) throws IOException {
    return Feeds.outcomes(feed(feed), Shared.bytes("field-cases/" + file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01-axxon-not-defined | feed | in.xml | QRT4821 NO_PLATE",
        "02-dahua-itc | feed | in.json | BKX4410 NO_PLATE NO_PLATE BKX4411 BAD_PLATE NO_PLATE",
        "02-dahua-itc | rpc-feed | rpc.json | BKX4417 BKX4418",
        "02-dahua-itc | rpc-feed2 | rpc.json | BKX4417 BKX4418",
        "02-dahua-itc | rpc-feed | rpc-mixed.json | BKX4417 BKX4418 NOT_A_READ",
        "03-named-zone-times | feed | utc.csv | ZNE1001 ZNE1002 ZNE1003 ZNE1004 ZNE1005",
        "07-onvif-simpleitem | feed | in.xml | ONV3001 ONV3002",
        "07-onvif-simpleitem | feed2 | in.xml | ONV3001 ONV3002",
        "08-milesight | feed | in.json | MLS4001 MLS4002",
        "08-milesight | feed2 | in.json | MLS4001 MLS4002",
        "16-narrow-nbsp | feed | in.csv | NBS1001 NBS1002 NBS1003",
        "16-narrow-nbsp | feed-workaround | in.csv | NBS1001 NBS1002 NBS1003",
        "21-ffgroup-updated | feed | in.json | NOT_A_READ NOT_A_READ FFG21O1 FFG2102",
        "31-xml-encoding | feed | latin1.xml | HIK3101",
        "31-xml-encoding | feed | utf8.xml | HIK3102",
        "31-xml-encoding | feed | gb.xml | HIK3103",
        "31-xml-encoding | feed-gb | gb.xml | HIK3103",
        "31-xml-encoding | feed | utf16.xml | HIK3104",
        "32-json-nan | feed | in.json | NAN3201 NAN3202 NAN3203",
        "33-sep-line | feed | in.csv | SEP3301",
        "33-sep-line | feed | cr.csv | MAC3301 MAC3302",
        "33-sep-line | feed | header-case.csv | HDR3301",
        "33-sep-line | feed | footer.csv | FTR3301 MALFORMED",
        "34-decimal-comma | feed | in.csv | DEC3401 DEC3402",
        "02-dahua-itc | rpc-feed2 | rpc-mixed.json | BKX4417 BKX4418 MALFORMED",
        "35-plate-list | feed | in.json | MALFORMED MALFORMED",
        "35-plate-list | feed0 | in.json | LST3501 MALFORMED",
        "35-plate-list | feed-each | in.json | LST3501 LST3502 NO_PLATE",
      })
  void shouldGiveTheRightValue(String folder, String feed, String file, String expected)
      throws IOException {
    List<String> words =
        outcomes(folder + "/" + feed + ".yaml", folder + "/" + file).stream()
            .map(Feeds::word)
            .toList();
    assertEquals(List.of(expected.split(" ")), words);
  }

  @ParameterizedTest
  @CsvSource({"feed", "feed-vv", "feed-O", "feed-nozone"})
  void shouldReadTheZoneOfEachTime(String feed) throws IOException {
    String folder = "03-named-zone-times/";
    for (RecordResult result : outcomes(folder + feed + ".yaml", folder + "utc.csv")) {
      assertEquals("2026-06-10T18:00:00Z", read(result).capturedAt().toString());
    }
  }

  @Test
  void shouldRefuseAZoneThatIsText() throws IOException {
    String yaml = text("03-named-zone-times/feed-literal.yaml");
    BadInput bad = assertThrows(BadInput.class, () -> FeedDefinition.read(yaml, "feed.yaml"));
    assertTrue(bad.getMessage().contains("line 15"), bad.getMessage());
    assertTrue(bad.getMessage().contains("UTC"), bad.getMessage());
  }

  @Test
  void shouldReadScoresAndPositions() throws IOException {
    List<RecordResult> commas = outcomes("34-decimal-comma/feed.yaml", "34-decimal-comma/in.csv");
    commas.forEach(result -> assertEquals(0.93, read(result).confidence()));
    commas.forEach(result -> assertEquals(47.0301, read(result).lat()));
    List<RecordResult> items =
        outcomes("07-onvif-simpleitem/feed.yaml", "07-onvif-simpleitem/in.xml");
    assertEquals(0.97, read(items.get(0)).confidence());
    assertEquals(0.95, read(items.get(1)).confidence());
    assertEquals(
        0.7, read(outcomes("08-milesight/feed.yaml", "08-milesight/in.json").get(0)).confidence());
    RecordResult beyond = outcomes("02-dahua-itc/feed.yaml", "02-dahua-itc/in.json").get(3);
    assertEquals(null, read(beyond).confidence());
    String of255 = text("02-dahua-itc/feed.yaml") + "confidence_scale: per_255\n";
    FeedDefinition feed = FeedDefinition.read(of255, "feed.yaml");
    byte[] file = Shared.bytes("field-cases/02-dahua-itc/in.json");
    assertEquals(187 / 255.0, read(Feeds.outcomes(feed, file).get(3)).confidence());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keep | none GOAB123 BNO1234 BNO1234 MAXY12 none A123BC77 none none none none none none",
        "fold | GOAB123 GOAB123 BNO1234 BNO1234 MAXY12 HIMOM A123BC77 A123BC77 ABC123 TEMP8841"
            + " OBRIEN 12TON AAO22",
        "omit | GAB123 GOAB123 BNO1234 BNO1234 MAXY12 HIMOM A123BC77 12377 ABC123 TEMP8841"
            + " OBRIEN 12TON 22",
      })
  void shouldKeepFoldOrOmitOtherCharacters(String rule, String expected) throws IOException {
    String yaml = text("12-diacritics/feed.yaml") + "plate_characters: " + rule + "\n";
    byte[] file = Shared.bytes("field-cases/12-diacritics/in.csv");
    List<String> plates =
        Feeds.outcomes(FeedDefinition.read(yaml, "feed.yaml"), file).stream()
            .map(Feeds::word)
            .map(word -> word.equals("BAD_PLATE") ? "none" : word)
            .toList();
    assertEquals(List.of(expected.split(" ")), plates);
  }

  private static CanonicalRead read(RecordResult result) {
    return ((ParsedRead.Read) result.parsed()).read();
  }
}
