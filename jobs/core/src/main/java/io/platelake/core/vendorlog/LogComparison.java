package io.platelake.core.vendorlog;

import io.platelake.core.vendorlog.ComparedLog.Key;
import io.platelake.core.vendorlog.ComparedLog.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Two logs that are being held against each other; see {@link Reconciliation}. */
final class LogComparison {
  static final List<String> COMPARED =
      List.of("account", "organisation", "plate", "reason", "case_number", "type");

  private final Map<String, Long> differing = new TreeMap<>();
  private final Map<YearMonth, long[]> months = new TreeMap<>();
  private final ComparedLog first;
  private final ComparedLog second;

  /** Rows that wait for a counterpart: those of the second log follow those of the first. */
  private final BitSet waiting = new BitSet();

  private long matched;
  private long ambiguous;
  private long outside;
  private long repeated;

  LogComparison(ComparedLog first, ComparedLog second, Duration tolerance) {
    this.first = first;
    this.second = second;
    boolean overlap = first.first() <= first.last() && second.first() <= second.last();
    long widened = tolerance.toNanos() / 1_000;
    long from = overlap ? Math.max(first.first(), second.first()) - widened : Long.MAX_VALUE;
    long to = overlap ? Math.min(first.last(), second.last()) + widened : Long.MIN_VALUE;
    wait(first, 0, from, to);
    wait(second, first.size(), from, to);
  }

  Reconciliation result() {
    for (int row = waiting.nextSetBit(0); isOfFirst(row); row = waiting.nextSetBit(row + 1)) {
      month(row)[1]++;
    }
    settle(EnumSet.of(Key.ID));
    settle(EnumSet.of(Key.NETWORKS, Key.ORGANISATION, Key.FRAME));
    settle(EnumSet.of(Key.NETWORKS, Key.ORGANISATION));
    settle(EnumSet.of(Key.NETWORKS, Key.FRAME));
    long onlyFirst = 0;
    for (int row = waiting.nextSetBit(0); isOfFirst(row); row = waiting.nextSetBit(row + 1)) {
      month(row)[0]++;
      onlyFirst++;
    }
    Map<String, Double> missed = new TreeMap<>();
    months.forEach((month, count) -> missed.put(month.toString(), count[0] / (double) count[1]));
    return new Reconciliation(
        matched,
        onlyFirst,
        waiting.cardinality() - onlyFirst,
        ambiguous,
        outside,
        repeated,
        differing,
        missed);
  }

  /**
   * Searches of one log once each: its files overlap, and differ in what they show of a search. Of
   * these the ones within the time that both logs cover.
   */
  private void wait(ComparedLog log, int offset, long from, long to) {
    KeyChains kept = new KeyChains(log.size());
    for (int row = 0; row < log.size(); row++) {
      if (isKept(log, kept, row)) {
        log.end(row, Outcome.REPEATED);
        repeated++;
        continue;
      }
      kept.add(log.identity(row), row);
      if (log.isTimed(row) && log.micros(row) >= from && log.micros(row) <= to) {
        log.end(row, Outcome.ONLY_HERE);
        waiting.set(offset + row);
      } else {
        log.end(row, Outcome.OUTSIDE);
        outside++;
      }
    }
  }

  private static boolean isKept(ComparedLog log, KeyChains kept, int row) {
    for (int other = kept.first(log.identity(row)); other >= 0; other = kept.next(other)) {
      if (log.identity(other) == log.identity(row)
          && log.says(other, Key.ID) == log.says(row, Key.ID)
          && log.agree(other, row)) {
        return true;
      }
    }
    return false;
  }

  /** Settles what has a candidate by this key; the rest waits for the next key. */
  private void settle(Set<Key> parts) {
    KeyChains chains = new KeyChains(first.size() + second.size());
    BitSet keyed = new BitSet();
    for (int row = waiting.nextSetBit(0); row >= 0; row = waiting.nextSetBit(row + 1)) {
      if (says(row, parts)) {
        chains.add(key(row, parts), row);
        keyed.set(row);
      }
    }
    for (int row = keyed.nextSetBit(0); isOfFirst(row); row = keyed.nextSetBit(row + 1)) {
      List<Integer> mine = new ArrayList<>(1);
      List<Integer> theirs = new ArrayList<>(1);
      long key = key(row, parts);
      for (int other = chains.first(key); other >= 0; other = chains.next(other)) {
        if (keyed.get(other) && key(other, parts) == key) {
          (isOfFirst(other) ? mine : theirs).add(other);
        }
      }
      mine.forEach(keyed::clear);
      boolean apart =
          !parts.contains(Key.ID) && (areNamed(mine, theirs) || contradict(mine, theirs));
      if (!theirs.isEmpty() && !apart) {
        settle(mine, theirs);
      }
    }
  }

  /** Rows of both logs that have the same key. */
  private void settle(List<Integer> mine, List<Integer> theirs) {
    boolean isOne = mine.size() == 1 && theirs.size() == 1;
    for (List<Integer> rows : List.of(mine, theirs)) {
      for (int row : rows) {
        log(row).end(at(row), isOne ? Outcome.MATCHED : Outcome.AMBIGUOUS);
        waiting.clear(row);
      }
    }
    if (!isOne) {
      ambiguous += mine.size() + theirs.size();
      return;
    }
    matched++;
    for (int place = 0; place < COMPARED.size(); place++) {
      String column = COMPARED.get(place);
      if (differ(mine.get(0), theirs.get(0), column)) {
        differing.merge(column, 1L, Long::sum);
        first.markDiffering(at(mine.get(0)), place);
        second.markDiffering(at(theirs.get(0)), place);
      }
    }
  }

  /** Whether every row has an id of its own, so that none of them is another. */
  private boolean areNamed(List<Integer> mine, List<Integer> theirs) {
    Set<Key> id = EnumSet.of(Key.ID);
    return mine.stream().allMatch(row -> says(row, id))
        && theirs.stream().allMatch(row -> says(row, id));
  }

  /** Whether every pair shows another organisation or time frame, so that none is one search. */
  private boolean contradict(List<Integer> mine, List<Integer> theirs) {
    return mine.stream()
        .allMatch(
            a ->
                theirs.stream()
                    .allMatch(
                        b ->
                            differ(a, b, ComparedLog.ORGANISATION)
                                || differ(a, b, ComparedLog.FRAME)));
  }

  private boolean differ(int a, int b, String column) {
    int one = log(a).seen(at(a), column);
    int other = log(b).seen(at(b), column);
    return one != 0 && other != 0 && one != other;
  }

  /** Whether a row has a value in each of these; only then has it such a key. */
  private boolean says(int row, Set<Key> parts) {
    for (Key part : parts) {
      if (!log(row).says(at(row), part)) {
        return false;
      }
    }
    return true;
  }

  private long key(int row, Set<Key> parts) {
    ComparedLog log = log(row);
    if (parts.contains(Key.ID)) {
      return log.identity(at(row));
    }
    long key = log.second(at(row));
    for (Key part : parts) {
      key = TextHash.mix(key, log.seen(at(row), part.column()));
    }
    return key;
  }

  private boolean isOfFirst(int row) {
    return row >= 0 && row < first.size();
  }

  private ComparedLog log(int row) {
    return row < first.size() ? first : second;
  }

  /** Number of a row in its own log. */
  private int at(int row) {
    return row < first.size() ? row : row - first.size();
  }

  private long[] month(int row) {
    return months.computeIfAbsent(
        YearMonth.from(Instant.ofEpochSecond(first.second(row)).atOffset(ZoneOffset.UTC)),
        m -> new long[2]);
  }
}
