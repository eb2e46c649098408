package io.platelake.core.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.FeedParser;
import io.platelake.core.feed.Feeds;
import io.platelake.core.feed.OpenAlprAdapterTest;
import io.platelake.core.feed.ParsedRead;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
  private static final String MAPPED =
      """
      id: f-1
      agency: city-2
      purpose: criminal
      adapter: mapping
      mapping:
        format: %s
        %s
        fields: {camera: cam, captured_at: {path: at, format: iso}, plate: plate.text}
        images:
          - {kind: plate_crop, path: plate.image}
          - {kind: scene, path: scene}
      """;

  @ParameterizedTest
  @CsvSource({
    "FFD8FF00, image/jpeg",
    "89504E470D0A1A0A00, image/png",
    "524946460400000057454250, image/webp"
  })
  void shouldTellAPictureByItsFirstBytes(String hex, String mediaType) {
    byte[] bytes = java.util.HexFormat.of().parseHex(hex);
    Picture.Decoded.Image image = image(base64(bytes));
    assertEquals(mediaType, image.mediaType());
    assertArrayEquals(bytes, image.bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/9j/2Q==", "/9j/2Q", "_9j_2Q==", "/9j/\r\n 2Q==\n"})
  void shouldReadEveryWayToWriteBase64(String text) {
    byte[] emptyJpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9};
    assertArrayEquals(emptyJpeg, image(text).bytes());
    assertArrayEquals(emptyJpeg, image("data:image/jpeg;base64," + text).bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "'(58 bytes)', NOT_BASE64",
    "/9j/2Q==/9j, NOT_BASE64",
    "R0lGODlh, NO_PICTURE",
    "UklGRgQAAABXQVZF, NO_PICTURE",
    "/9g=, NO_PICTURE"
  })
  void shouldSayWhyThereIsNone(String text, PictureLoss why) {
    assertEquals(why, lost(new Picture(PictureKind.SCENE, text)));
  }

  @Test
  void shouldKeepTheLargestAndNothingAbove() {
    byte[] largest = new byte[Picture.LARGEST];
    largest[0] = (byte) 0xFF;
    largest[1] = (byte) 0xD8;
    largest[2] = (byte) 0xFF;
    assertEquals(Picture.LARGEST, image(base64(largest)).bytes().length);
    byte[] above = java.util.Arrays.copyOf(largest, Picture.LARGEST + 1);
    assertEquals(PictureLoss.TOO_LARGE, lost(new Picture(PictureKind.SCENE, base64(above))));
    assertEquals(
        PictureLoss.TOO_LARGE,
        lost(new Picture(PictureKind.SCENE, "?".repeat(2 * Picture.LARGEST))));
  }

  @Test
  void shouldFindThePicturesOfAnOpenAlprGroup() {
    String group =
        OpenAlprAdapterTest.GROUP.replace(
            "\"overview_jpeg\":\"AAAA\"",
            "\"vehicle_crop_jpeg\":\"BBBB\",\"overview_jpeg\":\"CCCC\"");
    assertEquals(
        List.of(
            new Picture(PictureKind.PLATE_CROP, "AAAA"),
            new Picture(PictureKind.VEHICLE_CROP, "BBBB"),
            new Picture(PictureKind.SCENE, "CCCC")),
        pictures(Feeds.OPENALPR, group));
    assertEquals(
        List.of(
            new Picture(PictureKind.PLATE_CROP, null),
            new Picture(PictureKind.VEHICLE_CROP, null),
            new Picture(PictureKind.SCENE, null)),
        pictures(Feeds.OPENALPR.withoutImages(), group));
  }

  /** Whether somebody wants to keep it or not, the number is the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"AAAA\"' | 1",
        "'\"\"' | 0",
        "null | 0",
        "7 | 1",
        "'{\"plate\":\"X\"}' | 1",
        "'[\"AAAA\",\"BBBB\"]' | 1",
        "'\"A\\u0041\"' | 1",
        "'\"AA\",\"overview_jpeg\":\"AB\"' | 1"
      })
  void shouldCountAPictureThatIsNotDecoded(String value, int pictures) {
    String group =
        OpenAlprAdapterTest.GROUP.replace(
            "\"overview_jpeg\":\"AAAA\"", "\"overview_jpeg\":" + value);
    assertEquals(1 + pictures, pictures(Feeds.OPENALPR, group).size());
    assertEquals(1 + pictures, pictures(Feeds.OPENALPR.withoutImages(), group).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "json | '' | '{\"cam\":\"c\",\"at\":\"2026-06-01T00:00:00Z\",\"plate\":{\"text\":\"TST0001\",\"image\":\"AAAA\"},\"scene\":\"\"}'",
        "xml | 'record: r' | '<r cam=\"c\" at=\"2026-06-01T00:00:00Z\"><plate><text>TST0001</text><image>AAAA</image></plate><scene> </scene></r>'"
      })
  void shouldFindMappedPictures(String format, String more, String record) {
    FeedDefinition feed = FeedDefinition.read(MAPPED.formatted(format, more), "f.yaml");
    assertEquals(List.of(new Picture(PictureKind.PLATE_CROP, "AAAA")), pictures(feed, record));
    assertEquals(
        List.of(new Picture(PictureKind.PLATE_CROP, null)), pictures(feed.withoutImages(), record));
  }

  @Test
  void shouldDropThemWhereTheFeedSaysSo() {
    FeedDefinition feed = FeedDefinition.read(MAPPED.formatted("json", "") + "images: drop\n", "f");
    assertFalse(feed.keepsImages());
    assertTrue(FeedDefinition.read(MAPPED.formatted("json", ""), "f").keepsImages());
  }

  @Test
  void shouldRefuseTwoPlacesOfOneKind() {
    String twice = MAPPED.formatted("json", "").replace("kind: scene", "kind: plate_crop");
    BadInput bad = Assertions.assertThrows(BadInput.class, () -> FeedDefinition.read(twice, "f"));
    assertTrue(bad.getMessage().contains("the kind comes twice"), bad.getMessage());
  }

  @Test
  void shouldSayNothingOfAPicture() {
    assertEquals("Picture[SCENE]", new Picture(PictureKind.SCENE, "/9j/2Q==").toString());
    assertEquals("Image[image/jpeg]", image("/9j/2Q==").toString());
    assertNull(new Picture(PictureKind.SCENE, null).base64());
  }

  private static List<Picture> pictures(FeedDefinition feed, String file) {
    FeedParser parser =
        FeedParser.of(feed, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    ParsedRead parsed = parser.next().parsed();
    assertFalse(parser.hasNext());
    return Assertions.assertInstanceOf(ParsedRead.Read.class, parsed).pictures();
  }

  private static Picture.Decoded.Image image(String text) {
    return Assertions.assertInstanceOf(
        Picture.Decoded.Image.class, new Picture(PictureKind.SCENE, text).decode());
  }

  private static PictureLoss lost(Picture picture) {
    return Assertions.assertInstanceOf(Picture.Decoded.Lost.class, picture.decode()).why();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
