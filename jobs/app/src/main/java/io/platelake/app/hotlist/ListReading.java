package io.platelake.app.hotlist;

import io.platelake.core.hotlist.ListCounts;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts of a list, for the run record and for people. */
record ListReading(ListCounts list) {

  Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("records", list.records());
    counts.put("accepted", list.accepted());
    counts.put("refused", list.refused());
    counts.put("dropped", list.dropped());
    counts.put("duplicate", list.duplicates());
    return counts;
  }

  /** The counts in a line, with the reasons. */
  String line() {
    StringBuilder line = new StringBuilder();
    counts()
        .forEach(
            (what, count) ->
                line.append(line.isEmpty() ? "" : ", ").append(count).append(' ').append(what));
    return line
        + (list.refusedBy().isEmpty() ? "" : "; refused by " + list.refusedBy())
        + (list.droppedBy().isEmpty() ? "" : "; dropped by " + list.droppedBy())
        + (list.skipped() == 0 ? "" : "; " + list.skipped() + " lines are no records");
  }
}
