package io.platelake.lake.proof.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * A Parquet column of instants, whichever way they are stored; values compare as longs in {@code
 * unit} since 1970 UTC. 96-bit times (nanosecond of day and Julian day) come as microseconds.
 */
record TimeColumn(ColumnDescriptor descriptor, ChronoUnit unit) {
  private static final long EPOCH_JULIAN_DAY = 2_440_588;
  private static final long MICROS_PER_DAY = 86_400_000_000L;

  /** The top-level column of that name, or empty when it is absent or not a time. */
  static Optional<TimeColumn> of(MessageType schema, String name) {
    if (!schema.containsPath(new String[] {name})) {
      return Optional.empty();
    }
    ColumnDescriptor column = schema.getColumnDescription(new String[] {name});
    var type = column.getPrimitiveType();
    if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
      return Optional.of(new TimeColumn(column, ChronoUnit.MICROS));
    }
    if (type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation timestamp) {
      return Optional.of(new TimeColumn(column, chronoUnit(timestamp.getUnit())));
    }
    return Optional.empty();
  }

  Instant instant(long value) {
    return Instant.EPOCH.plus(value, unit);
  }

  long value(ColumnReader reader) {
    if (descriptor.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT64) {
      return reader.getLong();
    }
    ByteBuffer bytes = reader.getBinary().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long nanoOfDay = bytes.getLong();
    return (bytes.getInt() - EPOCH_JULIAN_DAY) * MICROS_PER_DAY + Math.floorDiv(nanoOfDay, 1000L);
  }

  private static ChronoUnit chronoUnit(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> ChronoUnit.MILLIS;
      case MICROS -> ChronoUnit.MICROS;
      case NANOS -> ChronoUnit.NANOS;
    };
  }
}
