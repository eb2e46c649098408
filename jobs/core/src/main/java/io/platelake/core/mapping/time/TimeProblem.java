package io.platelake.core.mapping.time;

/** Why a text gives no instant. The words name no value of a record. */
public enum TimeProblem {
  /** There is no text, or one for unknown. */
  ABSENT("it is missing"),
  /** The text has another form than the mapping says. */
  OTHER_FORM("its text is no time of the mapped format"),
  /** A local time without a zone, and the feed has none. */
  NO_ZONE("it states no zone: add zone or time_zone"),
  /** A word that is no zone. */
  ZONE_UNKNOWN("its zone is not known: name it under zones"),
  /** An abbreviation that several zones have. */
  ZONE_AMBIGUOUS("its zone has several meanings: name one under zones"),
  /** Digits where an offset should be: east and west differ by hours. */
  OFFSET_UNSIGNED("its offset has no sign"),
  /** Clocks were put forward over it. */
  HOUR_SKIPPED("the clocks skip this hour"),
  /** Clocks were put back over it, and the mapping refuses such times. */
  HOUR_TWICE("this hour comes twice"),
  /** Before 1970, or beyond the arithmetic of tables. */
  OUT_OF_RANGE("it is out of range");

  private final String words;

  TimeProblem(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
