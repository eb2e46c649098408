package io.platelake.core.feed;

import java.util.Locale;

/** What a mapped feed can name: the keys under {@code mapping.fields}. */
public enum MappedField {
  EVENT_ID,
  CAMERA,
  CAPTURED_AT,
  PLATE,
  STATE,
  STATE_CONFIDENCE,
  CONFIDENCE,
  MAKE,
  MODEL,
  COLOR,
  BODY,
  DIRECTION,
  LAT,
  LON,
  IMAGE_REF;

  /** The key in the definition: the constant in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
