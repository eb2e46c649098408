package io.platelake.app.land;

import io.platelake.core.land.QuarantineCause;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with many quarantined records, in a run record.
 *
 * @param reason its code
 * @param field key of the mapping; empty when the records as a whole are at fault
 * @param place that the field is read from; empty when unknown
 * @param why what is wrong
 * @param records how many
 */
public record QuarantinedFor(String reason, String field, String place, String why, long records) {
  private static final int MOST = 10;

  /** The most frequent ones, the largest number first. */
  static List<QuarantinedFor> most(Map<QuarantineCause, Long> causes) {
    return QuarantineCause.mostFrequent(causes, MOST).stream()
        .map(one -> of(one.getKey(), one.getValue()))
        .toList();
  }

  private static QuarantinedFor of(QuarantineCause cause, long records) {
    return new QuarantinedFor(cause.reason(), cause.field(), cause.place(), cause.why(), records);
  }

  /** All of it in one line. */
  public String line() {
    return String.format(
        "  %,25d  %s", records, new QuarantineCause(reason, field, place, why).line());
  }
}
