package io.platelake.app.ledger.list;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * What a person decided about a list, one of its snapshots or one of its entries: a row of {@code
 * hotlist_decisions}.
 *
 * @param snapshot snapshot it is about, null for the list or an entry
 * @param entry entry it is about, null for the list or a snapshot
 * @param role role in which a person approves, null for a withdrawal
 * @param document reference or reason
 * @param at when, UTC
 * @param principal who recorded it
 */
public record Decision(
    String list,
    String agency,
    Kind kind,
    String snapshot,
    Long entry,
    String role,
    String document,
    Instant at,
    String principal) {

  /** What was decided. */
  public enum Kind {
    APPROVE,
    WITHDRAW;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Decision {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(principal, "principal");
  }

  boolean isAboutList() {
    return snapshot == null && entry == null;
  }
}
