package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.feed.raw.AfterLanding;
import io.platelake.core.feed.raw.RawFiles;
import io.platelake.core.format.Header;
import io.platelake.core.format.Layout;
import io.platelake.core.mapping.FileMapping;
import io.platelake.core.mapping.MappedField;
import io.platelake.core.mapping.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedDefinitionTest {
  private static final String BASE =
      "id: north\nagency: city-2\npurpose: criminal\nadapter: openalpr\n";

  private static final String MAPPED =
      """
      id: north
      agency: city-2
      purpose: parking
      adapter: mapping
      time_zone: America/Los_Angeles
      mapping:
        format: csv
        fields:
          plate: Plate
          camera: {column: Camera}
          captured_at: {column: Time, format: pattern, pattern: "yyyy-MM-dd HH:mm"}
      """;

  @Test
  void shouldDefaultByAdapter() {
    FeedDefinition openalpr = FeedDefinition.read(BASE, "f.yaml");
    assertEquals("north", openalpr.id());
    assertEquals("city-2", openalpr.agency());
    assertEquals("criminal", openalpr.purpose());
    assertEquals(ConfidenceScale.PERCENT, openalpr.confidenceScale());
    assertEquals(StatePrefix.OPTIONAL, openalpr.statePrefix());
    assertEquals(AfterLanding.KEEP, openalpr.afterLanding());
    assertEquals(Optional.of("x"), openalpr.cameras().cameraId("x"));
    assertEquals(Area.EARTH, openalpr.area());
    assertEquals(Layout.JSON, openalpr.layout());
    assertNull(openalpr.timeZone());
    FeedDefinition recognizer =
        FeedDefinition.read(BASE.replace("openalpr", "platerecognizer"), "f.yaml");
    assertEquals(ConfidenceScale.UNIT, recognizer.confidenceScale());
    assertEquals(StatePrefix.REQUIRED, recognizer.statePrefix());
  }

  @Test
  void shouldReadEveryKey() {
    FeedDefinition feed =
        FeedDefinition.read(
            BASE
                + """
                time_zone: UTC
                confidence_scale: unit
                state_prefix: required
                cameras: {prefix: "n-"}
                area: {west: -125, south: 45, east: -116.5, north: 49}
                after_landing: delete
                """,
            "f.yaml");
    assertEquals(ZoneId.of("UTC"), feed.timeZone());
    assertEquals(ConfidenceScale.UNIT, feed.confidenceScale());
    assertEquals(StatePrefix.REQUIRED, feed.statePrefix());
    assertEquals(Optional.of("n-7"), feed.cameras().cameraId("7"));
    assertEquals(new Area(-125, 45, -116.5, 49), feed.area());
    assertEquals(AfterLanding.DELETE, feed.afterLanding());
  }

  @Test
  void shouldRefuseARetentionOfFilesThatAreDeleted() {
    assertMessage(
        BASE + "after_landing: delete\nraw_retention: {amount: 1, unit: days}\n",
        "f.yaml, line 6, key raw_retention: files are deleted at once.");
  }

  @Test
  void shouldReadWhatBecomesOfRawFiles() {
    RawFiles moved =
        FeedDefinition.read(
                BASE
                    + """
                    after_landing: move
                    raw_folder: /srv/raw/north
                    raw_retention: {amount: 72, unit: hours}
                    """,
                "f.yaml")
            .rawFiles();
    assertEquals(new RawFiles(AfterLanding.MOVE, "/srv/raw/north", Duration.ofHours(72)), moved);
    assertEquals(Optional.of(Duration.ofHours(72)), moved.mayStay());
    assertEquals(Optional.empty(), FeedDefinition.read(BASE, "f.yaml").rawFiles().mayStay());
    assertThrows(
        IllegalArgumentException.class, () -> new RawFiles(AfterLanding.KEEP, "/srv/raw", null));
  }

  @Test
  void shouldReadAMapping() {
    FileMapping mapping = FeedDefinition.read(MAPPED, "f.yaml").mapping();
    assertEquals(Layout.CSV, mapping.format().layout());
    assertEquals(',', mapping.format().rows().delimiter());
    assertEquals(Optional.empty(), mapping.format().charset());
    assertEquals(Header.Kind.NAMES, mapping.format().header().kind());
    assertEquals(
        Map.of(
            MappedField.PLATE, Source.at("Plate"),
            MappedField.CAMERA, Source.at("Camera"),
            MappedField.CAPTURED_AT, Source.at("Time")),
        mapping.fields());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour: red | f.yaml, line 5, key colour: is an unknown key. Correct or remove it. Known"
            + " here: id, agency,",
        "id: south | f.yaml, line 5, key id: comes twice. Keep one of the two",
        "cameras: {map: {a: x, a: y}} | f.yaml, line 5, key cameras.map.a: comes twice.",
        "cameras: {identity: true, prefix: x} | f.yaml, line 5, key cameras: one rule is needed.",
        "cameras: {identity: false} | f.yaml, line 5, key cameras.identity: false leaves no rule.",
        "cameras: gate | f.yaml, line 5, key cameras: is not a mapping. Write",
        "time_zone: Pacific | f.yaml, line 5, key time_zone: is not a time zone.",
        "confidence_scale: ratio | f.yaml, line 5, key confidence_scale: has the unknown value"
            + " `ratio`. Use one of unit, percent, per_255, per_999",
        "after_landing: burn | f.yaml, line 5, key after_landing: has the unknown value `burn`. Use"
            + " one of keep, move, delete",
        "after_landing: move | f.yaml, line 1: files are moved, so it lacks the required key"
            + " `raw_folder`. Say where to",
        "raw_folder: /srv/raw | f.yaml, line 5, key raw_folder: files are not moved.",
        "raw_retention: {amount: 1.5, unit: days} | f.yaml, line 5, key raw_retention.amount: `1.5`"
            + " is not a whole number. Write plain digits",
        "raw_retention: {amount: 1, unit: months} | f.yaml, line 5, key raw_retention.unit: has the"
            + " unknown value `months`. Use one of minutes, hours, days",
        "raw_retention: {amount: 1} | f.yaml, line 5, key raw_retention: lacks the required key"
            + " `unit`.",
        "area: {west: 1, south: 2, east: 3} | f.yaml, line 5, key area: lacks the required key"
            + " `north`. Add it",
        "area: {west: 5, south: 2, east: 3, north: 4} | f.yaml, line 5, key area: an area needs",
        "area: {west: w, south: 2, east: 3, north: 4} | f.yaml, line 5, key area.west: `w` is not a"
            + " number.",
        "mapping: {format: csv} | f.yaml, line 5, key mapping: layout openalpr takes no mapping.",
        "'time_zone: \"UTC' | f.yaml, line 6: is not YAML: found unexpected end of stream. Correct"
            + " this line",
        "'time_zone:' | f.yaml, line 5, key time_zone: has no value. Write one, or remove the key",
        "cameras: {identity: yes} | f.yaml, line 5, key cameras.identity: `yes` is not true or"
            + " false.",
        "'area: !a {}' | f.yaml, line 5: has a YAML tag (!).",
        "'--- {}' | f.yaml, line 5: starts a second document. Keep one in each file",
        "'cameras: {prefix: *z}' | f.yaml, line 5: uses a YAML anchor (&) or alias (*).",
      })
  void shouldSayWhereADefinitionIsWrong(String line, String message) {
    assertMessage(BASE + line + "\n", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: north | '' | f.yaml, line 2: lacks the required key `id`. Add it",
        "id: north | id: ../north | f.yaml, line 1, key id: is not an id.",
        "adapter: openalpr | adapter: rekor | f.yaml, line 4, key adapter: has the unknown value"
            + " `rekor`. Use one of alpr-sh, axis, axis-vapix, dahua, elsag, ",
        "adapter: openalpr | adapter: mapping | f.yaml, line 1: lacks the required key `mapping`."
            + " Add it",
      })
  void shouldSayWhatIsMissing(String from, String to, String message) {
    assertMessage(BASE.replace(from, to), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plate: Plate | make: Make | f.yaml, line 8, key mapping.fields: lacks the required key"
            + " `plate`. Add it",
        "plate: Plate | plat: Plate | f.yaml, line 9, key mapping.fields.plat: is an unknown key.",
        "format: csv | format: ini | f.yaml, line 7, key mapping.format: has the unknown value"
            + " `ini`. Use one of avro, csv, fixed, json, jsonl, pairs, parquet, xml",
        "format: csv | 'format: csv, 1' | f.yaml, line 7, key mapping.format: has the unknown value"
            + " `csv, 1`.",
        "column: Camera | path: Camera | ''",
        "column: Camera | 'at: Camera' | ''",
        "column: Camera | 'at: Camera, path: Camera' | f.yaml, line 10, key mapping.fields.camera:"
            + " at and path say the same. Keep at",
        "column: Camera | match: (.) | f.yaml, line 10, key mapping.fields.camera: needs at or"
            + " value, and not both.",
        "plate: Plate | 'plate: {value: TST1}' | f.yaml, line 9, key mapping.fields.plate: it has to"
            + " come from the record.",
        "column: Camera | format: iso | f.yaml, line 10, key mapping.fields.camera.format: is an"
            + " unknown key.",
        "yyyy-MM-dd HH:mm | yyyy-MM-dd | f.yaml, line 11, key mapping.fields.captured_at.pattern:"
            + " the pattern does not state",
        "yyyy-MM-dd HH:mm | yyyy-MM-dd hh:mm | f.yaml, line 11, key"
            + " mapping.fields.captured_at.pattern: the pattern does not state",
        "yyyy-MM-dd HH:mm | bogus | f.yaml, line 11, key mapping.fields.captured_at.pattern: is not"
            + " a pattern of dates.",
        "format: pattern, | format: epoch_ms, | f.yaml, line 11, key mapping.fields.captured_at:"
            + " format pattern and key pattern come together.",
        "time_zone: America/Los_Angeles | '' | f.yaml, line 11, key"
            + " mapping.fields.captured_at.pattern: these times state no zone.",
        "plate: Plate | 'plate: Plate, Nr' | ''",
      })
  void shouldSayWhereAMappingIsWrong(String from, String to, String message) {
    assertMessage(MAPPED.replace(from, to), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "header: false | f.yaml, line 9, key mapping.fields.plate: without a header columns have"
            + " numbers.",
        "encoding: utf-17 | f.yaml, line 12, key mapping.encoding: is not a known encoding.",
        "delimiter: ';;' | f.yaml, line 12, key mapping.delimiter: is not one character.",
        "length: 3 | f.yaml, line 12, key mapping.length: only format fixed has it.",
        "quotes: some | f.yaml, line 12, key mapping.quotes: has the unknown value `some`. Use one"
            + " of rfc4180, lenient, none",
        "columns: {min: 3, max: 2} | f.yaml, line 12, key mapping.columns: has a min above its max.",
        "columns: 1.5 | f.yaml, line 12, key mapping.columns: `1.5` is not a whole number.",
        "defaults: {plate: X} | f.yaml, line 12, key mapping.defaults.plate: it has to come from"
            + " the record.",
      })
  void shouldSayWhichOptionIsWrong(String line, String message) {
    assertMessage(MAPPED + "  " + line + "\n", message);
  }

  @Test
  void shouldNotGuessTheScaleOfAMappedConfidence() {
    assertMessage(
        MAPPED.replace("plate: Plate", "plate: Plate\n    confidence: Score"),
        "a confidence is mapped, so it lacks the required key 'confidence_scale'. Add unit, percent,"
            + " per_255 or per_999");
  }

  @Test
  void shouldTravelToWorkers() throws IOException, ClassNotFoundException {
    FeedDefinition feed = FeedDefinition.read(MAPPED, "f.yaml");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(feed);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(feed, in.readObject());
    }
  }

  private static void assertMessage(String yaml, String message) {
    // The quotes of a message are those of the table as well.
    String expected = message == null ? "" : message.replace('`', '\'');
    if (expected.isEmpty()) {
      FeedDefinition.read(yaml, "f.yaml");
      return;
    }
    String actual =
        assertThrows(BadInput.class, () -> FeedDefinition.read(yaml, "f.yaml")).getMessage();
    assertTrue(actual.contains(expected), actual);
  }
}
