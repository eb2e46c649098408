package io.platelake.app.match;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads of one agency, captured in a window. */
final class AgencyWindowFilter implements Function<InternalRow, Boolean> {
  private static final long serialVersionUID = 1L;

  private final String agency;
  private final long from;
  private final long to;

  /**
   * @param from first instant of capture in microseconds since 1970
   * @param to first instant after it
   */
  AgencyWindowFilter(String agency, long from, long to) {
    this.agency = agency;
    this.from = from;
    this.to = to;
  }

  @Override
  public Boolean call(InternalRow read) {
    long at = read.getLong(ReadColumns.CAPTURED_AT);
    return at >= from
        && at < to
        && read.getUTF8String(ReadColumns.AGENCY).equals(UTF8String.fromString(agency));
  }
}
