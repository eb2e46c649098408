package io.platelake.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class PayloadTest {
  private static String payload(String text) {
    return Payload.text(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shouldLeavePicturesOut() {
    String picture = "iVBOR\\/w0KGgo+=".repeat(100);
    assertEquals(
        "{\"crop\":\"(1500 bytes left out)\",\"plate\":\"TST1\"",
        payload("{\"crop\":\"" + picture + "\",\"plate\":\"TST1\""));
    assertEquals("(1500 bytes left out)", payload(picture));
  }

  @Test
  void shouldLeaveOutPicturesThatAreFoldedIntoLines() {
    String line = "iVBORw0KGgo".repeat(7).substring(0, 76);
    for (String fold : new String[] {"\n", "\r\n", "\n\t  "}) {
      int bytes = 20 * 76 + 19 * fold.length();
      assertEquals(
          "<crop>(" + bytes + " bytes left out)</crop>",
          payload("<crop>" + String.join(fold, Collections.nCopies(20, line)) + "</crop>"));
    }
    String words = "North Gate 3\n".repeat(50);
    assertEquals(words, payload(words));
  }

  @Test
  void shouldBeBoundedWithoutCuttingACharacter() {
    String text = payload("é,".repeat(100_000));
    assertTrue(text.getBytes(StandardCharsets.UTF_8).length <= RawRecord.PAYLOAD_LIMIT);
    assertTrue(text.endsWith("é,") || text.endsWith("é"), text.substring(text.length() - 3));
  }

  @Test
  void shouldSurviveBytesThatAreNoText() {
    assertEquals("\uFFFDa\uFFFD", Payload.text(new byte[] {(byte) 0xFF, 'a', (byte) 0xC3}));
  }
}
