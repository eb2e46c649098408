package io.platelake.core.hotlist;

import io.platelake.core.match.VehicleTraits;
import java.time.Instant;
import java.util.Objects;

/**
 * One accepted entry of a list snapshot.
 *
 * @param entryId the same in every snapshot for the same list, plate, state, category and case
 * @param plate normalised plate
 * @param plateKey the plate packed
 * @param foldKey the key folded under the classes of the policy
 * @param state two-letter code, null when the list gives none
 * @param category as the policy names it
 * @param offenceClass as the policy names it, null when the list gives none
 * @param caseNumber null when the list gives none
 * @param officer who determined that the entry is needed, null when the list gives none
 * @param determination the officer's words, null when the list gives none
 * @param instructions what to do on a hit, as the list writes it; null when it gives none
 * @param vehicle traits the list gives
 * @param expires first instant at which the entry counts no more, null when it lasts as long as the
 *     snapshot
 */
public record HotlistEntry(
    long entryId,
    String listId,
    String plate,
    long plateKey,
    long foldKey,
    String state,
    String category,
    String offenceClass,
    String caseNumber,
    String officer,
    String determination,
    String instructions,
    VehicleTraits vehicle,
    Instant expires) {

  public HotlistEntry {
    Objects.requireNonNull(listId, "listId");
    Objects.requireNonNull(plate, "plate");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(vehicle, "vehicle");
  }

  /** Names the entry without its plate, so that a log line cannot hold one. */
  @Override
  public String toString() {
    return "HotlistEntry[listId=" + listId + ", entryId=" + entryId + "]";
  }
}
