package io.platelake.city.department;

import io.platelake.city.chance.Dice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shifts of a year. Patrol and dispatch work twelve hours on two or three days in a row, by day or
 * by night. Detectives work nine hours from Monday to Friday.
 */
final class Shifts {
  /** Days of a fortnight on which a team works: 2 on, 2 off, 3 on, 2 off, 2 on, 3 off. */
  private static final String ROTATION = "11001110011000";

  private static final int OFFICE_DAYS = 5;

  /** A shift, in UTC. */
  record Shift(Instant from, Instant to) {}

  private Shifts() {}

  /** The shift that begins on a local date. */
  static Optional<Shift> of(Officer officer, LocalDate day, ZoneId zone) {
    if (officer.unit() == Officer.Unit.DETECTIVES) {
      return day.getDayOfWeek().getValue() > OFFICE_DAYS
          ? Optional.empty()
          : Optional.of(shift(day, 8, 9, zone));
    }
    int turn = Math.floorMod(day.toEpochDay() + 7L * (officer.team() / 2), ROTATION.length());
    if (ROTATION.charAt(turn) == '0') {
      return Optional.empty();
    }
    return Optional.of(shift(day, officer.team() % 2 == 0 ? 6 : 18, 12, zone));
  }

  /** An instant of the first shift from a day of the year on. */
  static Instant onDuty(Officer officer, int day, Dice dice) {
    LocalDate date = Department.START.plusDays(day);
    while (of(officer, date, Department.ZONE).isEmpty()) {
      date = date.plusDays(1);
    }
    return of(officer, date, Department.ZONE).orElseThrow().from().plusSeconds(dice.below(30_000));
  }

  /** Whether somebody is off duty at an instant. */
  static boolean isOff(Officer officer, Instant at) {
    LocalDate date = LocalDate.ofInstant(at, Department.ZONE);
    return Stream.of(date.minusDays(1), date)
        .flatMap(day -> of(officer, day, Department.ZONE).stream())
        .noneMatch(shift -> !at.isBefore(shift.from()) && at.isBefore(shift.to()));
  }

  private static Shift shift(LocalDate day, int hour, int hours, ZoneId zone) {
    Instant from = day.atTime(hour, 0).atZone(zone).toInstant();
    return new Shift(from, from.plusSeconds(3_600L * hours));
  }
}
