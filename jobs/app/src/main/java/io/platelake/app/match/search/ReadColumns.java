package io.platelake.app.match.search;

import io.platelake.app.ledger.site.CandidateStruct;
import io.platelake.core.match.rule.Description;
import io.platelake.core.match.rule.ReadPlates;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.core.plate.PlateText;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of {@code reads} that matching looks at, and their places. */
public final class ReadColumns {
  /** What else the reader considered comes last. */
  private static final List<String> NAMES =
      List.of(
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
          "date",
          "confidence",
          "candidates");

  public static final int ID = NAMES.indexOf("read_id");
  public static final int AGENCY = NAMES.indexOf("agency_id");
  public static final int CAMERA = NAMES.indexOf("camera_id");
  public static final int CAPTURED_AT = NAMES.indexOf("captured_at");
  public static final int PLATE = NAMES.indexOf("plate_key");
  public static final int STATE = NAMES.indexOf("state");
  private static final int MAKE = NAMES.indexOf("make");
  private static final int MODEL = NAMES.indexOf("model");
  private static final int COLOR = NAMES.indexOf("color");
  private static final int BODY = NAMES.indexOf("body");
  public static final int DELETE_AFTER = NAMES.indexOf("delete_after");
  public static final int PURPOSE = NAMES.indexOf("purpose");
  public static final int DATE = NAMES.indexOf("date");
  private static final int CONFIDENCE = NAMES.indexOf("confidence");
  private static final int CANDIDATES = NAMES.indexOf("candidates");

  private static final List<String> ALWAYS = NAMES.subList(0, CONFIDENCE);

  private ReadColumns() {}

  /**
   * @param candidates whether what else the reader considered is among them: a fifth of the bytes
   */
  public static String[] names(boolean candidates) {
    return (candidates ? NAMES : ALWAYS).toArray(String[]::new);
  }

  /** The columns without what else the reader considered, as they are in {@code reads}. */
  public static StructType schema(Lake lake) {
    StructType reads = lake.contracts().get(Table.READS).schema();
    return new StructType(ALWAYS.stream().map(reads::apply).toArray(StructField[]::new));
  }

  /**
   * The plate that the reader reports, and its other candidates.
   *
   * @param leastShare of its confidence in the plate, below which a candidate does not count
   */
  static ReadPlates plates(InternalRow read, long key, double leastShare) {
    double confidence = confidence(read, CONFIDENCE);
    ArrayData candidates = read.isNullAt(CANDIDATES) ? null : read.getArray(CANDIDATES);
    int size = candidates == null ? 0 : candidates.numElements();
    long[] keys = new long[size];
    double[] confidences = new double[size];
    for (int i = 0; i < size; i++) {
      InternalRow candidate = candidates.getStruct(i, CandidateStruct.SIZE);
      double sure = confidence(candidate, CandidateStruct.CONFIDENCE);
      if (sure >= leastShare * confidence && !candidate.isNullAt(CandidateStruct.PLATE)) {
        // Landing has normalised it; a table that somebody else wrote may hold anything.
        byte[] text = candidate.getUTF8String(CandidateStruct.PLATE).getBytes();
        keys[i] = PlateText.key(text, text.length);
        confidences[i] = sure;
      }
    }
    return ReadPlates.of(key, confidence, keys, confidences);
  }

  private static double confidence(InternalRow row, int column) {
    return row.isNullAt(column) ? Double.NaN : row.getDouble(column);
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
