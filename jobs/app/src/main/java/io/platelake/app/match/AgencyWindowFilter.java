package io.platelake.app.match;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads of one agency, captured in a window, that no better reading has replaced. */
final class AgencyWindowFilter implements Function<InternalRow, Boolean> {
  private static final long serialVersionUID = 1L;

  private final String agency;

  /** Microseconds since 1970, as rows have them. */
  private final long from;

  private final long to;
  private final long[] replaced;

  /**
   * @param from first instant of capture
   * @param to first instant behind the window
   * @param replaced ids of reads, in order
   */
  AgencyWindowFilter(String agency, Instant from, Instant to, long[] replaced) {
    this.replaced = replaced.clone();
    this.agency = agency;
    this.from = ChronoUnit.MICROS.between(Instant.EPOCH, from);
    this.to = ChronoUnit.MICROS.between(Instant.EPOCH, to);
  }

  @Override
  public Boolean call(InternalRow read) {
    long at = read.getLong(ReadColumns.CAPTURED_AT);
    return at >= from
        && at < to
        && read.getUTF8String(ReadColumns.AGENCY).equals(UTF8String.fromString(agency))
        && Arrays.binarySearch(replaced, read.getLong(ReadColumns.ID)) < 0;
  }
}
