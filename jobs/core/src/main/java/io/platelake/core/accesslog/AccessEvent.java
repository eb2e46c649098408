package io.platelake.core.accesslog;

import java.util.Locale;

/** What a row of the access log records. */
public enum AccessEvent {
  /** Somebody asked, and the decision fell; nothing has been looked at yet. */
  INTENT,
  /** What came of a look. */
  OUTCOME,
  /** Somebody tested whether a token is a given plate. */
  OPENED,
  /** Somebody read the log. */
  AUDIT_READ,
  /** Rows of the log were purged. */
  DESTROYED;

  /** Its word in the log. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if there is no such word
   */
  public static AccessEvent of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
