package io.platelake.core.feed;

import io.platelake.core.record.Numbers;
import io.platelake.core.record.Words;

/**
 * The scale in which a feed writes scores: key {@code confidence_scale}. It belongs to the feed and
 * is never guessed from a value: 0.9 is very good on one scale and very bad on the other.
 */
public enum ConfidenceScale {
  /** 0 to 1. */
  UNIT(1),
  /** 0 to 100. */
  PERCENT(100),
  /** 0 to 255. */
  PER_255(255),
  /** 0 to 999. */
  PER_999(999);

  /** Readers that compute in single precision write 100.00001. */
  private static final double ROUNDING = 1.0001;

  private final double top;

  ConfidenceScale(double top) {
    this.top = top;
  }

  /** A score as it is written; a percent sign says its scale. See {@link Numbers#parse}. */
  Double score(String text) {
    String known = Words.known(text);
    if (known == null || !known.endsWith("%")) {
      return Numbers.parse(known);
    }
    Double percent = Numbers.parse(known.substring(0, known.length() - 1));
    return percent == null ? (Double) Double.NaN : (Double) (percent * top / 100);
  }

  /**
   * The score between 0 and 1. Null when it is unknown: null, or exactly 0 or -1, by which makers
   * mean that there is none. NaN when it is not on this scale.
   */
  Double toUnit(Double value) {
    if (value == null || value == 0 || value == -1) {
      return null;
    }
    double unit = value / top;
    return unit > 0 && unit <= ROUNDING ? (Double) Math.min(unit, 1) : (Double) Double.NaN;
  }
}
