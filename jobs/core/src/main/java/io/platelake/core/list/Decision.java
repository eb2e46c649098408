package io.platelake.core.list;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody decided about a list, one of its snapshots or one of its entries.
 *
 * @param list id of the list
 * @param agency agency that uses the list
 * @param about the whole list, a snapshot or an entry
 * @param role role in which somebody approves; empty for a withdrawal
 * @param document reference or reason
 * @param at when, UTC
 * @param principal who recorded it
 */
public record Decision(
    String list,
    String agency,
    Kind kind,
    Subject about,
    Optional<String> role,
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

  /** What a decision is about. */
  public sealed interface Subject {}

  /** All that is loaded of the list. */
  public record WholeList() implements Subject {}

  /** One snapshot, by its id. */
  public record OneSnapshot(String id) implements Subject {
    public OneSnapshot {
      Objects.requireNonNull(id, "id");
    }
  }

  /** One entry, by its id, in whatever snapshot it is. */
  public record OneEntry(long id) implements Subject {}

  public Decision {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(principal, "principal");
  }

  /** The snapshot it is about, if it is about one. */
  public Optional<String> snapshot() {
    return about instanceof OneSnapshot one ? Optional.of(one.id()) : Optional.empty();
  }

  /** The entry it is about, if it is about one. */
  public OptionalLong entry() {
    return about instanceof OneEntry one ? OptionalLong.of(one.id()) : OptionalLong.empty();
  }

  boolean isAboutList() {
    return about instanceof WholeList;
  }

  boolean isAbout(Snapshot asked) {
    return about instanceof OneSnapshot one && one.id().equals(asked.id());
  }
}
