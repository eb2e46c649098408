package io.platelake.core.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectedGroundTest {
  /**
   * A degree on the equator is 111,319.5 m of longitude and 110,574.3 m of latitude. A buffer adds
   * its width times the perimeter and a circle; within a closed line, a smaller triangle stays.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT (0 0) | 100 | point | 0 | 31416 |"
            + " the buffer counts from the point, not from the edge of the premises",
        "LINESTRING (0 0, 0.01 0) | 50 | route | 0 | 119173 |",
        "LINESTRING (0 0, 0.01 0, 0.01 0.01, 0 0) | 50 | route | 0 | 372083 |"
            + " a closed line: ground inside, beyond the buffer, is open",
        "LINESTRING (0 0, 0.01 0, 0.01 0.01, 0 0) | 326 | route | 0 | 2184217 |",
        "POLYGON ((0 0, 0.01 0, 0.01 0.01, 0 0.01, 0 0)) | 0 | area | 1230909 | 1230909 |",
        "POLYGON ((0 0, 0.01 0, 0.01 0.01, 0 0.01, 0 0)) | 100 | area | 1230909 | 1706100 |",
        "POLYGON ((0 0, 0 0.01, 0.01 0.01, 0.01 0, 0 0)) | 100 | area | 1230909 | 1706100 |",
        "POLYGON ((0 0, 0.01 0, 0.01 0.01, 0 0.01, 0 0), (0.004 0.004, 0.006 0.004,"
            + " 0.006 0.006, 0.004 0.006, 0.004 0.004)) | 0 | area | 1181672 | 1181672 |"
            + " has a hole: ground in it, beyond the buffer, is open",
        "POLYGON ((0 0, 0.01 0, 0.01 0.01, 0 0.01, 0 0), (0.004 0.004, 0.006 0.004,"
            + " 0.006 0.006, 0.004 0.006, 0.004 0.004)) | 112 | area | 1181672 | 1767456 |",
        "MULTIPOLYGON (((0 0, 0.01 0, 0.01 0.01, 0 0.01, 0 0)), ((10 0, 10.01 0, 10.01 0.01,"
            + " 10 0.01, 10 0))) | 0 | 2 areas | 2461818 | 2461818 |",
      })
  void shouldMeasureWhatIsProtected(
      String wkt, double buffer, String drawnAs, double own, double all, String remark) {
    ProtectedGround ground =
        ProtectedGround.of(ProtectedPlace.fromWkt("z", "court", "", wkt, buffer, null, null));
    assertEquals(drawnAs, ground.drawnAs());
    assertEquals(own, ground.ownSquareMetres(), 0.001 * own);
    assertEquals(all, ground.squareMetres(), 0.001 * all);
    assertEquals(remark == null ? "" : remark, ground.remark());
  }
}
