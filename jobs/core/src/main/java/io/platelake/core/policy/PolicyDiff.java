package io.platelake.core.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between two policies, value by value. The label of the version is left out: every
 * version changes it.
 */
public final class PolicyDiff {
  private static final Set<String> LABELS = Set.of("version", "format");

  private PolicyDiff() {}

  /** The changes from one policy to another, by head, then in the order of the files. */
  public static List<PolicyChange> between(PolicyFile from, PolicyFile to) {
    Map<String, String> before = from.lines().values();
    Map<String, String> after = to.lines().values();
    Set<String> paths = new LinkedHashSet<>(after.keySet());
    paths.addAll(before.keySet());
    List<PolicyChange> changes = new ArrayList<>();
    for (String path : paths) {
      String a = before.get(path);
      String b = after.get(path);
      if (!LABELS.contains(path) && (a == null || !a.equals(b))) {
        changes.add(
            new PolicyChange(
                ChangeTopic.of(path), path, Optional.ofNullable(a), Optional.ofNullable(b)));
      }
    }
    changes.sort(Comparator.comparing(PolicyChange::head));
    return List.copyOf(changes);
  }
}
