package io.platelake.app.report;

import io.platelake.app.report.ReportItem.Content;
import io.platelake.app.report.ReportTable.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Item on the places where cameras stood in the year: a camera that moved is listed with both. */
final class CameraItem {
  private static final String SOURCE = "deployments";
  private static final String MOBILE = "mobile";

  private CameraItem() {}

  /**
   * A place where a camera stood.
   *
   * @param site name for people; null when it has none
   * @param siteType street, mobile and so on; null when the camera is not in the registry
   * @param lat WGS 84 degrees; null for a camera in a vehicle, which has no place
   * @param lon WGS 84 degrees; null with {@code lat}
   * @param from first instant, UTC
   * @param to first instant no longer there; null while it stands
   */
  record Position(
      String camera,
      String site,
      String siteType,
      Double lat,
      Double lon,
      Instant from,
      Instant to) {

    Position {
      // An earlier file had to state one, and a report would publish it.
      lat = MOBILE.equals(siteType) ? null : lat;
      lon = MOBILE.equals(siteType) ? null : lon;
    }

    boolean isPlace() {
      return lat != null;
    }

    boolean isIn(ReportYear year) {
      return from.isBefore(year.to())
          && !from.isAfter(year.asOf())
          && (to == null || to.isAfter(year.from()));
    }
  }

  /**
   * @param all every position of the agency, by camera and time
   */
  static Content of(ReportYear year, List<Position> all) {
    if (all.isEmpty()) {
      return Content.of(
          Figure.without("cameras", "Cameras", FigureStatus.NO_DATA, SOURCE),
          Figure.without("camera_locations", "Camera locations", FigureStatus.NO_DATA, SOURCE),
          Figure.without("cameras_moved", "Cameras that were moved", FigureStatus.NO_DATA, SOURCE));
    }
    List<Position> some = all.stream().filter(p -> p.isIn(year)).toList();
    long cameras = some.stream().map(Position::camera).distinct().count();
    Map<String, Long> places =
        some.stream()
            .filter(Position::isPlace)
            .collect(Collectors.groupingBy(Position::camera, Collectors.counting()));
    long locations = places.values().stream().mapToLong(Long::longValue).sum();
    long moved = places.values().stream().filter(n -> n > 1).count();
    Content content =
        Content.of(
            Figure.counted("cameras", "Cameras", cameras, SOURCE),
            Figure.counted("camera_locations", "Camera locations", locations, SOURCE),
            Figure.counted("cameras_moved", "Cameras that were moved", moved, SOURCE));
    return some.isEmpty() ? content : content.listing(listing(some));
  }

  private static ReportTable listing(List<Position> positions) {
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
