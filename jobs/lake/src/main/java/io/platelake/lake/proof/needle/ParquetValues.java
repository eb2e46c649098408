package io.platelake.lake.proof.needle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Values of one Parquet column, each put under the needles by its type. */
final class ParquetValues {
  private final FileHits hits;
  private final PrimitiveTypeName type;
  private final boolean text;
  private final boolean decimal;
  private final Supplier<String> where;
  private final NeedleSearch.Found found;
  private Binary last;

  ParquetValues(FileHits hits, PrimitiveType column, String where) {
    this.hits = hits;
    this.type = column.getPrimitiveTypeName();
    LogicalTypeAnnotation meaning = column.getLogicalTypeAnnotation();
    this.text =
        meaning instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
            || meaning instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation
            || meaning instanceof LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
    this.decimal = meaning instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
    this.where = () -> where;
    this.found = hits.sink(this.where);
  }

  void value(ColumnReader reader) {
    switch (type) {
      case INT32 -> hits.values.number(reader.getInteger(), found);
      case INT64 -> hits.values.number(reader.getLong(), found);
      case FLOAT -> hits.number(where, (double) reader.getFloat());
      case DOUBLE -> hits.number(where, reader.getDouble());
      case BOOLEAN -> {}
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> binary(reader.getBinary());
    }
  }

  void entry(Dictionary dictionary, int id) {
    switch (type) {
      case INT32 -> hits.number(where, (long) dictionary.decodeToInt(id));
      case INT64 -> hits.number(where, dictionary.decodeToLong(id));
      case FLOAT -> hits.number(where, (double) dictionary.decodeToFloat(id));
      case DOUBLE -> hits.number(where, dictionary.decodeToDouble(id));
      case BOOLEAN -> {}
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> binary(dictionary.decodeToBinary(id));
    }
  }

  void statistic(Object value, byte[] bytes) {
    if (value instanceof Integer || value instanceof Long) {
      hits.number(where, ((Number) value).longValue());
    } else if (value instanceof Number number) {
      hits.number(where, number.doubleValue());
    } else if (!(value instanceof Boolean)) {
      binary(Binary.fromConstantByteArray(bytes));
    }
  }

  /** A dictionary gives the same object for the same value; it is looked at once in a row. */
  private void binary(Binary value) {
    if (value == last) {
      return;
    }
    last = value;
    byte[] bytes = value.getBytesUnsafe();
    if (decimal && bytes.length > 0 && bytes.length <= 16) {
      BigInteger unscaled = new BigInteger(bytes);
      if (unscaled.bitLength() < 64) {
        hits.number(where, unscaled.longValue());
      }
    }
    if (!text && Magic.of(bytes).packed()) {
      unpack(bytes);
      return;
    }
    hits.values.value(bytes, text || Magic.of(bytes) != Magic.BINARY, found);
    if (text && bytes.length > 1 && (bytes[0] == '{' || bytes[0] == '[')) {
      new JsonSearch(hits).embedded(new String(bytes, StandardCharsets.UTF_8), where);
    }
  }

  private void unpack(byte[] bytes) {
    try {
      new ContentSearch(hits).search(new ByteArrayInputStream(bytes), where.get(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
