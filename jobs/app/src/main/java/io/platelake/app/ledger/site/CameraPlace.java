package io.platelake.app.ledger.site;

import static org.apache.spark.sql.functions.col;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A place where a camera stood, with what people call it.
 *
 * @param site name for people; null when it has none
 * @param siteType street, mobile and so on; null when the camera is not in the registry
 * @param lat WGS 84 degrees; null for a camera in a vehicle, which has no place
 * @param lon WGS 84 degrees; null with {@code lat}
 * @param from first instant, UTC
 * @param to first instant no longer there; null while it stands
 */
public record CameraPlace(
    String camera, String site, String siteType, Double lat, Double lon, Instant from, Instant to) {
  private static final String MOBILE = "mobile";

  public CameraPlace {
    // An earlier file had to state one, and a report would publish it.
    lat = MOBILE.equals(siteType) ? null : lat;
    lon = MOBILE.equals(siteType) ? null : lon;
  }

  /** Whether the camera stood at one place. */
  public boolean isFixed() {
    return lat != null;
  }

  /** Places of an agency's cameras from by then at the latest, by camera and time. */
  public static List<CameraPlace> knownBy(Lake lake, String agency, Instant asOf) {
    return NamedRow.all(
            lake.ledger(Table.DEPLOYMENTS)
                .where(col("agency_id").equalTo(agency))
                .where(col("valid_from").leq(Timestamp.from(asOf)))
                .join(
                    lake.ledger(Table.CAMERAS)
                        .where(col("agency_id").equalTo(agency))
                        .select("camera_id", "site_name", "site_type"),
                    CollectionConverters.asScala(List.of("camera_id")).toSeq(),
                    "left")
                .orderBy("camera_id", "valid_from"))
        .stream()
        .map(
            r ->
                new CameraPlace(
                    r.text("camera_id"),
                    r.findText("site_name").orElse(null),
                    r.findText("site_type").orElse(null),
                    r.findReal("lat").orElse(null),
                    r.findReal("lon").orElse(null),
                    r.instant("valid_from"),
                    r.findInstant("valid_to").orElse(null)))
        .toList();
  }
}
