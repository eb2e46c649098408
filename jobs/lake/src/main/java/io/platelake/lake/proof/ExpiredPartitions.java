package io.platelake.lake.proof;

import io.platelake.lake.proof.files.FileListing;
import io.platelake.lake.proof.log.PartitionPath;
import io.platelake.lake.proof.log.TableState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Nothing of an expired partition may be left: no live entry, no file, no folder. */
final class ExpiredPartitions {
  private ExpiredPartitions() {}

  static List<Finding> check(FileListing listing, TableState table, WorldRules rules) {
    if (rules.expired().isEmpty()) {
      return List.of();
    }
    Map<ExpiredDate, Long> live =
        count(rules, table.active().values(), file -> file.partitionValues());
    Map<ExpiredDate, Long> files =
        count(rules, listing.files().values(), file -> PartitionPath.values(file.folder()));
    Map<ExpiredDate, Long> folders =
        count(rules, listing.folders(), folder -> PartitionPath.values(folder));
    List<Finding> findings = new ArrayList<>();
    for (ExpiredDate partition : rules.expired()) {
      Map<String, Long> left = new TreeMap<>();
      left.put("live entries", live.getOrDefault(partition, 0L));
      left.put("files", files.getOrDefault(partition, 0L));
      left.put("folders", folders.getOrDefault(partition, 0L));
      left.values().removeIf(number -> number == 0);
      if (!left.isEmpty()) {
        findings.add(
            new Finding(
                Finding.Kind.EXPIRED_PARTITION,
                partition.path(),
                left.entrySet().stream()
                    .map(entry -> entry.getKey() + " left: " + entry.getValue())
                    .collect(Collectors.joining(", "))));
      }
    }
    return findings;
  }

  private static <T> Map<ExpiredDate, Long> count(
      WorldRules rules, Iterable<T> things, Function<T, Map<String, String>> values) {
    Map<ExpiredDate, Long> counts = new HashMap<>();
    for (T thing : things) {
      ExpiredDate.of(values.apply(thing))
          .filter(rules.expired()::contains)
          .ifPresent(partition -> counts.merge(partition, 1L, Long::sum));
    }
    return counts;
  }
}
