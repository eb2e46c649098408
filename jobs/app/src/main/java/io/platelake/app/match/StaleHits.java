package io.platelake.app.match;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.list.Snapshot;
import io.platelake.core.match.rule.Listing;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds earlier hits of entries that are gone from the snapshot in force, or that a person took
 * out. The vehicle was recovered, or the warrant served.
 */
final class StaleHits {
  private StaleHits() {}

  /** The hits of one entry of one snapshot on one UTC date, which no purge has closed. */
  record Gone(String agency, String list, String snapshot, long entry, LocalDate date) {}

  /**
   * @param hits hits of the purpose
   * @param sourceTimes when the source made each snapshot, by its id
   */
  static List<Gone> find(Dataset<Row> hits, MatchInput input, Map<String, Instant> sourceTimes) {
    if (input.group().touchedLists().length == 0) {
      return List.of();
    }
    return notInForce(hits, input).stream()
        .map(
            r ->
                new Gone(
                    r.text("agency_id"),
                    r.text("list_id"),
                    r.text("snapshot_id"),
                    r.number("entry_id"),
                    r.date("date")))
        .filter(gone -> isStale(gone, input.group().scopes().get(gone.agency()), sourceTimes))
        .toList();
  }

  /** Listed hits whose entry the lists in force lack, by agency, list, snapshot, entry and date. */
  private static List<NamedRow> notInForce(Dataset<Row> hits, MatchInput input) {
    MatchGroup group = input.group();
    Object[] inForce = group.lists().stream().map(Snapshot::id).toArray();
    // Nearly all hits of a snapshot in force need no look: it holds their entries.
    Dataset<Row> listed =
        hits.where(HitTable.isOf(group.touchedLists()))
            .where(col("listing").equalTo(Listing.LISTED.name()))
            .where(
                col("snapshot_id")
                    .isin(inForce)
                    .equalTo(false)
                    .or(HitTable.isOf(group.shortenedLists())))
            .select("agency_id", "snapshot_id", "entry_id", "date", "list_id")
            .distinct();
    if (listed.isEmpty()) {
      return List.of();
    }
    // Whatever the policy now makes of its category: the source still lists it.
    Dataset<Row> standing =
        input.entries().select(col("agency_id").as("standing_of"), col("entry_id").as("standing"));
    return NamedRow.all(
        listed.join(
            standing,
            col("agency_id")
                .equalTo(col("standing_of"))
                .and(col("entry_id").equalTo(col("standing"))),
            "left_anti"));
  }

  private static boolean isStale(Gone hit, MatchScope scope, Map<String, Instant> sourceTimes) {
    if (scope.closed().contains(hit.date())) {
      return false;
    }
    if (scope.withdrawn().getOrDefault(hit.list(), Set.of()).contains(hit.entry())) {
      return true;
    }
    Instant matched = sourceTimes.getOrDefault(hit.snapshot(), Instant.EPOCH);
    return scope.lists().stream()
        .filter(s -> s.list().equals(hit.list()))
        .anyMatch(s -> Listing.of(matched, s.sourceTime(), false) == Listing.STALE);
  }
}
