package io.platelake.app.land.repeats;

import io.platelake.core.land.Fate;
import io.platelake.core.land.RecordPosition;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/**
 * The records of a batch that repeat an event. The first read with an id is kept. Later ones are
 * repeats, and so is every read whose id another batch already landed.
 */
public final class Repeats implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final Repeats NONE =
      new Repeats(new long[0], new long[0], new RecordPosition[0], Map.of());

  private final long[] landed;
  private final long[] twice;
  private final RecordPosition[] firsts;

  /** Repeats by file and fate; for the driver alone. */
  private final transient Map<Integer, EnumMap<Fate, Long>> counts;

  /**
   * @param landed ids that another batch has landed, in order
   * @param twice ids that occur twice and have not, in order
   * @param firsts of each of these the first place
   */
  Repeats(
      long[] landed,
      long[] twice,
      RecordPosition[] firsts,
      Map<Integer, EnumMap<Fate, Long>> counts) {
    this.landed = landed;
    this.twice = twice;
    this.firsts = firsts;
    this.counts = new HashMap<>(counts);
  }

  /**
   * Whether the row repeats an event.
   *
   * @param row its first column is the read id, null for a record that is no read
   */
  public boolean holds(RecordPosition place, UnsafeRow row) {
    if (landed.length + twice.length == 0 || row.isNullAt(0)) {
      return false;
    }
    long id = row.getLong(0);
    if (Arrays.binarySearch(landed, id) >= 0) {
      return true;
    }
    int index = Arrays.binarySearch(twice, id);
    return index >= 0 && !firsts[index].equals(place);
  }

  public boolean isEmpty() {
    return landed.length + twice.length == 0;
  }

  /** How many records of a file and fate repeat an event. */
  public long count(int file, Fate fate) {
    EnumMap<Fate, Long> ofFile = counts.get(file);
    return ofFile == null ? 0 : ofFile.getOrDefault(fate, 0L);
  }
}
