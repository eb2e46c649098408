package io.platelake.app.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import org.junit.jupiter.api.Test;

class CameraCsvTest {
  private static final String HEADER = "camera_id,site_name,site_type,lat,lon,from\n";
  private static final String FINE = "cam-1,Gate,street,47.6,-122.3,2026-01-01T00:00:00Z\n";
  private static final String BROKEN_NAME =
      "cam-2,\"North\nGate\",street,47.6,-122.3,2026-01-01T00:00:00Z\n";
  private static final String WRONG = "cam-3,Gate,street,north,-122.3,2026-01-01T00:00:00Z\n";

  @Test
  void shouldCountBlankLinesAndLinesWithinACell() {
    assertPlace(WRONG, "line 2");
    assertPlace(FINE + "\n\n" + WRONG, "line 5");
    assertPlace(FINE + BROKEN_NAME + WRONG, "line 5");
    assertPlace(BROKEN_NAME + "\n" + FINE + FINE, "line 6");
  }

  @Test
  void shouldReadWhatIsFine() {
    assertEquals(
        "North\nGate", CameraCsv.read(HEADER + FINE + BROKEN_NAME, "c.csv", "a").get(1).siteName());
  }

  private static void assertPlace(String rows, String line) {
    String message =
        assertThrows(BadInput.class, () -> CameraCsv.read(HEADER + rows, "c.csv", "a"))
            .getMessage();
    assertTrue(message.startsWith("Camera file c.csv, " + line + ": "), message);
  }
}
