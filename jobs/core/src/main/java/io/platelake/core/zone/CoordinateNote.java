package io.platelake.core.zone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** The {@code crs} member of older GeoJSON: the system of coordinates, by its name. */
final class CoordinateNote {
  /** Files in EPSG:4326 have longitude first as well; the territory finds those that do not. */
  private static final Pattern WGS84 =
      Pattern.compile(
          "(?i)urn:ogc:def:crs:OGC:[0-9.]*:CRS84"
              + "|urn:ogc:def:crs:EPSG:[0-9.]*:4326"
              + "|https?://www\\.opengis\\.net/def/crs/OGC/[0-9.]+/CRS84"
              + "|OGC:CRS84|EPSG:4326");

  private CoordinateNote() {}

  static boolean isWgs84(JsonNode crs) {
    return crs.path("type").asText().equals("name")
        && WGS84.matcher(crs.path("properties").path("name").asText()).matches();
  }
}
