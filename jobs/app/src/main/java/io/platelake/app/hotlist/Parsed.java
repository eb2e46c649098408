package io.platelake.app.hotlist;

import io.platelake.core.hotlist.ParsedList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts of a parsed list, as they stand in the run record and the ledger. */
record Parsed(ParsedList list) {

  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("records", (long) list.records());
    counts.put("accepted", (long) list.accepted().size());
    counts.put("refused", (long) list.refused().size());
    counts.put("dropped", dropped());
    counts.put("duplicate", (long) list.duplicates());
    return counts;
  }

  long dropped() {
    return droppedBy().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Refused records by reason code. */
  Map<String, Long> refusedBy() {
    Map<String, Long> by = new TreeMap<>();
    list.refused().forEach(r -> by.merge(r.code().name(), 1L, Long::sum));
    return by;
  }

  /** Dropped records by prohibited category. */
  Map<String, Long> droppedBy() {
    return list.dropped();
  }

  /** The counts in a line, with the reasons. */
  String line() {
    StringBuilder line = new StringBuilder();
    counts()
        .forEach(
            (what, count) ->
                line.append(line.isEmpty() ? "" : ", ").append(count).append(' ').append(what));
    return line
        + (refusedBy().isEmpty() ? "" : "; refused by " + refusedBy())
        + (droppedBy().isEmpty() ? "" : "; dropped by " + droppedBy());
  }
}
