package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.picture.Picture;
import io.platelake.core.picture.PictureLoss;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures that are parts of a multipart body, beside the document that they belong to. */
class PostedPicturesTest {
  private static final String JPEG = "\u00FF\u00D8\u00FFabc\r\n--no boundary\r\n\u00FF\u00D9";
  private static final FeedDefinition FEED =
      FeedDefinition.read(
          """
          id: f-1
          agency: city-2
          purpose: criminal
          adapter: mapping
          confidence_scale: unit
          mapping:
            format: json
            each: reads
            fields:
              plate: plate
              camera: $.cam
              captured_at: {path: $.at, format: iso}
          """,
          "f.yaml");

  /**
   * A body is written as its parts: 1 a document with one read, 2 one with two, P, V and S pictures
   * of plate, vehicle and scene, and a dot ends the body.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1P. | PLATE_CROP",
        "S1VP. | SCENE VEHICLE_CROP PLATE_CROP",
        "1P1S. | PLATE_CROP / SCENE",
        "1P.S1. | PLATE_CROP / SCENE",
        "P.1. | ''",
        "1SS. | SCENE SCENE:AMBIGUOUS",
        "2SP. | SCENE PLATE_CROP:AMBIGUOUS / SCENE PLATE_CROP:AMBIGUOUS",
        "1S | SCENE"
      })
  void shouldGiveEachPictureToItsRead(String parts, String pictures) {
    assertEquals(
        pictures,
        reads(FEED, body(parts)).stream()
            .map(read -> read.pictures().stream().map(this::word).collect(Collectors.joining(" ")))
            .collect(Collectors.joining(" / ")));
  }

  @Test
  void shouldKeepThePictureByteForByte() {
    Picture.Decoded decoded = reads(FEED, body("1P.")).get(0).pictures().get(0).decode();
    assertArrayEquals(
        JPEG.getBytes(StandardCharsets.ISO_8859_1), ((Picture.Decoded.Image) decoded).bytes());
  }

  @Test
  void shouldCountAPictureThatMayNotBeKept() {
    List<Picture> pictures = reads(FEED.withoutImages(), body("1P.")).get(0).pictures();
    assertEquals(1, pictures.size());
    assertEquals(new Picture.Decoded.Lost(PictureLoss.NOT_BASE64), pictures.get(0).decode());
  }

  @Test
  void shouldLoseAPictureThatIsTooLarge() {
    String large = body("1P.").replace("abc", "x".repeat(Picture.LARGEST));
    assertEquals(
        new Picture.Decoded.Lost(PictureLoss.TOO_LARGE),
        reads(FEED, large).get(0).pictures().get(0).decode());
  }

  private String word(Picture picture) {
    return picture.kind()
        + (picture.decode() instanceof Picture.Decoded.Lost lost ? ":" + lost.why() : "");
  }

  private static List<ParsedRead.Read> reads(FeedDefinition feed, String file) {
    List<ParsedRead.Read> reads = new ArrayList<>();
    FeedParser.of(feed, new ByteArrayInputStream(file.getBytes(StandardCharsets.ISO_8859_1)))
        .forEachRemaining(outcome -> reads.add((ParsedRead.Read) outcome.parsed()));
    return reads;
  }

  private static String body(String parts) {
    StringBuilder body = new StringBuilder();
    for (char part : parts.toCharArray()) {
      body.append(
          switch (part) {
            case '1' -> document("{\"plate\":\"TST0001\"}");
            case '2' -> document("{\"plate\":\"TST0001\"},{\"plate\":\"TST0002\"}");
            case 'P' -> picture("licensePlatePicture.jpg");
            case 'V' -> picture("vehiclePicture");
            case 'S' -> picture("upload");
            default -> "--b--\r\n";
          });
    }
    return body.toString();
  }

  private static String document(String reads) {
    return "--b\r\nContent-Type: application/json\r\n\r\n"
        + "{\"cam\":\"c-1\",\"at\":\"2026-06-01T10:00:00Z\",\"reads\":["
        + reads
        + "]}\r\n";
  }

  private static String picture(String name) {
    return "--b\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"; filename=\"TST0001.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
        + JPEG
        + "\r\n";
  }
}
