package io.platelake.app.purge;

import io.platelake.lake.contract.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is past its minimum and would go if a person approved it, in words for a person. */
final class ApprovalBacklog {
  private ApprovalBacklog() {}

  static List<String> lines(List<DuePartitions.Owned> owned, Instant asOf) {
    Map<String, List<DuePartitions.Owned>> waiting =
        owned.stream()
            .filter(o -> o.table() == Table.READS && !o.waitsFor().isEmpty())
            .filter(o -> o.freeFrom() == null || !o.freeFrom().isAfter(asOf))
            .collect(
                Collectors.groupingBy(
                    o -> "reads of " + o.agency() + ", " + o.purpose(),
                    TreeMap::new,
                    Collectors.toList()));
    return waiting.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
  }

  private static String line(String what, List<DuePartitions.Owned> dates) {
    Set<String> roles = new TreeSet<>();
    dates.forEach(o -> roles.addAll(o.waitsFor()));
    DuePartitions.Owned last = dates.get(dates.size() - 1);
    return what
        + ": "
        + dates.stream().mapToLong(DuePartitions.Owned::rows).sum()
        + " rows of "
        + dates.size()
        + " date(s) up to "
        + last.date()
        + " wait for approval by "
        + String.join(", ", roles);
  }
}
