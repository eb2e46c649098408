package io.platelake.core.hold;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A key of a hold file. */
public enum HoldKey {
  ID(true, "id of the hold: lower-case letters, digits, `-` and `_`"),
  AGENCY(true, "agency that owns the reads"),
  KIND(true, "kind of hold, as the policy names it"),
  CASE(true, "case that it serves"),
  AUTHORITY(true, "document that orders it"),
  CATEGORY(false, "offence category, where the policy limits the kind to some"),
  PURPOSES(true, "purposes that it reaches"),
  PLATES(false, "plates that it selects; any without the key"),
  CAMERAS(false, "cameras that it selects; any without the key"),
  CAPTURED_FROM(false, "first instant of capture that it selects"),
  CAPTURED_TO(false, "first instant of capture that it no longer selects"),
  REVIEW_DUE(false, "when a person must ask whether it is still needed");

  private final boolean required;
  private final String meaning;

  HoldKey(boolean required, String meaning) {
    this.required = required;
    this.meaning = meaning;
  }

  /** Its name in the file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether every hold has it. */
  public boolean isRequired() {
    return required;
  }

  /** Its meaning, in Markdown. */
  public String meaning() {
    return meaning;
  }

  public static List<String> names() {
    return Arrays.stream(values()).map(HoldKey::key).toList();
  }
}
