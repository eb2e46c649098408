package io.platelake.app.hotlist;

import io.platelake.core.list.SnapshotStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows the standing of lists: to people as a table, to programs as values. */
final class SnapshotStatusTable {
  private static final String LINE = "%-24s %-12s %-10s %-24s %-12s %12s  %s";

  private SnapshotStatusTable() {}

  /** A line a list, under a head. */
  static List<String> lines(List<SnapshotStatus> standings) {
    if (standings.isEmpty()) {
      return List.of("No hot list has been loaded.");
    }
    List<String> lines = new ArrayList<>();
    lines.add(line("list", "agency", "purpose", "source time", "age", "entries", "state"));
    for (SnapshotStatus s : standings) {
      lines.add(
          line(
              s.snapshot().list(),
              s.snapshot().agency(),
              s.snapshot().purpose(),
              s.snapshot().sourceTime().toString(),
              words(s.age()),
              String.format(Locale.ROOT, "%,d", s.snapshot().entries()),
              s.is(SnapshotStatus.Use.PROPOSED)
                  ? s.use()
                      + " by "
                      + s.snapshot().approval().orElseThrow()
                      + ": "
                      + s.snapshot().id()
                  : s.use().toString()));
    }
    return lines;
  }

  /** The same for the run record. */
  static List<Map<String, Object>> values(List<SnapshotStatus> standings) {
    List<Map<String, Object>> values = new ArrayList<>();
    for (SnapshotStatus s : standings) {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("list", s.snapshot().list());
      value.put("agency", s.snapshot().agency());
      value.put("purpose", s.snapshot().purpose());
      value.put("snapshot_id", s.snapshot().id());
      value.put("source_time", s.snapshot().sourceTime().toString());
      value.put("age_seconds", s.age().toSeconds());
      value.put("entries", s.snapshot().entries());
      value.put("stage", s.use().stage());
      value.put("state", s.use().name().toLowerCase(Locale.ROOT));
      values.add(value);
    }
    return values;
  }

  private static String line(Object... cells) {
    return String.format(Locale.ROOT, LINE, cells).stripTrailing();
  }

  private static String words(Duration age) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", age.toHours(), age.toMinutesPart(), age.toSecondsPart());
  }
}
