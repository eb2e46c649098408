package io.platelake.core.pass;

/**
 * One reading of a plate, with its weight in a vote.
 *
 * @param plateKey plate, packed by {@link io.platelake.core.plate.PlateKey}
 * @param confidence 0 to 1, null when the reader gave none
 */
public record Reading(long plateKey, Double confidence) {

  /** States no plate. */
  @Override
  public String toString() {
    return "Reading[confidence=" + confidence + "]";
  }
}
