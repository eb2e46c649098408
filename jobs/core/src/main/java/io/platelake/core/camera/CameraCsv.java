package io.platelake.core.camera;

import io.platelake.core.BadInput;
import io.platelake.core.Ids;
import io.platelake.core.Mistakes;
import io.platelake.core.text.CsvRows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a camera file: CSV with a header that names {@link CameraColumn columns}. One mistake
 * refuses the whole file, because a camera at a wrong place is a read in a wrong place. Every
 * mistake is named.
 */
public final class CameraCsv {
  private static final Set<String> SITE_TYPES =
      new TreeSet<>(Set.of("street", "wsp_site", "weigh_station", "parking", CameraRow.MOBILE));

  private final String file;
  private final Optional<String> agency;
  private final Mistakes mistakes = new Mistakes();
  private final List<CameraRow> rows = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private CameraCsv(String file, Optional<String> agency) {
    this.file = file;
    this.agency = agency;
  }

  /**
   * @param agency rows with another value in an {@code agency_id} column, if there is one, are
   *     refused
   * @throws BadInput naming file, line and field of every mistake
   */
  public static List<CameraRow> read(String text, String file, String agency) {
    return new CameraCsv(file, Optional.of(agency)).rows(text);
  }

  /** As {@link #read(String, String, String)}, of any agency. */
  public static List<CameraRow> read(String text, String file) {
    return new CameraCsv(file, Optional.empty()).rows(text);
  }

  private List<CameraRow> rows(String text) {
    mistakes.read(
        () -> {
          CsvRows.read(text, "Camera file " + file, CameraColumn.required(), this::row);
          return true;
        },
        false);
    mistakes.refuse();
    return rows;
  }

  private void row(Map<String, String> cells, String place) {
    int before = mistakes.count();
    for (String name : CameraColumn.required()) {
      if (cells.get(name) == null) {
        mistakes.add(
            bad(
                place,
                name,
                "is missing",
                "Give it a value; required are " + CameraColumn.required() + "."));
      }
    }
    String owner = cells.get("agency_id");
    if (owner != null && agency.filter(own -> !own.equals(owner)).isPresent()) {
      mistakes.add(
          bad(
              place,
              "agency_id",
              "is not " + agency.get(),
              "Load each agency's cameras on its own."));
    }
    String type = cells.get("site_type");
    if (type != null && !SITE_TYPES.contains(type)) {
      mistakes.add(bad(place, "site_type", "is unknown", "Use one of " + SITE_TYPES));
    }
    String id = cells.get("camera_id");
    if (id != null) {
      mistakes.read(() -> Ids.check(place + ", camera_id", id), null);
    }
    Double lat = number(cells, "lat", place);
    Double lon = number(cells, "lon", place);
    Double heading = number(cells, "heading", place);
    Instant from = instant(cells, "from", place);
    Instant to = instant(cells, "to", place);
    if (mistakes.count() > before) {
      return;
    }
    Optional<BadInput> problem =
        CameraRow.problem(type, lat, lon, from, to)
            .map(why -> bad(place, "lat, lon, from, to", why, "Correct the line."));
    if (problem.isPresent()) {
      mistakes.add(problem.get());
    } else if (!seen.add(id + " " + from)) {
      mistakes.add(
          bad(place, "camera_id and from", "repeat an earlier line", "Keep one of the two."));
    } else {
      rows.add(
          new CameraRow(
              id,
              cells.get("vendor_camera_id"),
              cells.get("site_name"),
              type,
              cells.get("maker"),
              cells.get("model"),
              lat,
              lon,
              heading,
              from,
              to));
    }
  }

  private Double number(Map<String, String> cells, String name, String place) {
    String text = cells.get(name);
    if (text == null) {
      return null;
    }
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      mistakes.add(bad(place, name, "is not a number", "Write degrees with a decimal point."));
      return null;
    }
  }

  private Instant instant(Map<String, String> cells, String name, String place) {
    String text = cells.get(name);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      mistakes.add(
          bad(place, name, "is not an instant with a zone", "Write it as 2026-01-31T00:00:00Z."));
      return null;
    }
  }

  private static BadInput bad(String place, String field, String why, String remedy) {
    return new BadInput(place, field + " " + why, remedy);
  }
}
