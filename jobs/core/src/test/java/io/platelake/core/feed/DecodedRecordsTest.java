package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.core.BadInput;
import io.platelake.core.mapping.MappedField;
import io.platelake.core.mapping.MappedPlaces;
import io.platelake.core.picture.Picture;
import io.platelake.core.record.RawRecord;
import io.platelake.core.record.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of containers, which somebody else has decoded. */
class DecodedRecordsTest {
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};

  private static final FeedDefinition FEED =
      Feeds.feed(
          "mapping",
          """
          mapping:
            format: parquet
            fields: {plate: plate, camera: cam, captured_at: at, lat: lat, lon: lon}
            images: [{kind: plate_crop, path: crop}]
          """);

  private static ObjectNode read() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("plate", "TST0001")
        .put("cam", "c")
        .put("at", "2026-06-02T08:00:00Z")
        .put("lat", new BigDecimal("47.0500"))
        .put("lon", new BigDecimal("-122.9000"));
  }

  private static List<RecordResult> outcomes(FeedDefinition feed, RawRecord... records) {
    List<RecordResult> all = new ArrayList<>();
    Iterator<RecordResult> parser = FeedParser.of(feed, Arrays.asList(records).iterator());
    parser.forEachRemaining(all::add);
    return all;
  }

  private static ParsedRead.Read onlyRead(FeedDefinition feed, ObjectNode root) {
    return (ParsedRead.Read) outcomes(feed, new RawRecord.Tree(1, 1, root, null)).get(0).parsed();
  }

  @Test
  void shouldReadATreeAsADocument() {
    CanonicalRead read = onlyRead(FEED, read()).read();
    assertEquals("TST0001", read.plate());
    assertEquals(47.05, read.lat());
    assertEquals(-122.9, read.lon());
  }

  @Test
  void shouldTakePicturesAsBytesAndAsBase64() {
    ObjectNode bytes = read();
    bytes.set("crop", BinaryNode.valueOf(JPEG));
    ObjectNode text = read().put("crop", BinaryNode.valueOf(JPEG).asText());
    for (ObjectNode root : List.of(bytes, text)) {
      List<Picture> pictures = onlyRead(FEED, root).pictures();
      assertEquals(1, pictures.size());
      assertEquals("Image[image/jpeg]", pictures.get(0).decode().toString());
      Picture seen = onlyRead(FEED.withoutImages(), root).pictures().get(0);
      assertEquals(null, seen.base64(), "a picture that nobody keeps");
    }
    assertEquals(List.of(), onlyRead(FEED, read().putNull("crop")).pictures());
    assertEquals(List.of(), onlyRead(FEED.withoutImages(), read().put("crop", "")).pictures());
  }

  @Test
  void shouldKeepTheRecordAsJsonWithoutPictures() {
    ObjectNode root = read();
    root.set("crop", BinaryNode.valueOf(new byte[9_000]));
    RawRecord.Tree record = new RawRecord.Tree(7, 7, root, null);
    assertTrue(record.payload().startsWith("{\"plate\":\"TST0001\",\"cam\":\"c\""));
    assertTrue(record.payload().endsWith("\"crop\":\"(12000 bytes left out)\"}"));
    assertFalse(record.toString().contains("TST"), "a plate in the text of a record");
    assertEquals(107, record.movedBy(0, 100).offset());
  }

  @Test
  void shouldSayOfEveryRecordWhatIsWrongWithItsFile() {
    RawRecord gone = new RawRecord.Tree(1, 1, read(), null, Set.of("make"));
    ParsedRead.Read read = (ParsedRead.Read) outcomes(FEED, gone).get(0).parsed();
    assertEquals(Set.of(MappedField.MAKE), read.unknown());
    RawRecord tree = new RawRecord.Tree(1, 1, read(), "the file has no column at for captured_at");
    RawRecord broken = new RawRecord.Broken(2, 2, new byte[0], "truncated", Reason.ARCHIVE_BROKEN);
    List<RecordResult> all = outcomes(FEED, tree, broken);
    ParsedRead.Defect missing = (ParsedRead.Defect) all.get(0).parsed();
    assertEquals(Reason.MALFORMED, missing.reason());
    assertEquals("the file has no column at for captured_at", missing.place());
    // Where a read was made decides whether the record may be kept at all.
    assertEquals("c", missing.cameraId());
    assertEquals(47.05, missing.lat());
    assertEquals("ARCHIVE_BROKEN", Feeds.word(all.get(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "encoding: utf-8",
        "delimiter: ';'",
        "header: false",
        "record: read",
        "cells: python"
      })
  void shouldRefuseKeysOfOtherFormats(String key) {
    for (String format : List.of("parquet", "avro")) {
      BadInput bad =
          assertThrows(
              BadInput.class,
              () ->
                  Feeds.feed(
                      "mapping",
                      "mapping:\n  format: %s\n  %s\n".formatted(format, key)
                          + "  fields: {plate: plate, camera: cam, captured_at: at}\n"));
      assertTrue(bad.getMessage().contains("north.yaml, line 7"), bad.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plate,cam,at | {}",
        "plate,cam | {CAPTURED_AT=at}",
        "plate,at,camera_id | {}",
        "cam,at | {PLATE=plate}",
        "'' | {CAMERA=cam, CAPTURED_AT=at, PLATE=plate}",
      })
  void shouldNameTheFieldsThatCanStandNowhere(String columns, String missing) {
    FeedDefinition feed =
        Feeds.feed(
            "mapping",
            """
            mapping:
              format: avro
              fields:
                plate: plate
                camera: {path: cam, else: camera_id}
                captured_at: at
            """);
    Set<String> has = Set.of(columns.split(","));
    Map<MappedField, String> found =
        MappedPlaces.missing(feed.mapping(), path -> has.contains(path.get(0)));
    assertEquals(missing, found.toString());
  }

  @Test
  void shouldLookForTheFieldsOfAnElementInItsList() {
    FeedDefinition feed =
        Feeds.feed(
            "mapping",
            """
            mapping:
              format: avro
              each: data.reads
              fields: {plate: p, camera: $.cam, captured_at: at}
            """);
    Set<String> has = Set.of("data.reads.0.p", "cam");
    assertEquals(
        "{CAPTURED_AT=at}",
        MappedPlaces.missing(feed.mapping(), path -> has.contains(String.join(".", path)))
            .toString());
  }
}
