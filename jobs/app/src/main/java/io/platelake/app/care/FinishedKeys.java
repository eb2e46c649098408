package io.platelake.app.care;

import io.platelake.app.ledger.list.SnapshotLedger;
import io.platelake.app.ledger.purge.OpenPurges;
import io.platelake.app.ledger.site.LandingLedger;
import io.platelake.lake.table.Lake;
import java.util.Set;

/**
 * Keys of commits that no run asks for again, because a ledger says that all is done for which they
 * were made. Other keys stay: a run that goes on after months must find them.
 *
 * <p>The keys have to be read before the ledgers. A batch that is planned in between is then in the
 * ledger, or its key is not among those looked at.
 *
 * @param plannedBatches batches of files whose landing is not finished
 * @param openPurges digests of plans that may still be run, or are not finished
 * @param loadedSnapshots snapshots of hot lists whose row is written, which comes last
 */
record FinishedKeys(
    Set<String> plannedBatches, Set<String> openPurges, Set<String> loadedSnapshots) {
  FinishedKeys {
    plannedBatches = Set.copyOf(plannedBatches);
    openPurges = Set.copyOf(openPurges);
    loadedSnapshots = Set.copyOf(loadedSnapshots);
  }

  static FinishedKeys of(Lake lake, OpenPurges purges) {
    return new FinishedKeys(
        LandingLedger.plannedBatches(lake), purges.resumable(), SnapshotLedger.ids(lake));
  }

  /**
   * Whether a key is finished.
   *
   * @param key kind and id, as the ledgers make them
   */
  boolean contains(String key) {
    String[] parts = key.split(":", 3);
    if (parts.length < 2) {
      return false;
    }
    return switch (parts[0]) {
      // A run has an id of its own and writes its record last.
      case "run" -> true;
      // What is noted once is known by its row.
      case "raw" -> true;
      case "land" -> !plannedBatches.contains(parts[1]);
      case "purge", "raw-gone" -> !openPurges.contains(parts[1]);
      case "hotlist" -> loadedSnapshots.contains(parts[1]);
      default -> false;
    };
  }
}
