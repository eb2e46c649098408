package io.platelake.core.list;

import io.platelake.core.policy.Policy;
import io.platelake.core.policy.matching.HotlistRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a snapshot of a list may be used at an instant (Washington policy, 3.1 and 4.7; Kentucky
 * policy, IV.I.5).
 *
 * @param snapshot the snapshot
 * @param use what may be done with it
 * @param age from the source's time to the instant
 */
public record SnapshotStatus(Snapshot snapshot, Use use, Duration age) {

  /** What may be done with a snapshot, and where in its life it is. */
  public enum Use {
    IN_FORCE("in force", "active"),
    /** Older than the policy allows: not matched, and a person must fetch a newer one. */
    STALE("stale", "expired"),
    /** The policy in force no longer names its source, so it is not matched. */
    NOT_NAMED("not named by the policy", "approved"),
    /** It waits for an approval; until then the one before it is used. */
    PROPOSED("waits for approval", "proposed"),
    /** A newer snapshot is used instead. */
    SUPERSEDED("superseded", "expired"),
    /** A person took it back. */
    WITHDRAWN("withdrawn", "withdrawn");

    private final String words;
    private final String stage;

    Use(String words, String stage) {
      this.words = words;
      this.stage = stage;
    }

    /** One of proposed, approved, active, expired and withdrawn. */
    public String stage() {
      return stage;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  public SnapshotStatus {
    Objects.requireNonNull(snapshot, "snapshot");
    Objects.requireNonNull(use, "use");
    Objects.requireNonNull(age, "age");
  }

  /**
   * The standing of a snapshot that is approved and the newest of its list.
   *
   * @param policy policy of the snapshot's agency; empty when it has none
   */
  static SnapshotStatus of(Snapshot snapshot, Optional<Policy> policy, Instant asOf) {
    Optional<HotlistRules> rules =
        policy
            .map(p -> p.hotlists().get(snapshot.purpose()))
            .filter(r -> r.source(snapshot.source()).isPresent());
    if (rules.isEmpty()) {
      return as(snapshot, Use.NOT_NAMED, asOf);
    }
    boolean usable = Freshness.usable(snapshot.sourceTime(), asOf, rules.get().maxAge());
    return as(snapshot, usable ? Use.IN_FORCE : Use.STALE, asOf);
  }

  static SnapshotStatus as(Snapshot snapshot, Use use, Instant asOf) {
    return new SnapshotStatus(snapshot, use, Duration.between(snapshot.sourceTime(), asOf));
  }

  public boolean is(Use asked) {
    return use == asked;
  }
}
