package io.platelake.app.night;

import io.platelake.core.BadInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The UTC dates that a night matches and counts: the last complete day, and days before it for
 * reads that came late.
 *
 * @param first first date
 * @param end the date after the last one
 */
record NightWindow(LocalDate first, LocalDate end) {
  /** As many days before the last one are looked at again. */
  private static final int LATE_DAYS = 2;

  /**
   * @param firstDay reaches further back, after an outage
   */
  static NightWindow of(Instant asOf, Optional<LocalDate> firstDay) {
    LocalDate end = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    LocalDate first = firstDay.orElse(end.minusDays(1 + LATE_DAYS));
    if (!first.isBefore(end)) {
      throw new BadInput(
          "--first-day " + first,
          "it is not before " + end + ", where the window ends",
          "Give an earlier day.");
    }
    return new NightWindow(first, end);
  }

  /** {@code FROM/TO} as commands take it. */
  String text() {
    return first + "T00:00:00Z/" + end + "T00:00:00Z";
  }

  /** All that was captured before it. */
  String earlier() {
    return "1970-01-01T00:00:00Z/" + first + "T00:00:00Z";
  }

  /** The instant with which it begins. */
  String start() {
    return first + "T00:00:00Z";
  }

  /**
   * Windows of the dates before it, one for each row of days that follow each other. Reads that
   * came so late are matched and counted all the same.
   */
  List<NightWindow> late(Collection<LocalDate> dates) {
    List<NightWindow> late = new ArrayList<>();
    for (LocalDate date : new TreeSet<>(dates).headSet(first)) {
      int last = late.size() - 1;
      if (last >= 0 && late.get(last).end().equals(date)) {
        late.set(last, new NightWindow(late.get(last).first(), date.plusDays(1)));
      } else {
        late.add(new NightWindow(date, date.plusDays(1)));
      }
    }
    return late;
  }
}
