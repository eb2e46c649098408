package io.platelake.core.mapping;

import java.util.Locale;
import java.util.Set;

/** What a mapped feed can name: the keys under {@code mapping.fields}. */
public enum MappedField {
  EVENT_ID,
  CAMERA,
  CAPTURED_AT,
  /** Milliseconds, 0 to 999, to add to an instant that is written in whole seconds. */
  CAPTURED_MS,
  PLATE,
  /** Lower-case alpha-2, with a state of two bare letters. */
  COUNTRY,
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
  /** Where the reader stood, when {@link #LAT} and {@link #LON} are where the vehicle did. */
  OBSERVER_LAT,
  OBSERVER_LON,
  IMAGE_REF;

  /** Without these a record says not which plate, where or when. */
  public static final Set<MappedField> NEEDED = Set.of(PLATE, CAMERA, CAPTURED_AT);

  /** The key in the definition: the constant in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
