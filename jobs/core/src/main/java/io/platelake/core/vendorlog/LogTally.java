package io.platelake.core.vendorlog;

import io.platelake.core.vendorlog.VendorLogFault.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Counts the rows of one log, and what is wrong with them. */
final class LogTally {
  /** Rows at which exports of spreadsheets and portals end. */
  private static final Set<Long> CUTS =
      Set.of(1_048_575L, 1_000_000L, 65_535L, 55_000L, 50_000L, 20_000L);

  private static final int LEAST_PAGES = 3;
  private static final long LONGEST_PAGE = 100;
  private static final long TELLING_ROWS = 30;
  // A few gaps do not make one word for all others a reason.
  private static final double TELLING_SHARE = 0.9;

  private final LogLayout layout;
  private final RowPrint print = new RowPrint();
  private final Map<Kind, long[]> keptOut = new EnumMap<>(Kind.class);
  private final List<VendorLogFault> faults = new ArrayList<>();
  private final Map<String, Map<LogCell.State, Long>> states = new TreeMap<>();
  private final Set<String> columns = new TreeSet<>();
  private final Map<String, Optional<String>> onlyValue = new HashMap<>();
  private final RowPrints rows = new RowPrints();
  private final Map<String, long[]> unlisted = new TreeMap<>();
  private final List<Long> pages = new ArrayList<>();
  private final TreeSet<LocalDate> days = new TreeSet<>();
  private long taken;
  private long repeated;
  private long firstRepeat;
  private Optional<Instant> first = Optional.empty();
  private Optional<Instant> last = Optional.empty();

  LogTally(LogLayout layout) {
    this.layout = layout;
  }

  void fault(VendorLogFault fault) {
    faults.add(fault);
  }

  /** The header that is in force comes again, before a row of this number. */
  void sameHeader(long number) {
    pages.add(number);
  }

  /** Takes the labels of a header over. */
  void header(List<Optional<LogColumn>> labels, List<String> words) {
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i).isPresent()) {
        columns.add(labels.get(i).get().name());
      } else if (!words.get(i).isBlank()) {
        faults.add(new VendorLogFault(Kind.UNKNOWN_COLUMN, 0, 0, words.get(i).strip()));
      }
    }
  }

  void keepOut(Kind kind, long number) {
    long[] count = keptOut.computeIfAbsent(kind, k -> new long[] {0, number});
    count[0]++;
  }

  void take(LogRow row, Consumer<LogRow> take) {
    if (!rows.add(print.of(row)) && layout.isNamed(row)) {
      firstRepeat = repeated == 0 ? row.number() : firstRepeat;
      repeated++;
      return;
    }
    taken++;
    row.cells()
        .forEach(
            (column, cell) -> {
              states
                  .computeIfAbsent(column, c -> new EnumMap<>(LogCell.State.class))
                  .merge(cell.state(), 1L, Long::sum);
              if (cell.state() == LogCell.State.UNLISTED) {
                unlisted.computeIfAbsent(column, c -> new long[] {0, row.number()})[0]++;
              }
              LogColumn known = layout.columns().get(column);
              if (known != null && known.telling() && cell.state() == LogCell.State.VALUE) {
                onlyValue.merge(
                    column, Optional.of(cell.text()), (a, b) -> a.equals(b) ? a : Optional.empty());
              }
            });
    row.at()
        .ifPresent(
            at -> {
              first = first.filter(f -> f.isBefore(at)).or(() -> Optional.of(at));
              last = last.filter(l -> l.isAfter(at)).or(() -> Optional.of(at));
              days.add(LocalDate.ofInstant(at, ZoneOffset.UTC));
            });
    take.accept(row);
  }

  LogAccount account() {
    keptOut.forEach((kind, count) -> faults.add(new VendorLogFault(kind, count[0], count[1], "")));
    unlisted.forEach(
        (column, count) ->
            faults.add(new VendorLogFault(Kind.UNLISTED_WORD, count[0], count[1], column)));
    headersAgain();
    if (repeated > 0) {
      faults.add(new VendorLogFault(Kind.REPEATED, repeated, firstRepeat, ""));
    }
    long out = keptOut.values().stream().mapToLong(count -> count[0]).sum();
    long all = taken + repeated + out;
    if (CUTS.contains(all)) {
      faults.add(new VendorLogFault(Kind.POSSIBLY_CUT, all, 0, ""));
    }
    if (layout.daily() && !days.isEmpty()) {
      long between = days.last().toEpochDay() - days.first().toEpochDay() + 1;
      if (between > days.size()) {
        faults.add(new VendorLogFault(Kind.DAY_GAP, between - days.size(), 0, ""));
      }
    }
    onlyValue.forEach(
        (column, value) -> {
          long values = states.get(column).getOrDefault(LogCell.State.VALUE, 0L);
          if (value.isPresent() && values >= TELLING_ROWS && values >= TELLING_SHARE * taken) {
            faults.add(new VendorLogFault(Kind.ONE_VALUE, values, 0, column));
          }
        });
    return new LogAccount(taken, repeated, out, first, last, columns, states, faults);
  }

  /** Headers at the distance of pages are of a print; a few far apart are of exports in a row. */
  private void headersAgain() {
    boolean ofPages = pages.size() >= LEAST_PAGES;
    long before = 1;
    for (long number : pages) {
      ofPages &= number - before <= LONGEST_PAGE;
      before = number;
    }
    if (ofPages) {
      faults.add(new VendorLogFault(Kind.PAGE_HEADER, pages.size(), pages.get(0), ""));
    } else {
      pages.forEach(number -> faults.add(new VendorLogFault(Kind.STACKED, 1, number, "")));
    }
  }
}
