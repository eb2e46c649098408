package io.platelake.city.traffic;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * How traffic spreads over the hours of a local day.
 *
 * <p>Figures: hourly volume of an interstate between Minneapolis and St Paul, Minnesota Department
 * of Transportation, UCI Machine Learning Repository "Metro Interstate Traffic Volume" (CC BY 4.0):
 * share of the day's volume by hour, and mean volume of a weekday and a weekend day. The shape is
 * used, not the volume.
 */
public final class TrafficShape {
  private static final double WEEKDAY_VOLUME = 85_700;
  private static final double WEEKEND_VOLUME = 63_100;
  private static final double[] WEEKDAY = {
    0.8, 0.5, 0.4, 0.4, 1.0, 3.1, 6.3, 7.1, 6.4, 5.7, 5.1, 5.4, 5.7, 5.7, 6.0, 6.6, 7.3, 6.8, 5.2,
    3.9, 3.4, 3.2, 2.5, 1.6
  };
  private static final double[] WEEKEND = {
    2.1, 1.3, 1.0, 0.6, 0.6, 1.0, 1.7, 2.5, 3.7, 5.0, 5.9, 6.5, 7.0, 7.0, 7.0, 6.9, 6.9, 6.6, 6.1,
    5.2, 4.5, 4.3, 3.8, 2.7
  };

  private TrafficShape() {}

  public static boolean weekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** Share of the day's volume in one local hour; the 24 shares add up to 1. */
  public static double hourShare(boolean weekend, int hour) {
    double[] shares = weekend ? WEEKEND : WEEKDAY;
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    return shares[hour] / sum;
  }

  /** Relative volume of a day; only ratios mean something. */
  static double dayWeight(boolean weekend) {
    return weekend ? WEEKEND_VOLUME : WEEKDAY_VOLUME;
  }
}
