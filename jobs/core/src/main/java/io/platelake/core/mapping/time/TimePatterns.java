package io.platelake.core.mapping.time;

import java.time.LocalDateTime;
import java.util.List;

/**
 * The patterns of one field; a text has one meaning by all that it fits. Several software versions
 * write times in several forms, and so do people.
 */
final class TimePatterns {
  /** Every part differs from the others, and each could be taken for another one. */
  private static final List<LocalDateTime> SAMPLES =
      List.of(
          LocalDateTime.of(2003, 2, 1, 4, 5, 6),
          LocalDateTime.of(2011, 10, 12, 9, 8, 7),
          LocalDateTime.of(2025, 7, 4, 16, 42, 0));

  private final List<TimePattern> patterns;

  /**
   * @throws IllegalArgumentException for what is no pattern
   */
  TimePatterns(List<String> patterns, ZoneWords zones) {
    this.patterns = patterns.stream().map(pattern -> new TimePattern(pattern, zones)).toList();
  }

  /** By the first pattern that fits; else what is wrong by the first that knows its form. */
  WrittenTime read(String text) {
    WrittenTime first = null;
    for (TimePattern pattern : patterns) {
      WrittenTime time = pattern.read(text);
      if (time.isUnderstood()) {
        return time;
      }
      first = first == null || first.problem() == TimeProblem.OTHER_FORM ? time : first;
    }
    return first;
  }

  /** Whether every pattern has a place for a zone or an offset. */
  boolean stateZones() {
    return patterns.stream().allMatch(TimePattern::statesZone);
  }

  /**
   * Whether two patterns read one text as different local times, such as day and month in either
   * order. What they say of its zone is not compared.
   */
  boolean disagree() {
    for (TimePattern one : patterns) {
      for (TimePattern other : patterns) {
        for (LocalDateTime sample : SAMPLES) {
          WrittenTime time =
              one == other ? WrittenTime.OTHER_FORM : other.read(one.written(sample));
          if (time.isUnderstood() && !time.wall().equals(one.read(one.written(sample)).wall())) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
