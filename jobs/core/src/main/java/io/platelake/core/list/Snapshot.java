package io.platelake.core.list;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One accepted snapshot of a hot list.
 *
 * @param id snapshot id
 * @param list list it is a snapshot of; a list belongs to one agency and one purpose
 * @param agency agency that uses it
 * @param owner agency that maintains it, mostly the same
 * @param purpose purpose it serves
 * @param source who maintains it, as the policy names it
 * @param sourceTime when the source made it, UTC; its age counts from here
 * @param loadedAt as_of of its load, UTC
 * @param entries entries it holds
 * @param letterOAsZero whether the source writes the letter O as the digit 0
 * @param approval role whose approval it needs before it is used; empty when it needs none
 */
public record Snapshot(
    String id,
    String list,
    String agency,
    String owner,
    String purpose,
    String source,
    Instant sourceTime,
    Instant loadedAt,
    long entries,
    boolean letterOAsZero,
    Optional<String> approval) {

  /** The order in which snapshots count; of a list the last one counts most. */
  public static final Comparator<Snapshot> ORDER =
      Comparator.comparing(Snapshot::list)
          .thenComparing(Snapshot::sourceTime)
          .thenComparing(Snapshot::loadedAt)
          .thenComparing(Snapshot::id);

  public Snapshot {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sourceTime, "sourceTime");
    Objects.requireNonNull(loadedAt, "loadedAt");
    Objects.requireNonNull(approval, "approval");
  }

  /**
   * Whether it had been loaded at an instant. Its source time may lie ahead of that by what was
   * tolerated when it was loaded: then the source's clock runs ahead, and the list is there.
   */
  public boolean knownAt(Instant at) {
    return !loadedAt.isAfter(at);
  }
}
