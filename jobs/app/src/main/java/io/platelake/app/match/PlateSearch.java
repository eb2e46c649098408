package io.platelake.app.match;

import io.platelake.core.match.EntryIndex;
import io.platelake.core.match.EquivalenceRule;
import io.platelake.core.match.NearEvidence;
import io.platelake.core.match.NearRule;
import io.platelake.core.match.PlateTier;
import io.platelake.core.match.ReadPlates;
import io.platelake.core.match.StateVerdict;
import io.platelake.core.match.VehicleTraits;
import io.platelake.core.match.VehicleVerdict;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateEdits;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.plate.PlateText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Compares read after read with all entries at once: rows of {@link #READ} to rows of {@link
 * #PAIR}, one a read and entry that agree. Nearly every read agrees with nothing and leaves no row.
 */
final class PlateSearch implements FlatMapFunction<Iterator<InternalRow>, InternalRow> {
  private static final long serialVersionUID = 1L;

  /** Columns of a read that hits keep; so far they are as in {@code reads}. */
  private static final String KEPT =
      "read_id bigint, agency_id string, camera_id string, captured_at timestamp, plate_key bigint,"
          + " state string, make string, model string, color string, body string,"
          + " delete_after timestamp, purpose string, date date";

  private static final int KEPT_COLUMNS = StructType.fromDDL(KEPT).size();
  private static final int PLATE = 4;
  private static final int STATE = 5;
  private static final int MAKE = 6;
  private static final int CONFIDENCE = KEPT_COLUMNS;
  private static final int CANDIDATES = KEPT_COLUMNS + 1;

  /** What it takes. */
  static final StructType READ =
      StructType.fromDDL(
          KEPT
              + ", confidence double,"
              + " candidates array<struct<plate: string, confidence: double>>");

  /** What it gives. */
  static final StructType PAIR =
      StructType.fromDDL(
          KEPT
              + ", entry_id bigint, snapshot_id string, tier string, substitutions int,"
              + " near_evidence string");

  private final Broadcast<WantedPlates> wanted;
  private final EquivalenceRule equivalence;
  private final OcrClasses classes;

  /** Null where near plates are not looked at. */
  private final NearRule near;

  PlateSearch(Broadcast<WantedPlates> wanted, MatchRules rules) {
    this.wanted = wanted;
    this.equivalence = rules.equivalence();
    this.classes = rules.classes();
    this.near = rules.near().orElse(null);
  }

  @Override
  public Iterator<InternalRow> call(Iterator<InternalRow> reads) {
    return new Pairs(reads, wanted.value());
  }

  private final class Pairs implements Iterator<InternalRow> {
    private final Iterator<InternalRow> reads;
    private final WantedPlates entries;
    private final EntryIndex index;
    private final Found found = new Found();
    private final Deque<InternalRow> ready = new ArrayDeque<>();

    Pairs(Iterator<InternalRow> reads, WantedPlates entries) {
      this.reads = reads;
      this.entries = entries;
      this.index = entries.index();
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && reads.hasNext()) {
        compare(reads.next());
      }
      return !ready.isEmpty();
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void compare(InternalRow read) {
      long key = read.getLong(PLATE);
      found.clear();
      index.find(key, found);
      ReadPlates plates = near == null ? null : plates(read, key);
      if (plates != null && plates.size() > 1) {
        found.throughCandidate();
        for (int i = 1; i < plates.size(); i++) {
          index.findAlike(plates.key(i), found);
        }
      }
      VehicleTraits vehicle = null;
      for (int i = 0; i < found.size(); i++) {
        NearEvidence evidence = null;
        if (found.tier(i) == PlateTier.NEAR) {
          vehicle = vehicle == null ? vehicle(read) : vehicle;
          evidence = evidence(read, plates, vehicle, found.ordinal(i));
        }
        if (evidence == null || evidence.isEnough()) {
          ready.add(pair(read, key, i, evidence));
        }
      }
    }

    private NearEvidence evidence(
        InternalRow read, ReadPlates plates, VehicleTraits vehicle, int ordinal) {
      boolean offered =
          plates.offers(
              entries.key(ordinal), equivalence, classes, entries.letterOAsZero(ordinal), near);
      return near.evidence(
          offered,
          StateVerdict.judge(text(read, STATE), entries.state(ordinal)),
          VehicleVerdict.judge(vehicle, entries.vehicle(ordinal)),
          plates.confidence(0));
    }

    private InternalRow pair(InternalRow read, long key, int i, NearEvidence evidence) {
      Object[] cells = new Object[PAIR.size()];
      InternalRow kept = read.copy();
      for (int column = 0; column < KEPT_COLUMNS; column++) {
        cells[column] =
            kept.isNullAt(column) ? null : kept.get(column, READ.apply(column).dataType());
      }
      int ordinal = found.ordinal(i);
      cells[KEPT_COLUMNS] = entries.entryId(ordinal);
      cells[KEPT_COLUMNS + 1] = UTF8String.fromString(entries.snapshotId(ordinal));
      cells[KEPT_COLUMNS + 2] = UTF8String.fromString(found.tier(i).name());
      cells[KEPT_COLUMNS + 3] =
          found.edits(i) < 0 ? PlateEdits.distance(key, entries.key(ordinal)) : found.edits(i);
      cells[KEPT_COLUMNS + 4] = evidence == null ? null : UTF8String.fromString(evidence.name());
      return new GenericInternalRow(cells);
    }
  }

  private static ReadPlates plates(InternalRow read, long key) {
    double confidence = read.isNullAt(CONFIDENCE) ? Double.NaN : read.getDouble(CONFIDENCE);
    ArrayData candidates = read.isNullAt(CANDIDATES) ? null : read.getArray(CANDIDATES);
    int size = candidates == null ? 0 : candidates.numElements();
    long[] keys = new long[size];
    double[] confidences = new double[size];
    for (int i = 0; i < size; i++) {
      InternalRow candidate = candidates.getStruct(i, 2);
      // Landing has normalised it; a table that somebody else wrote may hold anything.
      keys[i] =
          candidate.isNullAt(0)
              ? 0
              : PlateText.normalise(candidate.getUTF8String(0).toString())
                  .map(PlateKey::pack)
                  .orElse(0L);
      confidences[i] = candidate.isNullAt(1) ? Double.NaN : candidate.getDouble(1);
    }
    return ReadPlates.of(key, confidence, keys, confidences);
  }

  private static VehicleTraits vehicle(InternalRow read) {
    return new VehicleTraits(
        text(read, MAKE), text(read, MAKE + 1), text(read, MAKE + 2), text(read, MAKE + 3));
  }

  private static String text(InternalRow row, int column) {
    return row.isNullAt(column) ? null : row.getUTF8String(column).toString();
  }

  /** Names of the columns it takes. */
  static List<String> columns() {
    return List.of(READ.fieldNames());
  }
}
