package io.platelake.core.feed;

/**
 * One alternative reading of a plate.
 *
 * @param plate normalised, never null
 * @param confidence 0 to 1, null when the reader gave none
 */
public record Candidate(String plate, Double confidence) {
  /** States no plate: candidates reach exceptions and logs only by accident, and then unread. */
  @Override
  public String toString() {
    return "Candidate[confidence=" + confidence + "]";
  }
}
