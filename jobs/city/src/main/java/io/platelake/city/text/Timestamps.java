package io.platelake.city.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** Writes instants; remembers the last date, since neighbouring reads share it. */
public final class Timestamps {
  private static final long DAY = LocalDay.MILLIS;

  private final ZoneRules zone;
  private long epochDay = Long.MIN_VALUE;
  private LocalDate date;

  public Timestamps(ZoneId zone) {
    this.zone = zone.getRules();
  }

  /** {@code 2026-03-02T16:42:58.740}, for UTC or for the wall time that offset gives. */
  public Bytes iso(long millis, Bytes out) {
    date(millis);
    out.padded(date.getYear(), 4).append('-').padded(date.getMonthValue(), 2).append('-');
    out.padded(date.getDayOfMonth(), 2).append('T');
    return time(millis, out).append('.').padded(Math.floorMod(millis, 1000), 3);
  }

  /** {@code 03/02/2026 08:42:58} on the wall clock of the zone. */
  public Bytes american(long epochMillis, Bytes out) {
    long wall = wallMillis(epochMillis);
    date(wall);
    out.padded(date.getMonthValue(), 2).append('/').padded(date.getDayOfMonth(), 2).append('/');
    out.padded(date.getYear(), 4).append(' ');
    return time(wall, out);
  }

  /** The wall time of the zone, as if it were UTC. */
  public long wallMillis(long epochMillis) {
    return epochMillis
        + zone.getOffset(Instant.ofEpochMilli(epochMillis)).getTotalSeconds() * 1000L;
  }

  private void date(long millis) {
    long day = Math.floorDiv(millis, DAY);
    if (day != epochDay) {
      epochDay = day;
      date = LocalDate.ofEpochDay(day);
    }
  }

  private static Bytes time(long millis, Bytes out) {
    int second = (int) (Math.floorMod(millis, DAY) / 1000);
    out.padded(second / 3600, 2).append(':').padded(second / 60 % 60, 2).append(':');
    return out.padded(second % 60, 2);
  }
}
