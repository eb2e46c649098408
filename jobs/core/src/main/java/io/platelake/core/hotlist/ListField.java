package io.platelake.core.hotlist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The canonical fields of a hot-list entry that a column of a list can fill. */
public enum ListField {
  PLATE,
  STATE,
  CATEGORY,
  OFFENCE_CLASS,
  CASE_NUMBER,
  OFFICER,
  DETERMINATION,
  MAKE,
  MODEL,
  COLOR,
  BODY,
  EXPIRES;

  /** The name in definitions and policies, for example {@code case_number}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field with this {@link #key()}. */
  public static Optional<ListField> of(String key) {
    return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
  }
}
