package io.platelake.core.vendorlog;

import io.platelake.core.BadInput;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.NodeOrigins;
import io.platelake.core.yaml.YamlMap;
import io.platelake.core.yaml.YamlPlace;
import io.platelake.core.yaml.YamlText;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * How a kind of vendor's log is laid out: its columns by the labels that files give them. A new
 * kind is a file in {@code schemas/accesslogs}.
 *
 * @param layout its name
 * @param meaning one line
 * @param lists what its rows are; a state where the layout does not say
 * @param rowStandsForGroup whether a row may stand for several searches, so that a search that is
 *     absent proves nothing
 * @param daily whether every day has rows, so that a day without one is a gap
 * @param key columns that together tell one row from another
 * @param columns by our name, in order
 */
public record LogLayout(
    String layout,
    String meaning,
    Lists lists,
    boolean rowStandsForGroup,
    boolean daily,
    List<String> key,
    Map<String, LogColumn> columns) {

  /** What rows of a layout are. */
  public enum Lists {
    /** Searches, which can be screened and sampled. */
    SEARCHES,
    /** Changes of users, sharing or lists. */
    EVENTS,
    /** Something that is there on the day of the export, such as accounts. */
    STATE;

    /** Its word in files and tables. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public LogLayout {
    Objects.requireNonNull(lists, "lists");
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(meaning, "meaning");
    key = List.copyOf(key);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    InvalidRule.requireKnown("key", key, columns.keySet(), "column");
  }

  /**
   * @param file its name, for messages
   * @throws BadInput if it is no layout
   */
  public static LogLayout read(String text, String file) {
    return YamlMap.readAll(
        YamlPlace.start(new NodeOrigins(file)), YamlText.compose(text, file), LogLayout::read);
  }

  private static LogLayout read(YamlMap root) {
    Map<String, LogColumn> columns =
        root.read(
            "columns",
            map -> {
              Map<String, LogColumn> all = new LinkedHashMap<>();
              map.names().forEach(n -> all.put(n, map.read(n, one -> LogColumn.read(one, n))));
              return all;
            });
    return new LogLayout(
        root.name("layout"),
        root.text("meaning"),
        root.optionalWord("lists", Lists.class).orElse(Lists.STATE),
        root.optionalFlag("row_stands_for_group"),
        root.optionalFlag("daily"),
        root.words("key"),
        columns);
  }

  /**
   * Whether a row that repeats another is the same one. A row whose key is blank or hidden may be
   * another: two protected people look alike.
   */
  public boolean isNamed(LogRow row) {
    return key.stream()
        .map(row::cell)
        .allMatch(cell -> cell.state().hasValue() || cell.state() == LogCell.State.NOT_EXPORTED);
  }

  /** The columns by the labels that files give them, as {@link #label} writes a label. */
  Map<String, LogColumn> byLabel() {
    Map<String, LogColumn> byLabel = new HashMap<>();
    for (LogColumn column : columns.values()) {
      byLabel.putIfAbsent(column.name(), column);
      column.alsoCalled().forEach(label -> byLabel.putIfAbsent(label, column));
    }
    return byLabel;
  }

  /** A label without what files add to it. */
  static String label(String label) {
    return label.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
  }
}
