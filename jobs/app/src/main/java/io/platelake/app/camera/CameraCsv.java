package io.platelake.app.camera;

import io.platelake.app.job.CsvRows;
import io.platelake.app.job.option.Ids;
import io.platelake.app.ledger.site.CameraRow;
import io.platelake.core.BadInput;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a camera file: CSV with the header {@code
 * camera_id,vendor_camera_id,site_name,site_type,lat,lon,heading,from,to} and, where they are
 * known, {@code maker,model}. One wrong line refuses the whole file, because a camera at a wrong
 * place is a read in a wrong place.
 */
final class CameraCsv {
  private static final List<String> REQUIRED =
      List.of("camera_id", "site_type", "lat", "lon", "from");
  private static final Set<String> SITE_TYPES =
      Set.of("street", "wsp_site", "weigh_station", "parking", "mobile");

  private final String file;

  private CameraCsv(String file) {
    this.file = file;
  }

  /**
   * @param agency rows with another value in an {@code agency_id} column, if there is one, are
   *     refused
   * @throws BadInput naming file, line and field
   */
  static List<CameraRow> read(String text, String file, String agency) {
    return new CameraCsv(file).rows(text, agency);
  }

  private List<CameraRow> rows(String text, String agency) {
    List<CameraRow> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    CsvRows.read(
        text,
        "Camera file " + file,
        List.of(),
        (cells, place) -> {
          CameraRow row = row(cells, place, agency);
          if (!seen.add(row.cameraId() + " " + row.from())) {
            throw bad(
                place, "camera_id and from", "repeat an earlier line", "Keep one of the two.");
          }
          rows.add(row);
        });
    return rows;
  }

  private CameraRow row(Map<String, String> cells, String place, String agency) {
    for (String name : REQUIRED) {
      if (cells.get(name) == null) {
        throw bad(place, name, "is missing", "Give it a value; required are " + REQUIRED + ".");
      }
    }
    String owner = cells.get("agency_id");
    if (owner != null && !owner.equals(agency)) {
      throw bad(place, "agency_id", "is not " + agency, "Load each agency's cameras on its own.");
    }
    if (!SITE_TYPES.contains(cells.get("site_type"))) {
      throw bad(
          place, "site_type", "is unknown", "Use one of " + SITE_TYPES.stream().sorted().toList());
    }
    CameraRow row =
        new CameraRow(
            Ids.check(place + ", camera_id", cells.get("camera_id")),
            cells.get("vendor_camera_id"),
            cells.get("site_name"),
            cells.get("site_type"),
            cells.get("maker"),
            cells.get("model"),
            number(cells, "lat", place),
            number(cells, "lon", place),
            cells.get("heading") == null ? null : number(cells, "heading", place),
            instant(cells, "from", place),
            cells.get("to") == null ? null : instant(cells, "to", place));
    row.problem()
        .ifPresent(
            why -> {
              throw bad(place, "lat, lon, from, to", why, "Correct the line.");
            });
    return row;
  }

  private double number(Map<String, String> cells, String name, String place) {
    try {
      return Double.parseDouble(cells.get(name));
    } catch (NumberFormatException e) {
      throw bad(place, name, "is not a number", "Write degrees with a decimal point.");
    }
  }

  private Instant instant(Map<String, String> cells, String name, String place) {
    try {
      return OffsetDateTime.parse(cells.get(name)).toInstant();
    } catch (DateTimeParseException e) {
      throw bad(place, name, "is not an instant with a zone", "Write it as 2026-01-31T00:00:00Z.");
    }
  }

  private BadInput bad(String place, String field, String why, String remedy) {
    return new BadInput(place, field + " " + why, remedy);
  }
}
