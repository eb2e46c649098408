package io.platelake.app.match;

import io.platelake.app.match.search.EarlierFindings;
import io.platelake.app.match.search.HitSearch;
import io.platelake.app.match.search.SearchResult;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds the reads whose plate, or vehicle, was on a hot list of their own agency and purpose.
 *
 * <ol>
 *   <li>mark: stored hits whose entry is gone are marked;
 *   <li>search: every read of the window is looked up among the entries in force;
 *   <li>replace: the hits of these lists in the window are replaced in one commit.
 * </ol>
 *
 * <p>Reads {@code reads} (key {@code read_id}) of one purpose, of all agencies in one look, and
 * {@code hotlist_entries} (key {@code snapshot_id, entry_id}) of the snapshots in force. Replaces
 * the hits (key {@code hit_id}, one per read and entry) of these lists in the window, in one
 * commit; hits whose entry is gone stay, marked, in a commit before it. Times are UTC. The same
 * parameters and tables always leave the same rows; dates that a purge has closed are not touched.
 */
final class MatchJob {
  private MatchJob() {}

  /**
   * Matches the scopes of one purpose; without a list in force, or with no date open, only hits are
   * marked whose entry is gone.
   *
   * @param lake serving the purpose
   * @param sourceTimes when the source made each snapshot, by its id
   * @param known by agency
   * @return by agency, of every scope
   */
  static Map<String, MatchCounts> run(
      Lake lake,
      MatchGroup group,
      Map<String, Instant> sourceTimes,
      Function<String, EarlierFindings> known,
      Instant asOf) {
    HitTable hits = new HitTable(lake, group);
    MatchGroup open = group.only(scope -> !scope.dates().isEmpty());
    MatchInput input = MatchInput.of(lake, group);
    // First, because what is found replaces hits of the window, and those that are marked stay.
    Map<String, Long> marked = hits.mark(StaleHits.find(hits.stored(), input, sourceTimes));
    Map<String, MatchCounts> counts = new TreeMap<>();
    if (!open.scopes().isEmpty()) {
      HitSearch search = new HitSearch(open.rules(), hits.columns(), known, asOf);
      try (SearchResult found = search.search(input.reads(open), search.listed(input.entries()))) {
        FoundHits summed = hits.keepAlerts(found.hits(lake));
        hits.replaceWindow(summed, input.replaced());
        open.scopes()
            .forEach(
                (agency, scope) ->
                    counts.put(
                        agency,
                        MatchCounts.of(found, agency, summed)
                            .with(MatchCount.ENTRIES, scope.entries())));
      }
    }
    Map<String, MatchCounts> all = new TreeMap<>();
    group
        .agencies()
        .forEach(
            agency ->
                all.put(
                    agency,
                    counts
                        .getOrDefault(agency, MatchCounts.NONE)
                        .with(MatchCount.MARKED_STALE, marked.getOrDefault(agency, 0L))));
    return all;
  }
}
