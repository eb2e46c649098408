package io.platelake.core.hotlist;

import io.platelake.core.match.rule.VehicleTraits;
import java.time.Instant;
import java.util.Objects;

/**
 * One accepted entry of a list snapshot: a plate, a part of one, or the description of a vehicle
 * without any.
 *
 * @param entryId the same in every snapshot for the same list, state, category, case, and plate,
 *     part of a plate or description
 * @param plate normalised plate, null when the entry does not know all of it
 * @param plateKey the plate packed, null without one
 * @param foldKey the key folded under the classes of the policy, null without one
 * @param pattern what is known of the plate, as {@link
 *     io.platelake.core.plate.PlatePattern#text()}; null for a whole plate or none
 * @param state two-letter code, null when the list gives none
 * @param category as the policy names it
 * @param offenceClass as the policy names it, null when the list gives none
 * @param caseNumber null when the list gives none
 * @param officer who determined that the entry is needed, null when the list gives none
 * @param determination the officer's words, null when the list gives none
 * @param instructions what to do on a hit, as the list writes it; null when it gives none
 * @param vehicle traits the list gives
 * @param begins first instant at which the entry counts, UTC; null when it counts from its snapshot
 *     on
 * @param expires first instant at which the entry counts no more, null when it lasts as long as the
 *     snapshot
 */
public record HotlistEntry(
    long entryId,
    String listId,
    String plate,
    Long plateKey,
    Long foldKey,
    String pattern,
    String state,
    String category,
    String offenceClass,
    String caseNumber,
    String officer,
    String determination,
    String instructions,
    VehicleTraits vehicle,
    Instant begins,
    Instant expires) {

  public HotlistEntry {
    Objects.requireNonNull(listId, "listId");
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(vehicle, "vehicle");
    if ((plate == null) != (plateKey == null)
        || (plate == null) != (foldKey == null)
        || (plate != null && pattern != null)) {
      throw new IllegalArgumentException("an entry has a plate with its keys, a pattern, or none");
    }
    if (begins != null && expires != null && !begins.isBefore(expires)) {
      throw new IllegalArgumentException("an entry begins before it ends");
    }
  }

  /** Names the entry without its plate, so that a log line cannot hold one. */
  @Override
  public String toString() {
    return "HotlistEntry[listId=" + listId + ", entryId=" + entryId + "]";
  }
}
