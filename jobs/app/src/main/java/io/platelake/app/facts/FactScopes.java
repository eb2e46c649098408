package io.platelake.app.facts;

import static org.apache.spark.sql.functions.col;

import io.platelake.lake.table.Slice;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * What facts are computed of. Agencies with the same dates of a purpose are named together, so that
 * a query for hundreds of them stays short.
 */
final class FactScopes {
  private final Map<Dates, List<String>> agencies = new LinkedHashMap<>();

  private record Dates(String purpose, List<LocalDate> dates) {
    Object[] days() {
      return dates.stream().map(Date::valueOf).toArray();
    }
  }

  FactScopes(List<FactsJob.Scope> scopes) {
    for (FactsJob.Scope scope : scopes) {
      if (!scope.dates().isEmpty()) {
        agencies
            .computeIfAbsent(new Dates(scope.purpose(), scope.dates()), d -> new ArrayList<>())
            .add(scope.agency());
      }
    }
  }

  boolean isEmpty() {
    return agencies.isEmpty();
  }

  /** Whether a row of {@code purpose}, {@code date} and {@code agency_id} is of a scope. */
  Column rows() {
    Column any =
        agencies.entrySet().stream()
            .map(
                e ->
                    col("purpose")
                        .equalTo(e.getKey().purpose())
                        .and(col("date").isin(e.getKey().days()))
                        .and(col("agency_id").isin(e.getValue().toArray())))
            .reduce(Column::or)
            .orElseThrow();
    if (agencies.size() == 1) {
      return any;
    }
    // Partitions are chosen by plain terms, not by those inside an alternative.
    return partitions().and(any);
  }

  private Column partitions() {
    Object[] purposes = agencies.keySet().stream().map(Dates::purpose).distinct().toArray();
    Object[] days =
        agencies.keySet().stream()
            .flatMap(d -> d.dates().stream())
            .distinct()
            .map(Date::valueOf)
            .toArray();
    return col("purpose").isin(purposes).and(col("date").isin(days));
  }

  /** The rows of {@code daily_facts} of the scopes. */
  Slice slice() {
    return Slice.anyOf(
        agencies.entrySet().stream()
            .map(
                e ->
                    Slice.all()
                        .whereIn("agency_id", e.getValue())
                        .where("purpose", e.getKey().purpose())
                        .whereDates("date", e.getKey().dates()))
            .toList());
  }
}
