package io.platelake.app.match;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What comes of comparing reads with a list: what was read, and the hits, which are few.
 *
 * @param reads reads, matched or not
 * @param withoutPlate of these, reads without a plate
 * @param expired of these, reads with a plate that must be gone already
 * @param hits rows of {@code hits}
 */
record Searched(long reads, long withoutPlate, long expired, ArrayList<InternalRow> hits)
    implements Serializable {

  /** All of them together. */
  static Searched all(List<Searched> tasks) {
    ArrayList<InternalRow> hits = new ArrayList<>();
    tasks.forEach(task -> hits.addAll(task.hits));
    return new Searched(
        tasks.stream().mapToLong(Searched::reads).sum(),
        tasks.stream().mapToLong(Searched::withoutPlate).sum(),
        tasks.stream().mapToLong(Searched::expired).sum(),
        hits);
  }

  Searched ofReads(long number) {
    return new Searched(number, withoutPlate, expired, hits);
  }

  /** Shows no row. */
  @Override
  public String toString() {
    return "Searched[reads=" + reads + ", hits=" + hits.size() + "]";
  }
}
