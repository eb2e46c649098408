package io.platelake.app.hotlist;

import io.platelake.core.hotlist.HotlistEntry;
import io.platelake.core.hotlist.ListSink;
import io.platelake.core.hotlist.layout.RefusalCode;
import io.platelake.core.plate.PlateShape;
import java.util.ArrayList;
import java.util.List;

/** The first entries of a list that are accepted, and the first records that are refused. */
final class FirstEntries implements ListSink {
  private static final int SHOWN = 5;

  private final boolean withPlates;
  private final List<String> accepted = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  FirstEntries(boolean withPlates) {
    this.withPlates = withPlates;
  }

  @Override
  public void accepted(HotlistEntry entry) {
    if (accepted.size() < SHOWN) {
      accepted.add("  " + line(entry));
    }
  }

  @Override
  public void refused(int line, RefusalCode code) {
    if (refused.size() < SHOWN) {
      refused.add("  line " + line + ": " + code);
    }
  }

  /** A line each, under what they are; nothing where there is none. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!accepted.isEmpty()) {
      lines.add("First entries:");
      lines.addAll(accepted);
    }
    if (!refused.isEmpty()) {
      lines.add("First refused records:");
      lines.addAll(refused);
    }
    return lines;
  }

  private String line(HotlistEntry e) {
    StringBuilder line = new StringBuilder();
    add(line, "plate", shown(e.plate()));
    add(line, "part of a plate", shown(e.pattern()));
    add(line, "state", e.state());
    add(line, "category", e.category());
    add(line, "offence class", e.offenceClass());
    add(line, "make", e.vehicle().make());
    add(line, "model", e.vehicle().model());
    add(line, "color", e.vehicle().color());
    add(line, "begins", e.begins());
    add(line, "expires", e.expires());
    return line.toString();
  }

  private String shown(String plate) {
    return plate == null || withPlates ? plate : PlateShape.of(plate);
  }

  private static void add(StringBuilder line, String name, Object value) {
    if (value != null) {
      line.append(line.isEmpty() ? "" : "  ").append(name).append(' ').append(value);
    }
  }
}
