package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What makers publish, read by the shipped definitions, as far as it lies beside the project. */
class VendorPayloadsTest {
  private static final String GATE = "mapping: {defaults: {camera: gate-1}}\n";

  private static String words(FeedDefinition feed, String file) {
    return Feeds.outcomes(feed, file).stream().map(Maker::words).collect(Collectors.joining("\n"));
  }

  private static String text(String name) throws IOException {
    return new String(Shared.bytes("formats/" + name), StandardCharsets.UTF_8);
  }

  /** The text of {@code file} from one mark up to another. */
  private static String part(String file, String from, String to) throws IOException {
    String text = text(file);
    int start = text.indexOf(from);
    return text.substring(start, text.indexOf(to, start));
  }

  @Test
  void shouldReadAxisEvent() throws IOException {
    assertEquals(
        "RLE11684 at=2021-06-11T10:05:38.252Z camera=ACCC8ED3290D confidence=0.719034"
            + " position=50.418114,30.476213 event=1144696",
        words(Feeds.feed("axis", ""), text("axis/alpv_event.json")));
  }

  @Test
  void shouldReadHikvisionEvent() throws IOException {
    assertEquals(
        "PECT600 at=2024-01-19T03:17:19Z camera=d4:e8:53:bc:4c:02 confidence=0.97 color=white"
            + " position=0.36666667,111 candidates=[PECT600]"
            + " event=2024011911172144900FlERIduqg06eKsYuvLX072NugIxaHw22mHG5D5KBmWqX",
        words(Feeds.feed("hikvision", ""), text("hikvision/anpr.xml")));
  }

  @Test
  void shouldNotKnowWhereAScanCarInTwoPlacesIsUnlessTheFeedSaysWhichHolds() throws IOException {
    String file = text("ngsi/APDSObservation.json");
    assertEquals(
        "1ENC003 at=2020-09-11T10:45:00Z camera=25399 confidence=0.851 direction=175"
            + " event=plate 1ENC003 unknown=[lat, lon]",
        words(Feeds.feed("ngsi-apds", ""), file));
    String observer =
        """
        mapping:
          fields:
            lat: observerLocation.coordinates.1
            lon: observerLocation.coordinates.0
        """;
    assertEquals(
        "1ENC003 at=2020-09-11T10:45:00Z camera=25399 confidence=0.851 direction=175"
            + " position=51.216632,4.412077 event=plate 1ENC003",
        words(Feeds.feed("ngsi-apds", observer), file));
  }

  @Test
  void shouldReadLilinLogAndNoneOfItsLists() throws IOException {
    String readme = "lilin/README-upstream.md";
    String log = part(readme, "{\"LPR_COUNT\": 47", "| Parameter").strip();
    // The documentation breaks off after the second entry.
    assertEquals(
        "30U9874 at=2018-04-10T03:03:57.899288Z camera=gate-1 confidence=0.79546148 event=44\n"
            + "7336GN at=2018-04-10T02:59:22.878730Z camera=gate-1 confidence=0.74889463 event=43",
        words(Feeds.feed("lilin", GATE), log.substring(0, log.length() - 1) + "]}"));
    for (String list : List.of("{\"LPR_COUNT\": 2,", "{\"LPR_COUNT\": 1,")) {
      assertEquals(
          "NOT_A_READ (kind)", words(Feeds.feed("lilin", GATE), part(readme, list, "\n\n### Get")));
    }
  }

  @Test
  void shouldReadLilinEventText() throws IOException {
    assertEquals(
        "647CBA at=2019-06-24T16:58:44Z camera=gate-1 event=plate 647CBA",
        words(
            Feeds.feed("lilin-event", GATE),
            part("lilin/README-upstream.md", "--myboundary", "\nParameters:")));
  }

  @Test
  void shouldReadDahuaPartOfTheNotes() throws IOException {
    assertEquals(
        "ABC1234 at=2025-10-01T07:00:00.120Z camera=CAM-1 confidence=0.88 make=toyota color=blue"
            + " body=suv event=41 900",
        words(Feeds.feed("dahua", ""), part("dahua/README.md", "--myboundary", "```")));
  }

  @Test
  void shouldReadPlateRecognizerRowOfTheNotes() throws IOException {
    assertEquals(
        "ABC1234 at=2025-06-01T06:20:43.970337Z camera=camera-1 confidence=0.781 make=ford"
            + " model=focus color=white body=sedan candidates=[ABC1234, ABC1Z34]"
            + " event=plate ABC1234",
        words(
            Feeds.feed("platerecognizer-csv", ""),
            part("platerecognizer/README.md", "2025-06-01 06:20:43.970337+00:00", "```")));
  }
}
