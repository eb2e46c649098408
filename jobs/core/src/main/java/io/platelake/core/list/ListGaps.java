package io.platelake.core.list;

import io.platelake.core.list.SnapshotStatus.Use;
import io.platelake.core.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Purposes that may use hot lists and have none to use: matching finds nothing there. */
public final class ListGaps {
  /** A list of these counts as there: it is used, or it is a finding of its own. */
  private static final Set<Use> THERE = Set.of(Use.IN_FORCE, Use.STALE);

  /**
   * A purpose without a list in force.
   *
   * @param waiting its lists that wait for an approval; where there is one, somebody must act
   */
  public record Gap(String agency, String purpose, long waiting) {}

  private ListGaps() {}

  /**
   * @param policies policies in force, by agency
   * @param lists the snapshot that counts of every list
   */
  public static List<Gap> of(Map<String, Policy> policies, List<SnapshotStatus> lists) {
    List<Gap> gaps = new ArrayList<>();
    new TreeMap<>(policies)
        .forEach(
            (agency, policy) -> {
              for (String purpose : policy.hotlists().keySet().stream().sorted().toList()) {
                List<Use> uses =
                    lists.stream()
                        .filter(s -> s.snapshot().agency().equals(agency))
                        .filter(s -> s.snapshot().purpose().equals(purpose))
                        .map(SnapshotStatus::use)
                        .toList();
                if (uses.stream().noneMatch(THERE::contains)) {
                  long waiting = uses.stream().filter(use -> use == Use.PROPOSED).count();
                  gaps.add(new Gap(agency, purpose, waiting));
                }
              }
            });
    return gaps;
  }
}
