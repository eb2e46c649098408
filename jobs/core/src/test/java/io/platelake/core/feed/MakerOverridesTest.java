package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a feed says about a maker's format goes before what the maker's definition says. */
class MakerOverridesTest {

  private static String only(FeedDefinition feed, String document) {
    return Maker.words(Feeds.outcomes(feed, document).get(0));
  }

  @Test
  void shouldReadLocalTimeThatIsCalledUtc() {
    FeedDefinition feed =
        Feeds.feed(
            "dahua",
            """
            time_zone: America/Los_Angeles
            mapping: {fields: {captured_at: {path: UTC, format: local_epoch_s}}}
            """);
    String event =
        """
        {"Code":"TrafficJunction","UTC":%d,"UTCMS":5,"EventID":1,
         "TrafficCar":{"PlateNumber":"TST0001","MachineName":"c"}}
        """;
    // 2025-10-01 00:00 in Los Angeles, written as if it were UTC.
    assertEquals(
        "TST0001 at=2025-10-01T07:00:00.005Z camera=c event=1",
        only(feed, event.formatted(1759276800)));
    // 2025-03-09 02:30, which the clocks skip.
    assertEquals(
        "NO_TIME (time of capture: the clocks skip this hour) camera=c",
        only(feed, event.formatted(1741487400)));
  }

  @Test
  void shouldChangeOneFieldAndKeepTheOthers() {
    FeedDefinition feed =
        Feeds.feed("verkada", "mapping: {defaults: {state: WA}, fields: {camera: data.name}}\n");
    assertEquals(
        "TST0001 at=2025-06-15T15:06:40Z camera=gate confidence=0.5 state=WA event=plate TST0001",
        only(
            feed,
            "{\"webhook_type\":\"lpr\",\"data\":{\"name\":\"gate\",\"created\":1750000000,"
                + "\"license_plate_number\":\"TST0001\",\"confidence\":0.5}}"));
  }

  @Test
  void shouldCompleteATimeKeyByKey() {
    FeedDefinition feed =
        Feeds.feed(
            "genetec-json",
            "mapping: {fields: {captured_at: {pattern: \"MM/dd/yyyy HH:mm:ss\"}}}\n");
    assertEquals(
        "TST0001 at=2025-05-06T07:08:09Z camera=g event=plate TST0001",
        only(
            feed,
            "{\"CameraName\":\"g\",\"DateUtc\":\"05/06/2025\",\"TimeUtc\":\"07:08:09\","
                + "\"Plate\":\"TST0001\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "elsag | '' | these times state no zone.",
        "elsag | time_zone: UTC | ''",
        "milesight | '' | these times state no zone. Add zone here or time_zone to the feed",
        "tattile-xml | confidence_scale: percent | these times state no zone.",
        "tattile-csv | time_zone: UTC | lacks the required key `confidence_scale`. Add unit,"
            + " percent, per_255 or per_999",
        "genetec-exporter | '' | format pattern and key pattern come together.",
        "lilin | '' | lacks the required key `camera`. Add it",
        "dahua | 'mapping: {fields: {captured_at: {format: local_epoch_s}}}' | state no zone.",
        "axis | 'mapping: {record: x}' | only format xml has it.",
        "axis | 'mapping: {fields: {plat: x}}' | f.yaml, line 5, key mapping.fields.plat: is an"
            + " unknown key.",
        "axis | 'mapping: {kind: {path: a, others: no}}' | Use one of unknown, unwanted",
        "openalpr | 'mapping: {}' | layout openalpr takes no mapping.",
        "elsag | 'mapping: {columns: [a, b]}' | the header names the columns.",
        "elsag | 'mapping: {cells: json}' | Use one of python",
        "elsag | 'mapping: {each: a}' | a row is one read.",
        "axis | 'mapping: {fields: {plate: {path: a, match: \"(\"}}}' | is not a regular"
            + " expression.",
        "axis | 'mapping: {fields: {plate: {path: a, match: a}}}' | has not exactly one group.",
        "axis | 'mapping: {fields: {make: {path: a, best: b}}}' | keys best and take come"
            + " together.",
      })
  void shouldSayWhatAFeedHasToAdd(String maker, String more, String message) {
    String yaml =
        "id: n\nagency: city-2\npurpose: criminal\nadapter: " + maker + "\n" + more + "\n";
    if (message.isEmpty()) {
      FeedDefinition.read(yaml, "f.yaml");
      return;
    }
    String actual =
        assertThrows(BadInput.class, () -> FeedDefinition.read(yaml, "f.yaml")).getMessage();
    assertTrue(actual.contains(message.replace('`', '\'')), actual);
  }
}
