package io.platelake.core.camera;

import io.platelake.core.text.FileColumn;
import java.util.List;

/** A column of a camera file. Other columns are not read. */
public enum CameraColumn implements FileColumn {
  CAMERA_ID(true, "id of the camera: lower-case letters, digits, `-` and `_`"),
  VENDOR_CAMERA_ID(false, "id in the maker's files, where it differs"),
  AGENCY_ID(false, "owner; a file of another agency is refused"),
  SITE_NAME(false, "name of the site for people"),
  SITE_TYPE(true, "`street`, `wsp_site`, `weigh_station`, `parking` or `mobile`"),
  LAT(
      false,
      "WGS 84 latitude in degrees; a `mobile` camera has none, and each of its reads states its"
          + " own position"),
  LON(false, "WGS 84 longitude in degrees; as `lat`"),
  HEADING(false, "degrees clockwise from north"),
  FROM(true, "first instant at this place, such as `2026-01-31T00:00:00Z`"),
  TO(false, "first instant no longer at this place; empty while it stays"),
  MAKER(false, "maker of the reader"),
  MODEL(false, "the maker's model; hits are scored by it");

  private final boolean required;
  private final String meaning;

  CameraColumn(boolean required, String meaning) {
    this.required = required;
    this.meaning = meaning;
  }

  @Override
  public boolean isRequired() {
    return required;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  /** Columns that the header must have; every line has a value there. */
  static List<String> required() {
    return FileColumn.required(values());
  }
}
