package io.platelake.core.vendorlog;

import io.platelake.core.vendorlog.VendorLogFault.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

  private static final long TELLING_ROWS = 30;
  // A few gaps do not make one word for all others a reason.
  private static final double TELLING_SHARE = 0.9;

  private final LogLayout layout;
  private final MessageDigest sha = sha();
  private final Map<Kind, long[]> keptOut = new EnumMap<>(Kind.class);
  private final List<VendorLogFault> faults = new ArrayList<>();
  private final Map<String, Map<LogCell.State, Long>> states = new TreeMap<>();
  private final Set<String> columns = new TreeSet<>();
  private final Map<String, Optional<String>> onlyValue = new HashMap<>();
  private final Fingerprints rows = new Fingerprints();
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
    // A row whose key is blank or hidden may be another one: two protected people look alike.
    boolean named =
        layout.key().stream()
            .map(row::cell)
            .allMatch(
                cell ->
                    cell.state() == LogCell.State.VALUE
                        || cell.state() == LogCell.State.NOT_EXPORTED);
    if (!rows.add(fingerprint(row)) && named) {
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

  /** Eight bytes of a SHA-256 over all cells: among ten million rows two hardly share them. */
  private long fingerprint(LogRow row) {
    sha.reset();
    // Columns come sorted by name: exports that were joined may have them in another order.
    row.cells()
        .forEach(
            (column, cell) -> {
              if (!cell.text().isEmpty()) {
                sha.update((column + '\u0000' + cell.text()).getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
              }
            });
    return ByteBuffer.wrap(sha.digest()).getLong();
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  LogAccount account() {
    keptOut.forEach((kind, count) -> faults.add(new VendorLogFault(kind, count[0], count[1], "")));
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
}
