package io.platelake.app.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a figure can be given. */
public enum FigureStatus {
  /** Counted; zero means that it did not happen. */
  OK,
  /** Never recorded, or no longer kept: it may have happened. */
  NO_DATA,
  /** The policy asks for it in every year, and it is not there. */
  MISSING;

  /** Name in the files. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
