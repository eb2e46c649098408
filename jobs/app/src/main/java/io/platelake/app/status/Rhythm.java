package io.platelake.app.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * When a source has fallen silent: it delivered less than a share of what it usually delivers.
 *
 * <p>Usual is the lower of two medians: of its last days with data, and of the same weekday in the
 * weeks before, days without data included. So a feed that comes on Mondays is not missed on
 * Tuesday, and a commuters' road not on Sunday. A source without two such weekdays is new, and the
 * usual rhythm is not yet known.
 *
 * @param share of the usual count below which a day is a finding
 * @param least usual count from which a source is judged: few records say nothing by being fewer
 * @param days last days with data that are looked at
 * @param weeks weeks that are looked back at all
 */
record Rhythm(double share, long least, int days, int weeks) {
  /** Half of the usual, over two weeks; six weeks outlast a holiday. */
  static final Rhythm DEFAULT = new Rhythm(0.5, 20, 14, 6);

  private static final int WEEK = 7;

  Rhythm {
    if (share <= 0 || share > 1 || least < 1 || days < 1 || weeks < 2) {
      throw new IllegalArgumentException("a rhythm needs a share above 0 to 1 and two weeks");
    }
  }

  /** Days back from a judged day that any count can matter of. */
  int lookback() {
    return WEEK * weeks;
  }

  /** Whether a count is a finding where this much is usual. */
  boolean isSilent(long count, long usual) {
    return usual >= least && count < share * usual;
  }

  /**
   * What is usual on a day, by the counts of the days before.
   *
   * @param counts by UTC date; a date that is missing has none
   * @return empty for a source that is new, or silent for longer than the look-back
   */
  OptionalLong usual(Map<LocalDate, Long> counts, LocalDate day) {
    NavigableMap<LocalDate, Long> before = new TreeMap<>(counts);
    before.values().removeIf(count -> count == 0);
    before = before.subMap(day.minusDays(lookback()), true, day, false);
    if (before.isEmpty()) {
      return OptionalLong.empty();
    }
    List<Long> weekdays = new ArrayList<>();
    for (LocalDate d = day.minusDays(WEEK); !d.isBefore(before.firstKey()); d = d.minusDays(WEEK)) {
      // After its last day with data a source is silent already, which is not its rhythm.
      if (!d.isAfter(before.lastKey())) {
        weekdays.add(before.getOrDefault(d, 0L));
      }
    }
    if (weekdays.size() < 2) {
      return OptionalLong.empty();
    }
    List<Long> recent = before.descendingMap().values().stream().limit(days).toList();
    return OptionalLong.of(Math.min(median(recent), median(weekdays)));
  }

  /** The lower of the two in the middle. */
  private static long median(List<Long> values) {
    List<Long> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((sorted.size() - 1) / 2);
  }
}
