package io.platelake.core.yaml;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * A policy rule that contradicts itself or another rule. {@link YamlMap} turns it into {@link
 * io.platelake.core.BadInput} with file and line.
 */
public final class InvalidRule extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String why;
  private final String remedy;

  public InvalidRule(String path, String why, String remedy) {
    super(path + ": " + why + ". " + remedy);
    this.path = path;
    this.why = why;
    this.remedy = remedy;
  }

  /** Refuses a share that is not above 0 and at most 1. */
  public static void requireShare(String path, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new InvalidRule(path, "is not above 0 and at most 1", "Write one half as 0.5");
    }
  }

  /** Refuses a name that is not among the known ones. */
  public static void requireKnown(
      String path, Collection<String> names, Set<String> known, String what) {
    for (String name : new TreeSet<>(names)) {
      if (!known.contains(name)) {
        throw new InvalidRule(
            path,
            "names the unknown " + what + " " + YamlPlace.quote(name),
            "Use one of " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  /** Dotted path of the rule, relative to the record that refused it. */
  public String path() {
    return path;
  }

  public String why() {
    return why;
  }

  public String remedy() {
    return remedy;
  }
}
