package io.platelake.core.vendorlog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One of two logs that are held against each other, in about 70 bytes a row: of each cell it keeps
 * a hash. Rows count from 0 in the order in which they are added, through all files of the log.
 */
public final class ComparedLog {
  static final String NETWORKS = "networks";
  static final String ORGANISATION = "organisation";
  static final String FRAME = "frame";
  private static final String ID = "id";
  private static final long UNTIMED = Long.MIN_VALUE;
  private static final long SECOND = 1_000_000L;
  private static final Pattern WHOLE = Pattern.compile("\\.0+$");
  private static final Pattern TO = Pattern.compile("\\s*(?:\\R|\\bto\\b)\\s*");

  /** What became of a row. */
  public enum Outcome {
    /** No other row was found so far, or none exists: only this log has it. */
    ONLY_HERE,
    MATCHED,
    /** The other log, or this one too, has several candidates. */
    AMBIGUOUS,
    /** Before or after the time that both logs cover, or without a time. */
    OUTSIDE,
    /** Another row of this log is the same search. */
    REPEATED
  }

  private final PrimitiveRows.Longs micros = new PrimitiveRows.Longs();
  private final PrimitiveRows.Longs identity = new PrimitiveRows.Longs();
  private final PrimitiveRows.Bytes valued = new PrimitiveRows.Bytes();
  private final PrimitiveRows.Bytes outcomes = new PrimitiveRows.Bytes();
  private final Map<String, PrimitiveRows.Ints> columns = new TreeMap<>();
  private final PrimitiveRows.Ints differing = new PrimitiveRows.Ints();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private int size;

  /** Adds a row. */
  public void add(LogRow row) {
    int at = size++;
    long instant = row.at().map(ComparedLog::micros).orElse(UNTIMED);
    micros.set(at, instant);
    if (row.at().isPresent()) {
      first = Math.min(first, instant);
      last = Math.max(last, instant);
    }
    long all = instant;
    for (Map.Entry<String, LogCell> entry : row.cells().entrySet()) {
      String column = entry.getKey();
      LogCell cell = entry.getValue();
      all = TextHash.mix(all, TextHash.of(column + '\u0000' + cell.state() + cell.text()));
      if (cell.state().isSeen()) {
        columns
            .computeIfAbsent(column, c -> new PrimitiveRows.Ints())
            .set(at, TextHash.small(plain(cell.text(), column)));
      }
    }
    Optional<String> id = value(row, ID);
    identity.set(at, id.map(TextHash::of).orElse(all));
    int said = id.isPresent() ? Key.ID.bit() : 0;
    said |= value(row, NETWORKS).isPresent() ? Key.NETWORKS.bit() : 0;
    said |= value(row, ORGANISATION).isPresent() ? Key.ORGANISATION.bit() : 0;
    said |= value(row, FRAME).isPresent() ? Key.FRAME.bit() : 0;
    valued.set(at, said);
  }

  /** Rows so far. */
  public int size() {
    return size;
  }

  /** What became of a row in the last comparison. */
  public Outcome outcome(int row) {
    return Outcome.values()[outcomes.get(row)];
  }

  /** Whether a matched row differs from the other log in a compared column. */
  public boolean differs(int row, String column) {
    int place = LogComparison.COMPARED.indexOf(column);
    return place >= 0 && (differing.get(row) & 1 << place) != 0;
  }

  /** What may be part of a key. */
  enum Key {
    ID,
    NETWORKS,
    ORGANISATION,
    FRAME;

    int bit() {
      return 1 << ordinal();
    }

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  void end(int row, Outcome outcome) {
    outcomes.set(row, outcome.ordinal());
  }

  void markDiffering(int row, int place) {
    differing.set(row, differing.get(row) | 1 << place);
  }

  boolean says(int row, Key part) {
    return (valued.get(row) & part.bit()) != 0;
  }

  boolean isTimed(int row) {
    return micros.get(row) != UNTIMED;
  }

  /** Micros since the epoch, UTC. */
  long micros(int row) {
    return micros.get(row);
  }

  /** Portals give milliseconds, audits do not. */
  long second(int row) {
    return isTimed(row) ? Math.floorDiv(micros.get(row), SECOND) : UNTIMED;
  }

  /** Hash of the id, or of time and all cells where the row has no id. */
  long identity(int row) {
    return identity.get(row);
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  /** Hash of what a cell says; 0 where the log does not show it. */
  int seen(int row, String column) {
    PrimitiveRows.Ints cells = columns.get(column);
    return cells == null ? 0 : cells.get(row);
  }

  /** Whether two rows of this log show the same, in every column that both show. */
  boolean agree(int a, int b) {
    if (second(a) != second(b)) {
      return false;
    }
    for (PrimitiveRows.Ints cells : columns.values()) {
      int one = cells.get(a);
      int other = cells.get(b);
      if (one != 0 && other != 0 && one != other) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> value(LogRow row, String column) {
    LogCell cell = row.cell(column);
    // Zero networks is a placeholder elsewhere, and tells searches apart as well as any number.
    boolean said =
        cell.state() == LogCell.State.VALUE
            || column.equals(NETWORKS) && cell.text().matches("0(\\.0+)?");
    return said ? Optional.of(plain(cell.text(), column)) : Optional.empty();
  }

  /** Without case and what spreadsheets and makers do to counts (412.0) and frames (a to b). */
  private static String plain(String text, String column) {
    String plain = text.toLowerCase(Locale.ROOT);
    return switch (column) {
      case NETWORKS, "devices" -> WHOLE.matcher(plain).replaceAll("");
      case FRAME -> TO.matcher(plain).replaceAll("\n");
      default -> plain;
    };
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
