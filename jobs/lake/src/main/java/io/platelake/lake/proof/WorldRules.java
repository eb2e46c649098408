package io.platelake.lake.proof;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must be true of one table; without rules only the closed world and the features are checked.
 *
 * @param expired partitions of which nothing may be left, neither file nor folder nor live entry
 * @param cutOffs oldest capture times; once there is one, every purpose and agency needs one
 * @param forbiddenStatistics columns of which no statistics may be in the log; a name forbids the
 *     column wherever it is nested and everything nested in it
 * @param predicateColumns the only columns the recorded conditions of commits may name
 * @param tombstonesFrom removed files younger than this instant may still be there for readers,
 *     outside expired partitions; empty when none may
 */
public record WorldRules(
    Set<ExpiredDate> expired,
    List<CutOff> cutOffs,
    Set<String> forbiddenStatistics,
    Set<String> predicateColumns,
    Optional<Instant> tombstonesFrom) {

  public WorldRules {
    expired = Set.copyOf(expired);
    cutOffs = List.copyOf(cutOffs);
    forbiddenStatistics = lower(forbiddenStatistics);
    predicateColumns = lower(predicateColumns);
  }

  /** No partition expired, no cut-off, every statistic allowed, no column in any condition. */
  public static WorldRules none() {
    return new WorldRules(Set.of(), List.of(), Set.of(), Set.of(), Optional.empty());
  }

  public WorldRules withExpired(Collection<ExpiredDate> partitions) {
    return new WorldRules(
        Set.copyOf(partitions), cutOffs, forbiddenStatistics, predicateColumns, tombstonesFrom);
  }

  public WorldRules withCutOffs(CutOff... instants) {
    return new WorldRules(
        expired, List.of(instants), forbiddenStatistics, predicateColumns, tombstonesFrom);
  }

  public WorldRules withForbiddenStatistics(String... columns) {
    return new WorldRules(expired, cutOffs, Set.of(columns), predicateColumns, tombstonesFrom);
  }

  public WorldRules withPredicateColumns(String... columns) {
    return new WorldRules(expired, cutOffs, forbiddenStatistics, Set.of(columns), tombstonesFrom);
  }

  public WorldRules withTombstonesFrom(Instant oldest) {
    return new WorldRules(
        expired, cutOffs, forbiddenStatistics, predicateColumns, Optional.of(oldest));
  }

  private static Set<String> lower(Set<String> names) {
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
