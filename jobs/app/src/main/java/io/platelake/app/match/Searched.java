package io.platelake.app.match;

import java.io.Serializable;
import java.util.ArrayList;
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

  static final Searched NONE = new Searched(0, 0, 0, new ArrayList<>());

  Searched plus(Searched other) {
    ArrayList<InternalRow> all = new ArrayList<>(hits);
    all.addAll(other.hits);
    return new Searched(
        reads + other.reads, withoutPlate + other.withoutPlate, expired + other.expired, all);
  }

  Searched withHits(ArrayList<InternalRow> others) {
    return new Searched(reads, withoutPlate, expired, others);
  }

  Searched ofReads(long number) {
    return new Searched(number, withoutPlate, expired, hits);
  }
}
