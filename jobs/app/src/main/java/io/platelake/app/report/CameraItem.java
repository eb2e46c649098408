package io.platelake.app.report;

import io.platelake.app.ledger.site.CameraPlace;
import io.platelake.app.report.ReportItem.Content;
import io.platelake.app.report.ReportTable.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Item on the places where cameras stood in the year: a camera that moved is listed with both. */
final class CameraItem {
  private static final String SOURCE = "deployments";

  private CameraItem() {}

  /**
   * @param all every position of the agency, by camera and time
   */
  static Content of(ReportYear year, List<CameraPlace> all) {
    if (all.isEmpty()) {
      return Content.of(
          Figure.without("cameras", "Cameras", FigureStatus.NO_DATA, SOURCE),
          Figure.without("camera_locations", "Camera locations", FigureStatus.NO_DATA, SOURCE),
          Figure.without("cameras_moved", "Cameras that were moved", FigureStatus.NO_DATA, SOURCE));
    }
    List<CameraPlace> some = all.stream().filter(p -> isIn(p, year)).toList();
    long cameras = some.stream().map(CameraPlace::camera).distinct().count();
    Map<String, Long> places =
        some.stream()
            .filter(CameraPlace::isFixed)
            .collect(Collectors.groupingBy(CameraPlace::camera, Collectors.counting()));
    long locations = places.values().stream().mapToLong(Long::longValue).sum();
    long moved = places.values().stream().filter(n -> n > 1).count();
    Content content =
        Content.of(
            Figure.counted("cameras", "Cameras", cameras, SOURCE),
            Figure.counted("camera_locations", "Camera locations", locations, SOURCE),
            Figure.counted("cameras_moved", "Cameras that were moved", moved, SOURCE));
    return some.isEmpty() ? content : content.listing(listing(some));
  }

  private static boolean isIn(CameraPlace place, ReportYear year) {
    return place.from().isBefore(year.to())
        && !place.from().isAfter(year.asOf())
        && (place.to() == null || place.to().isAfter(year.from()));
  }

  private static ReportTable listing(List<CameraPlace> positions) {
    return new ReportTable(
        "camera_locations",
        "Where cameras stood in the year",
        SOURCE,
        2,
        List.of(
            new Column("camera_id", "Camera"),
            new Column("from", "From"),
            new Column("to", "Until"),
            new Column("site", "Site"),
            new Column("site_type", "Kind of site"),
            new Column("lat", "Latitude"),
            new Column("lon", "Longitude")),
        positions.stream()
            .map(
                p ->
                    Arrays.<Object>asList(
                        p.camera(),
                        p.from(),
                        p.to(),
                        p.site(),
                        p.siteType(),
                        degrees(p.lat()),
                        degrees(p.lon())))
            .toList());
  }

  /** Six decimals are a tenth of a metre; at least one, so that it reads as a decimal number. */
  private static BigDecimal degrees(Double value) {
    if (value == null) {
      return null;
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 1 ? rounded.setScale(1) : rounded;
  }
}
