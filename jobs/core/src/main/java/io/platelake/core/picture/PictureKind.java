package io.platelake.core.picture;

import java.util.Locale;

/** What a picture shows; a read has at most one of each. */
public enum PictureKind {
  /** The plate, cut out. */
  PLATE_CROP,
  /** The vehicle, cut out. */
  VEHICLE_CROP,
  /** All that the camera saw. */
  SCENE;

  /** The word in column {@code kind} of table {@code images} and in feed definitions. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
