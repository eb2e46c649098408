package io.platelake.core.policy.retention;

import java.util.Locale;

/** The event from which a retention limit counts. */
public enum Clock {
  /** The camera saw the vehicle. */
  CAPTURE,
  /** The platform took the record in. */
  LANDING,
  /** A newer snapshot of the same hot list replaced this one. */
  SUPERSEDED,
  /** The case was closed. */
  CASE_CLOSE,
  /** The parking case was finally disposed of, appeals included. */
  FINAL_DISPOSITION,
  /** A copy left the tables: a download, a print. */
  DOWNLOAD,
  /** What the row tells of happened: an access, a disclosure, an audit. */
  RECORDED;

  /** The word for files. */
  public static String word(Clock clock) {
    return clock.name().toLowerCase(Locale.ROOT);
  }

  /** Whether zero time after the event is a meaningful limit: it ends something that had a use. */
  boolean endsSomething() {
    return switch (this) {
      case SUPERSEDED, CASE_CLOSE, FINAL_DISPOSITION -> true;
      case CAPTURE, LANDING, DOWNLOAD, RECORDED -> false;
    };
  }
}
