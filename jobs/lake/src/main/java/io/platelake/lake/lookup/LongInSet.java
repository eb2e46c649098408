package io.platelake.lake.lookup;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.parquet.filter2.predicate.Statistics;
import org.apache.parquet.filter2.predicate.UserDefinedPredicate;

/**
 * A number that is one of these. Parquet's own {@code in} looks only at the least and the greatest
 * of its values, and so at nearly every page of a file.
 */
final class LongInSet extends UserDefinedPredicate<Long> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] values;

  /**
   * @param values in order
   */
  LongInSet(long[] values) {
    this.values = values;
  }

  @Override
  public boolean keep(Long value) {
    return value != null && Arrays.binarySearch(values, value) >= 0;
  }

  @Override
  public boolean canDrop(Statistics<Long> page) {
    int first = Arrays.binarySearch(values, page.getMin());
    int atOrAfter = first < 0 ? -first - 1 : first;
    return atOrAfter == values.length || values[atOrAfter] > page.getMax();
  }

  @Override
  public boolean inverseCanDrop(Statistics<Long> page) {
    return false;
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "OneOf[" + values.length + "]";
  }
}
