package io.platelake.app.ledger.audit;

import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.detect.SharingChange;
import java.util.List;

/**
 * What a log shows of a window.
 *
 * @param searches by time and id, each once
 * @param changes of sharing, by time; only a vendor's event log has them
 * @param changesSeen changes of sharing of which the log shows all; 0 without an event log
 * @param changesUnseen changes of which it does not show with whom, or what was done
 * @param notes what to know about the log, in sentences
 */
public record AuditedSearches(
    List<ScreenedSearch> searches,
    List<SharingChange> changes,
    long changesSeen,
    long changesUnseen,
    List<String> notes) {
  /** Of a log of which nothing is held. */
  public static final AuditedSearches NONE =
      new AuditedSearches(List.of(), List.of(), 0, 0, List.of());

  public AuditedSearches {
    searches = List.copyOf(searches);
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }
}
