package io.platelake.app.match;

import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.Map;

/**
 * Finds the reads whose plate, or vehicle, was on a hot list of their own agency and purpose.
 *
 * <ol>
 *   <li>mark: stored hits whose entry is gone are marked;
 *   <li>search: every read of the window is looked up among the entries in force;
 *   <li>replace: the hits of these lists in the window are replaced in one commit.
 * </ol>
 *
 * <p>Reads {@code reads} (key {@code read_id}) of one purpose, and {@code hotlist_entries} (key
 * {@code snapshot_id, entry_id}) of the snapshots in force. Replaces the hits (key {@code hit_id},
 * one per read and entry) of these lists in the window, in one commit; hits whose entry is gone
 * stay, marked. Times are UTC. The same parameters and tables always leave the same rows; dates
 * that a purge has closed are not touched.
 */
final class MatchJob {
  private MatchJob() {}

  /**
   * Matches one scope; without a list in force, or with no date open, only hits are marked whose
   * entry is gone.
   *
   * @param lake serving the purpose of the scope
   * @param sourceTimes when the source made each snapshot, by its id
   */
  static MatchCounts run(
      Lake lake,
      MatchScope scope,
      Map<String, Instant> sourceTimes,
      EarlierFindings known,
      Instant asOf) {
    MatchInput input = MatchInput.of(lake, scope);
    HitTable hits = new HitTable(lake, scope);
    // First, because what is found replaces hits of the window, and those that are marked stay.
    long marked = hits.mark(StaleHits.find(hits.stored(), input, sourceTimes));
    SearchResult found = SearchResult.NOTHING;
    long entries = 0;
    if (!scope.dates().isEmpty()) {
      found =
          hits.keepAlerts(HitSearch.of(scope.rules(), hits.columns(), known, asOf).search(input));
      entries = scope.entries();
      if (!scope.lists().isEmpty()) {
        hits.replaceWindow(found, input.replaced());
      }
    }
    return MatchCounts.of(found, hits.columns())
        .with(MatchCount.ENTRIES, entries)
        .with(MatchCount.MARKED_STALE, marked);
  }
}
