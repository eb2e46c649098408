package io.platelake.core.hotlist.layout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The canonical fields of a hot-list entry that a list can fill. */
public enum ListField {
  PLATE,
  STATE,
  CATEGORY,
  OFFENCE_CLASS,
  CASE_NUMBER,
  OFFICER,
  DETERMINATION,
  /** What to do on a hit: travels with the entry as it was written. */
  INSTRUCTIONS,
  MAKE,
  MODEL,
  COLOR,
  BODY,
  /** First instant at which the entry counts; a bare date begins with its first hour. */
  BEGINS,
  /** First instant at which it counts no more; a bare date counts to its end. */
  EXPIRES;

  /** The name in definitions and policies, for example {@code case_number}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether no digit belongs into it, so that a zero in it is the letter O. */
  boolean holdsLetters() {
    return switch (this) {
      case STATE, CATEGORY, OFFENCE_CLASS, MAKE, COLOR -> true;
      default -> false;
    };
  }

  /** The field with this {@link #key()}. */
  public static Optional<ListField> of(String key) {
    return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
  }
}
