package io.platelake.core.land;

import io.platelake.core.record.Fault;
import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why records are in quarantine, for counting: the same for many records, and no value of one.
 *
 * @param reason code, see {@link LandingReason} and {@link io.platelake.core.record.Reason}
 * @param field key of the mapping; empty when the record as a whole is at fault
 * @param place that the field is read from; empty when unknown
 * @param why what is wrong; empty in rows of before
 */
public record QuarantineCause(String reason, String field, String place, String why)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Bytes of a record and parts of a container. */
  private static final Pattern OWN_PLACE = Pattern.compile("^((byte|block|row group) \\d+(, |$))+");

  public QuarantineCause {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(why, "why");
  }

  /** The cause of a fault; a byte of one record is not a place that others share. */
  public static QuarantineCause of(String reason, Fault fault) {
    return new QuarantineCause(reason, fault.field(), shared(fault.at()), fault.says());
  }

  /** The place, if other records can have it too. */
  public static String shared(String place) {
    return OWN_PLACE.matcher(place).replaceFirst("");
  }

  /** The causes of most records first. */
  public static List<Map.Entry<QuarantineCause, Long>> mostFrequent(
      Map<QuarantineCause, Long> records, int most) {
    return records.entrySet().stream()
        .sorted(
            Map.Entry.<QuarantineCause, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(one -> one.getKey().toString()))
        .limit(most)
        .toList();
  }

  /** The counts in a few words, such as {@code 3 NO_TIME captured_at, 1 MALFORMED}. */
  public static String words(Map<QuarantineCause, Long> records, int most) {
    Map<QuarantineCause, Long> brief = new LinkedHashMap<>();
    records.forEach(
        (cause, n) ->
            brief.merge(new QuarantineCause(cause.reason, cause.field, "", ""), n, Long::sum));
    return mostFrequent(brief, most).stream()
            .map(one -> String.format(Locale.ROOT, "%,d %s", one.getValue(), one.getKey().code()))
            .collect(Collectors.joining(", "))
        + (brief.size() > most ? " and others" : "");
  }

  /** Reason and field, such as {@code NO_TIME captured_at}. */
  public String code() {
    return field.isEmpty() ? reason : reason + " " + field;
  }

  /** All of it in one line. */
  public String line() {
    return code() + (place.isEmpty() ? "" : " (" + place + ")") + (why.isEmpty() ? "" : ": " + why);
  }
}
