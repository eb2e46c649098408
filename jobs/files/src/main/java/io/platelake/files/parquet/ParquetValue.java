package io.platelake.files.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.files.tree.TreeBudget;
import io.platelake.files.tree.TreeValues;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** A value of a Parquet column, by the type that the file states for it. */
final class ParquetValue extends PrimitiveConverter {
  /** Of 1970-01-01; the days of INT96 are Julian ones. */
  private static final long JULIAN_EPOCH = 2_440_588;

  private final PrimitiveType type;
  private final LogicalTypeAnnotation logical;
  private final TreeBudget budget;
  private final Consumer<JsonNode> sink;

  ParquetValue(PrimitiveType type, TreeBudget budget, Consumer<JsonNode> sink) {
    this.type = type;
    this.logical = type.getLogicalTypeAnnotation();
    this.budget = budget;
    this.sink = sink;
  }

  @Override
  public void addBinary(Binary value) {
    if (budget.take(TreeBudget.NODE + value.length())) {
      sink.accept(binary(value));
    }
  }

  private JsonNode binary(Binary value) {
    if (type.getPrimitiveTypeName() == PrimitiveType.PrimitiveTypeName.INT96) {
      return int96(value.getBytes());
    }
    if (logical instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
        || logical instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation
        || logical instanceof LogicalTypeAnnotation.JsonLogicalTypeAnnotation) {
      return TreeValues.text(value.toStringUsingUTF8());
    }
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return TreeValues.decimal(value.getBytes(), decimal.getScale());
    }
    if (logical instanceof LogicalTypeAnnotation.UUIDLogicalTypeAnnotation) {
      return TreeValues.uuid(value.getBytes());
    }
    if (logical instanceof LogicalTypeAnnotation.Float16LogicalTypeAnnotation) {
      return TreeValues.real(half(value.getBytes()));
    }
    return TreeValues.bytes(value.getBytes());
  }

  @Override
  public void addInt(int value) {
    if (!budget.take(TreeBudget.NODE)) {
      return;
    }
    if (logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
      sink.accept(TreeValues.date(value));
    } else if (logical instanceof IntLogicalTypeAnnotation whole && !whole.isSigned()) {
      sink.accept(TreeValues.whole(Integer.toUnsignedLong(value)));
    } else {
      sink.accept(whole(value));
    }
  }

  @Override
  public void addLong(long value) {
    if (!budget.take(TreeBudget.NODE)) {
      return;
    }
    if (logical instanceof TimestampLogicalTypeAnnotation stamp) {
      sink.accept(TreeValues.timestamp(value, perSecond(stamp.getUnit()), stamp.isAdjustedToUTC()));
    } else if (logical instanceof IntLogicalTypeAnnotation whole && !whole.isSigned()) {
      sink.accept(TreeValues.unsigned(value));
    } else {
      sink.accept(whole(value));
    }
  }

  private JsonNode whole(long value) {
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return TreeValues.decimal(BigInteger.valueOf(value), decimal.getScale());
    }
    return logical instanceof TimeLogicalTypeAnnotation time
        ? TreeValues.time(value, perSecond(time.getUnit()))
        : TreeValues.whole(value);
  }

  @Override
  public void addFloat(float value) {
    if (budget.take(TreeBudget.NODE)) {
      sink.accept(TreeValues.real(value));
    }
  }

  @Override
  public void addDouble(double value) {
    if (budget.take(TreeBudget.NODE)) {
      sink.accept(TreeValues.real(value));
    }
  }

  @Override
  public void addBoolean(boolean value) {
    if (budget.take(TreeBudget.NODE)) {
      sink.accept(TreeValues.flag(value));
    }
  }

  private static long perSecond(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> 1_000;
      case MICROS -> 1_000_000;
      case NANOS -> 1_000_000_000;
    };
  }

  /** Nanoseconds of the day, then the day: an instant, as the writers that still use it mean it. */
  private static JsonNode int96(byte[] value) {
    ByteBuffer parts = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
    long nanos = parts.getLong();
    long days = parts.getInt() - JULIAN_EPOCH;
    long seconds = days * 86_400 + Math.floorDiv(nanos, 1_000_000_000L);
    return TreeValues.seconds(seconds, (int) Math.floorMod(nanos, 1_000_000_000L), true);
  }

  /** IEEE 754 binary16, the lowest byte first. */
  private static float half(byte[] value) {
    int bits = value[0] & 0xFF | (value[1] & 0xFF) << 8;
    int exponent = bits >> 10 & 0x1F;
    int fraction = bits & 0x3FF;
    float size =
        exponent == 0x1F
            ? fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN
            : exponent == 0
                ? Math.scalb(fraction, -24)
                : Math.scalb(fraction + 0x400, exponent - 25);
    return (bits & 0x8000) == 0 ? size : -size;
  }
}
