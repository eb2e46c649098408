package io.platelake.app.land.repeats;

import io.platelake.core.feed.ReadId;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;

/**
 * Reads that other batches have landed: the columns that repeats are found by, and their places.
 */
final class OtherReads {
  /** What only corrections ask for comes last. */
  private static final List<String> COLUMNS = List.of("read_id", "plate_key", "corrects");

  private static final int READ_ID = COLUMNS.indexOf("read_id");
  private static final int PLATE_KEY = COLUMNS.indexOf("plate_key");
  private static final int CORRECTS = COLUMNS.indexOf("corrects");

  private OtherReads() {}

  /** {@code read_id}, {@code plate_key} and {@code corrects} of rows of {@code reads}. */
  static Dataset<Row> of(Dataset<Row> reads) {
    return select(reads, COLUMNS);
  }

  /** The same without {@code corrects}, for a search that reads less. */
  static Dataset<Row> ids(Dataset<Row> reads) {
    return select(reads, COLUMNS.subList(0, CORRECTS));
  }

  private static Dataset<Row> select(Dataset<Row> reads, List<String> columns) {
    return reads.select(columns.stream().map(functions::col).toArray(Column[]::new));
  }

  static long id(InternalRow row) {
    return row.getLong(READ_ID);
  }

  /** Id of the event; a row of before has it for a read id. */
  static long event(InternalRow row) {
    return row.isNullAt(PLATE_KEY) ? id(row) : ReadId.ofReading(id(row), row.getLong(PLATE_KEY));
  }

  /** Id of the read that this one replaces; 0 for none. */
  static long corrected(InternalRow row) {
    return row.isNullAt(CORRECTS) ? 0 : row.getLong(CORRECTS);
  }
}
