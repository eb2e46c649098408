package io.platelake.city.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * One calendar day of the city: wall time to UTC instants.
 *
 * <p>On the day clocks go back, the repeated hour is driven once, in its first pass; on the day
 * they go forward, the skipped hour's traffic comes an hour later. So local times written to a file
 * can always be told.
 */
public final class LocalDay {
  public static final long MILLIS = 86_400_000L;

  private final LocalDate date;
  private final long utcStart;
  private final long changeAt;
  private final long shift;

  public LocalDay(LocalDate date, ZoneId zone) {
    this.date = date;
    utcStart = date.atStartOfDay(zone).toInstant().toEpochMilli();
    ZoneOffsetTransition change =
        zone.getRules().nextTransition(date.atStartOfDay(zone).toInstant().minusMillis(1));
    boolean today =
        change != null
            && change.getInstant().toEpochMilli() < utcStart + MILLIS
            && change.getDateTimeBefore().toLocalDate().equals(date)
            && change.getDateTimeBefore().toLocalTime().isAfter(LocalTime.MIDNIGHT);
    shift = today ? change.getDuration().toMillis() : 0;
    changeAt = today ? change.getInstant().toEpochMilli() - utcStart : Long.MAX_VALUE;
  }

  public LocalDate date() {
    return date;
  }

  /**
   * Epoch milliseconds of what the clock on the wall shows, given as milliseconds since midnight.
   */
  public long epochMillis(long wallMillis) {
    if (wallMillis < changeAt) {
      return utcStart + wallMillis;
    }
    return utcStart + (wallMillis < changeAt + shift ? wallMillis : wallMillis - shift);
  }
}
