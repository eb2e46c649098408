package io.platelake.app.hotlist;

import io.platelake.app.policy.Adopted;
import io.platelake.core.hotlist.Freshness;
import io.platelake.core.policy.HotlistRules;
import io.platelake.lake.Lake;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether the newest snapshot of a list may be used at an instant (Washington policy, 3.1 and 4.7).
 *
 * @param snapshot newest snapshot known then
 * @param use what may be done with it
 * @param age from the source's time to the instant
 */
public record Standing(Snapshot snapshot, Use use, Duration age) {

  /** What may be done with a list. */
  public enum Use {
    IN_FORCE("in force"),
    /** Older than the policy allows: not matched, and somebody must fetch a newer one. */
    STALE("stale"),
    /** The policy in force no longer names its source, so it is not matched. */
    NOT_NAMED("not named by the policy");

    private final String words;

    Use(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  public Standing {
    Objects.requireNonNull(snapshot, "snapshot");
    Objects.requireNonNull(use, "use");
    Objects.requireNonNull(age, "age");
  }

  /**
   * The standing of every list, by list id.
   *
   * @param policies policies in force, by agency
   */
  public static List<Standing> all(Lake lake, Map<String, Adopted> policies, Instant asOf) {
    return SnapshotLedger.newest(SnapshotLedger.accepted(lake), asOf).stream()
        .map(s -> of(s, policies.get(s.agency()), asOf))
        .toList();
  }

  /**
   * @param adopted policy of the snapshot's agency; null when it has none
   */
  static Standing of(Snapshot snapshot, Adopted adopted, Instant asOf) {
    Duration age = Duration.between(snapshot.sourceTime(), asOf);
    HotlistRules rules =
        adopted == null ? null : adopted.policy().hotlists().get(snapshot.purpose());
    if (rules == null || rules.source(snapshot.source()).isEmpty()) {
      return new Standing(snapshot, Use.NOT_NAMED, age);
    }
    boolean usable = Freshness.usable(snapshot.sourceTime(), asOf, rules.maxAge());
    return new Standing(snapshot, usable ? Use.IN_FORCE : Use.STALE, age);
  }

  public boolean is(Use asked) {
    return use == asked;
  }
}
