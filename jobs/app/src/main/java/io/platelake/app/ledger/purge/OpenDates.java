package io.platelake.app.ledger.purge;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.platelake.lake.table.Slice;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;

/**
 * The UTC dates of one purpose that no purge has closed, by agency. Most agencies have the same, so
 * a condition on them is short however many agencies there are.
 *
 * @param purpose the purpose
 * @param byAgency dates of each {@code agency_id}; agencies without a date are left out
 */
public record OpenDates(String purpose, Map<String, List<LocalDate>> byAgency) {
  public OpenDates {
    Map<String, List<LocalDate>> open = new TreeMap<>();
    byAgency.forEach(
        (agency, dates) -> {
          if (!dates.isEmpty()) {
            open.put(agency, dates.stream().sorted().toList());
          }
        });
    byAgency = Map.copyOf(open);
  }

  /**
   * @param closed what purges have closed
   */
  public static OpenDates of(
      String purpose,
      Collection<String> agencies,
      List<LocalDate> dates,
      Set<ClosedDates.Closed> closed) {
    Map<String, List<LocalDate>> open = new TreeMap<>();
    for (String agency : agencies) {
      open.put(
          agency,
          dates.stream()
              .filter(d -> !closed.contains(new ClosedDates.Closed(agency, purpose, d)))
              .toList());
    }
    return new OpenDates(purpose, open);
  }

  /** Some dates of each agency. */
  public static OpenDates of(String purpose, Map<String, Set<LocalDate>> byAgency) {
    Map<String, List<LocalDate>> dates = new TreeMap<>();
    byAgency.forEach((agency, own) -> dates.put(agency, own.stream().sorted().toList()));
    return new OpenDates(purpose, dates);
  }

  /** The agencies that have a date. */
  public Set<String> agencies() {
    return new TreeSet<>(byAgency.keySet());
  }

  /** Dates of an agency, in order. */
  public List<LocalDate> of(String agency) {
    return byAgency.getOrDefault(agency, List.of());
  }

  /** The same of some agencies only. */
  public OpenDates only(Set<String> agencies) {
    Map<String, List<LocalDate>> some = new TreeMap<>(byAgency);
    some.keySet().retainAll(agencies);
    return new OpenDates(purpose, some);
  }

  /** Whether a row of a table walled by purpose is of such a date of its agency. */
  public Column holds() {
    return groups().entrySet().stream()
        .map(same -> col("agency_id").isin(same.getValue().toArray()).and(within(same.getKey())))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  /** As ranges: the time before a window has twenty thousand dates since 1970. */
  private static Column within(List<LocalDate> dates) {
    Column within = lit(false);
    int first = 0;
    for (int i = 1; i <= dates.size(); i++) {
      if (i == dates.size() || !dates.get(i).equals(dates.get(i - 1).plusDays(1))) {
        within =
            within.or(
                col("date")
                    .between(Date.valueOf(dates.get(first)), Date.valueOf(dates.get(i - 1))));
        first = i;
      }
    }
    return within;
  }

  /**
   * The rows of these dates of their agencies.
   *
   * @throws IllegalStateException if there is no date
   */
  public Slice slice() {
    if (byAgency.isEmpty()) {
      throw new IllegalStateException("no date of " + purpose + " is open");
    }
    List<Slice> slices = new ArrayList<>();
    groups()
        .forEach(
            (dates, agencies) ->
                slices.add(Slice.all().whereIn("agency_id", agencies).whereDates("date", dates)));
    // The purpose for all of them at once: the wall looks for it outside of alternatives.
    return Slice.all()
        .where("purpose", purpose)
        .and(slices.size() == 1 ? slices.get(0) : Slice.anyOf(slices));
  }

  /** Agencies by their dates. */
  private Map<List<LocalDate>, List<String>> groups() {
    Map<List<LocalDate>, List<String>> groups = new LinkedHashMap<>();
    agencies()
        .forEach(
            agency ->
                groups.computeIfAbsent(byAgency.get(agency), d -> new ArrayList<>()).add(agency));
    return groups;
  }
}
