package io.platelake.core.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import java.util.List;
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

  @Test
  void shouldNameEveryMistakeOfEveryLine() {
    String rows =
        FINE
            + "CAM 2,Gate,road,147.6,,2026-01-01\n"
            + "cam-3,Gate,street,47.6,-122.3,\n"
            + FINE
            + "cam-4,Gate,street,147.6,-122.3,2026-01-01T00:00:00Z\n";
    assertEquals(
        List.of(
            "line 3: site_type is unknown",
            "line 3, camera_id: not an id",
            "line 3: from is not an instant with a zone",
            "line 4: from is missing",
            "line 5: camera_id and from repeat an earlier line",
            "line 6: lat, lon, from, to lat or lon is out of range; lat comes first and is -90 to"
                + " 90"),
        mistakes(HEADER + rows));
  }

  @Test
  void shouldLetOnlyAMobileCameraHaveNoPosition() {
    String car = "car-1,Car,mobile,,,2026-01-01T00:00:00Z\n";
    assertEquals(null, CameraCsv.read(HEADER + car, "c.csv").get(0).lat());
    assertEquals(
        List.of(
            "line 2: lat, lon, from, to lat and lon are missing; only a mobile camera has no"
                + " position"),
        mistakes(HEADER + car.replace("mobile", "street")));
    assertEquals(
        List.of("line 2: lat, lon, from, to lat or lon is missing; give both"),
        mistakes(HEADER + car.replace("mobile,", "mobile,47.6")));
  }

  private static List<String> mistakes(String text) {
    return assertThrows(BadInput.class, () -> CameraCsv.read(text, "c.csv", "a"))
        .getMessage()
        .lines()
        .map(line -> line.replace("Camera file c.csv, ", "").replaceAll("\\. [A-Z].*", ""))
        .toList();
  }

  private static void assertPlace(String rows, String line) {
    String message =
        assertThrows(BadInput.class, () -> CameraCsv.read(HEADER + rows, "c.csv", "a"))
            .getMessage();
    assertTrue(message.startsWith("Camera file c.csv, " + line + ": "), message);
  }
}
