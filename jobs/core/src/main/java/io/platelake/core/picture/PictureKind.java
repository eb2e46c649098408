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

  /**
   * The kind by the name of a part of a multipart body, such as {@code licensePlatePicture.jpg}. A
   * name that says nothing is that of a scene.
   */
  public static PictureKind named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("plate")) {
      return PLATE_CROP;
    }
    return lower.contains("vehicle") ? VEHICLE_CROP : SCENE;
  }

  /** The word in column {@code kind} of table {@code images} and in feed definitions. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
