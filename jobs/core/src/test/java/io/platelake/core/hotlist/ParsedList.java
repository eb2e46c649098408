package io.platelake.core.hotlist;

import io.platelake.core.hotlist.layout.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** What became of the records of a small list, all in memory. */
public record ParsedList(List<HotlistEntry> accepted, List<Refused> refused, ListCounts counts) {

  record Refused(int line, RefusalCode code) {}

  /** Collects what a reader tells. */
  static final class Sink implements ListSink {
    private final List<HotlistEntry> accepted = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    @Override
    public void accepted(HotlistEntry entry) {
      accepted.add(entry);
    }

    @Override
    public void refused(int line, RefusalCode code) {
      refused.add(new Refused(line, code));
    }

    ParsedList with(ListCounts counts) {
      return new ParsedList(List.copyOf(accepted), List.copyOf(refused), counts);
    }
  }

  SortedMap<String, Long> dropped() {
    return counts.droppedBy();
  }

  long duplicates() {
    return counts.duplicates();
  }

  long records() {
    return counts.records();
  }
}
