package io.platelake.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The makers' own payloads, as far as they lie beside the project. */
class VendorSamplesTest {
  private static final String UUID =
      "63PHH1MHEXF9U245NFI66RGPUXTQEREKAJI7K44Y-177622-1627675927855";

  private static CanonicalRead read(FeedDefinition feed, String name) throws IOException {
    return Feeds.onlyRead(feed, new String(Shared.bytes(name), StandardCharsets.UTF_8));
  }

  @Test
  void shouldReadOpenAlprGroup() throws IOException {
    CanonicalRead read = read(Feeds.OPENALPR, "formats/openalpr-rekor/webhook_v3_alpr_group.json");
    assertEquals("19462SH", read.plate());
    assertEquals("19462SH", read.plateRaw());
    assertEquals("MA", read.state());
    assertEquals(0.8406666565, read.stateConfidence(), 1e-12);
    assertEquals(0.9325465393, read.confidence(), 1e-12);
    assertEquals(List.of(new Candidate("19462SH", read.confidence())), read.candidates());
    assertEquals(Instant.parse("2021-10-17T13:05:47.845Z"), read.capturedAt());
    assertEquals("1000", read.vendorCameraId());
    assertEquals("1000", read.cameraId());
    assertEquals("bmw", read.make());
    assertEquals("x3", read.model());
    assertEquals("white", read.color());
    assertEquals("suv-crossover", read.body());
    assertEquals(296.55792236, read.direction());
    assertEquals(39.65, read.lat());
    assertEquals(-78.77, read.lon());
    assertEquals(UUID + "#0", read.eventKey());
    assertEquals(UUID, read.imageRef());
  }

  @Test
  void shouldReadGroupInsideOpenAlprAlert() throws IOException {
    CanonicalRead read = read(Feeds.OPENALPR, "formats/openalpr-rekor/webhook_v3_alpr_alert.json");
    assertEquals("1TST01", read.plate());
    assertEquals("MA", read.state());
    assertEquals(Instant.ofEpochMilli(1630695989342L), read.capturedAt());
    assertEquals(39.04, read.lat());
  }

  @Test
  void shouldRefuseOpenAlprVehicleWithoutPlate() throws IOException {
    byte[] file = Shared.bytes("formats/openalpr-rekor/webhook_v3_vehicle.json");
    assertEquals(
        List.of("NO_PLATE"),
        Feeds.outcomes(Feeds.OPENALPR, file).stream().map(Feeds::word).toList());
  }

  @Test
  void shouldKeepNoPictureOfAnOpenAlprPayload() throws IOException {
    byte[] file = Shared.bytes("formats/openalpr-rekor/webhook_v3_alpr_group.json");
    String payload = Feeds.outcomes(Feeds.OPENALPR, file).get(0).raw().payload();
    assertFalse(payload.contains("/9j/4AAQSkZJRgABAgAAAQABAAD"), "start of a JPEG");
    assertTrue(payload.contains("bytes left out"), "says what is missing");
    assertTrue(payload.length() < 20_000, () -> "still " + payload.length() + " characters");
  }

  @Test
  void shouldReadPlateRecognizerWebhook() throws IOException {
    CanonicalRead read =
        read(Feeds.PLATE_RECOGNIZER, "formats/platerecognizer/stream_webhook.json");
    assertEquals("PL8REC", read.plate());
    assertEquals("pl8rec", read.plateRaw());
    assertEquals("CA", read.state());
    assertEquals(0.179, read.stateConfidence());
    assertEquals(0.902, read.confidence());
    assertEquals(
        List.of(new Candidate("PL8REC", 0.902), new Candidate("PLBREC", 0.758)), read.candidates());
    assertEquals(Instant.parse("2025-08-11T16:42:58.740143Z"), read.capturedAt());
    assertEquals("camera-1", read.vendorCameraId());
    assertEquals("porsche", read.make());
    assertEquals("911", read.model());
    assertEquals("red", read.color());
    assertEquals("sedan", read.body());
    assertEquals(210.0, read.direction());
    assertNull(read.lat());
    assertNull(read.lon());
    assertEquals("camera-1_screenshots/image.jpg", read.imageRef());
  }
}
