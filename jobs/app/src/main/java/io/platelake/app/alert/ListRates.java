package io.platelake.app.alert;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.match.outcome.AlertRates;
import io.platelake.core.match.outcome.FalseCause;
import io.platelake.core.match.outcome.OutcomeMetrics;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Window;
import java.sql.Date;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * What became of the alerts of one list.
 *
 * @param rates over the reads of the agency and purpose
 * @param verified alerts of which every check agreed
 * @param stopsUnverified alerts on which a person was stopped without that
 * @param toVerify median time to verify of the dates' medians, each counting as often as alerts of
 *     its date were verified: exact for one date; empty when none was
 */
record ListRates(
    String agency,
    String purpose,
    String list,
    AlertRates rates,
    long verified,
    long stopsUnverified,
    Optional<Duration> toVerify) {

  private record Key(String agency, String purpose, String list) implements Comparable<Key> {
    @Override
    public int compareTo(Key o) {
      return List.of(agency, purpose, list)
          .toString()
          .compareTo(List.of(o.agency, o.purpose, o.list).toString());
    }
  }

  /** One list's facts: sums by metric, and by date the median and how many it is of. */
  private static final class Sums {
    private final Map<String, Long> byMetric = new TreeMap<>();
    private final Map<String, Long> verified = new TreeMap<>();
    private final Map<String, Long> medians = new TreeMap<>();

    void add(String date, String metric, long value) {
      if (metric.equals("seconds_to_verify_median")) {
        medians.put(date, value);
      } else {
        byMetric.merge(metric, value, Long::sum);
        if (metric.equals("verified")) {
          verified.put(date, value);
        }
      }
    }

    long of(String metric) {
      return byMetric.getOrDefault(metric, 0L);
    }

    Optional<Duration> toVerify() {
      List<Duration> all = new ArrayList<>();
      medians.forEach(
          (date, seconds) ->
              all.addAll(
                  Collections.nCopies(
                      Math.toIntExact(verified.get(date)), Duration.ofSeconds(seconds))));
      return AlertRates.median(all);
    }
  }

  /**
   * From {@code daily_facts} of the UTC dates of a window, by agency, purpose and list.
   *
   * @param agency null for all
   */
  static List<ListRates> of(Lake lake, Window window, String agency) {
    Map<Key, Sums> lists = new TreeMap<>();
    Map<Key, Long> reads = new TreeMap<>();
    Column some =
        col("date")
            .between(Date.valueOf(window.firstDate()), Date.valueOf(window.lastDate()))
            .and(col("list_id").isNotNull().or(col("metric").equalTo("reads_kept")));
    for (Row row :
        lake.ledger(Table.DAILY_FACTS)
            .where(agency == null ? some : some.and(col("agency_id").equalTo(agency)))
            .collectAsList()) {
      String list = row.getAs("list_id");
      Key key = new Key(row.getAs("agency_id"), row.getAs("purpose"), list == null ? "" : list);
      if (list == null) {
        reads.merge(key, row.getAs("value"), Long::sum);
      } else {
        lists
            .computeIfAbsent(key, k -> new Sums())
            .add(row.getAs("date").toString(), row.getAs("metric"), row.getAs("value"));
      }
    }
    List<ListRates> all = new ArrayList<>();
    lists.forEach(
        (key, sums) ->
            all.add(
                rates(
                    key, sums, reads.getOrDefault(new Key(key.agency(), key.purpose(), ""), 0L))));
    return all;
  }

  private static ListRates rates(Key key, Sums sums, long reads) {
    Map<FalseCause, Long> wrong = new EnumMap<>(FalseCause.class);
    for (FalseCause cause : FalseCause.values()) {
      wrong.put(cause, sums.of(OutcomeMetrics.FALSE + cause.name().toLowerCase(Locale.ROOT)));
    }
    return new ListRates(
        key.agency(),
        key.purpose(),
        key.list(),
        new AlertRates(reads, sums.of("hits"), sums.of("alerts"), sums.of("confirmed"), wrong),
        sums.of("verified"),
        sums.of("stops_unverified"),
        sums.toVerify());
  }
}
