package io.platelake.app.land.repeats;

import io.platelake.core.land.Fate;
import io.platelake.core.land.RecordPosition;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/**
 * The records of a batch that repeat a read, and the reads that share their event with another
 * plate. The first record of a read is kept. Later ones are repeats, and so is every read that
 * another batch already landed.
 */
public final class Repeats implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final Repeats NONE =
      new Repeats(new long[0], new TreeMap<>(), new Shared(Map.of(), Map.of()), Map.of());

  /**
   * Reads that share their event with another plate.
   *
   * @param byFile how many there are beyond the first of each event
   * @param corrects read ids that others replace, by the id of the reading that replaces them
   */
  record Shared(Map<Integer, Long> byFile, Map<Long, Long> corrects) {}

  private final long[] landed;
  private final long[] reads;
  private final RecordPosition[] firsts;
  private final HashMap<Long, Long> corrects;

  /** For the driver alone. */
  private final transient Shared shared;

  /** Repeats by file and fate; for the driver alone. */
  private final transient Map<Integer, EnumMap<Fate, Long>> counts;

  /**
   * @param landed ids of reads that another batch has landed, in order
   * @param firsts first place of other reads, by read id: of all that may occur twice
   */
  Repeats(
      long[] landed,
      TreeMap<Long, RecordPosition> firsts,
      Shared shared,
      Map<Integer, EnumMap<Fate, Long>> counts) {
    this.landed = landed;
    this.reads = firsts.keySet().stream().mapToLong(Long::longValue).toArray();
    this.firsts = firsts.values().toArray(RecordPosition[]::new);
    this.corrects = new HashMap<>(shared.corrects());
    this.shared = shared;
    this.counts = new HashMap<>(counts);
  }

  /**
   * Whether the row repeats a read.
   *
   * @param place of its record
   * @param row its first column is the read id, null for a record that is no read
   * @param former the id by which the read may have landed, 0 for none
   */
  public boolean holds(RecordPosition place, UnsafeRow row, long former) {
    if (isEmpty() || row.isNullAt(BatchReads.READ_ID)) {
      return false;
    }
    long id = row.getLong(BatchReads.READ_ID);
    if (isLanded(id, former)) {
      return true;
    }
    int index = Arrays.binarySearch(reads, id);
    return index >= 0 && !firsts[index].equals(place);
  }

  private boolean isLanded(long id, long former) {
    return Arrays.binarySearch(landed, id) >= 0
        || former != 0 && Arrays.binarySearch(landed, former) >= 0;
  }

  /** The reading of the same event that a reading replaces. */
  OptionalLong findCorrected(long readId) {
    Long corrected = corrects.isEmpty() ? null : corrects.get(readId);
    return corrected == null ? OptionalLong.empty() : OptionalLong.of(corrected);
  }

  public boolean isEmpty() {
    return landed.length + reads.length == 0;
  }

  /** How many records of a file and fate repeat a read. */
  public long count(int file, Fate fate) {
    EnumMap<Fate, Long> ofFile = counts.get(file);
    return ofFile == null ? 0 : ofFile.getOrDefault(fate, 0L);
  }

  /** How many kept reads of a file share their event with an earlier read of another plate. */
  public long otherPlates(int file) {
    return shared.byFile().getOrDefault(file, 0L);
  }
}
