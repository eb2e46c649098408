package io.platelake.app.match;

import io.platelake.core.match.rule.Description;
import io.platelake.core.match.rule.ReadPlates;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.core.plate.PlateText;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of {@code reads} that matching looks at, and their places. */
final class ReadColumns {
  static final int ID = 0;
  static final int AGENCY = 1;
  static final int CAMERA = 2;
  static final int CAPTURED_AT = 3;
  static final int PLATE = 4;
  static final int STATE = 5;
  private static final int MAKE = 6;
  private static final int MODEL = 7;
  private static final int COLOR = 8;
  private static final int BODY = 9;
  static final int DELETE_AFTER = 10;
  static final int PURPOSE = 11;
  static final int DATE = 12;
  private static final int CONFIDENCE = 13;
  private static final int CANDIDATES = 14;

  private static final String[] ALWAYS = {
    "read_id",
    "agency_id",
    "camera_id",
    "captured_at",
    "plate_key",
    "state",
    "make",
    "model",
    "color",
    "body",
    "delete_after",
    "purpose",
    "date"
  };

  private ReadColumns() {}

  /**
   * @param candidates whether what else the reader considered is among them: a fifth of the bytes
   */
  static String[] names(boolean candidates) {
    if (!candidates) {
      return ALWAYS.clone();
    }
    String[] all = Arrays.copyOf(ALWAYS, ALWAYS.length + 2);
    all[CONFIDENCE] = "confidence";
    all[CANDIDATES] = "candidates";
    return all;
  }

  /** The columns without what else the reader considered, as they are in {@code reads}. */
  static StructType schema(Lake lake) {
    StructType reads = lake.contracts().get(Table.READS).schema();
    return new StructType(Arrays.stream(ALWAYS).map(reads::apply).toArray(StructField[]::new));
  }

  /**
   * The plate that the reader reports, and its other candidates.
   *
   * @param leastShare of its confidence in the plate, below which a candidate does not count
   */
  static ReadPlates plates(InternalRow read, long key, double leastShare) {
    double confidence = read.isNullAt(CONFIDENCE) ? Double.NaN : read.getDouble(CONFIDENCE);
    ArrayData candidates = read.isNullAt(CANDIDATES) ? null : read.getArray(CANDIDATES);
    int size = candidates == null ? 0 : candidates.numElements();
    long[] keys = new long[size];
    double[] confidences = new double[size];
    for (int i = 0; i < size; i++) {
      InternalRow candidate = candidates.getStruct(i, 2);
      double sure = candidate.isNullAt(1) ? Double.NaN : candidate.getDouble(1);
      if (sure >= leastShare * confidence && !candidate.isNullAt(0)) {
        // Landing has normalised it; a table that somebody else wrote may hold anything.
        byte[] text = candidate.getUTF8String(0).getBytes();
        keys[i] = PlateText.key(text, text.length);
        confidences[i] = sure;
      }
    }
    return ReadPlates.of(key, confidence, keys, confidences);
  }

  static VehicleTraits vehicle(InternalRow read) {
    return new VehicleTraits(
        text(read, MAKE), text(read, MODEL), text(read, COLOR), text(read, BODY));
  }

  /** State and vehicle; null unless make, model and colour are there. */
  static Description described(InternalRow read) {
    return read.isNullAt(MAKE) || read.isNullAt(MODEL) || read.isNullAt(COLOR)
        ? null
        : new Description(text(read, STATE), vehicle(read));
  }

  static String text(InternalRow row, int column) {
    return row.isNullAt(column) ? null : row.getUTF8String(column).toString();
  }
}
