package io.platelake.lake.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.lake.contract.TableContract;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;

/**
 * What the log says of a data file: its rows, and the range of dates and instants in columns of
 * which the contract allows it. Of audit tables it also has the range of numbers and short texts.
 * Of other columns it says nothing, and a query then reads the file.
 */
final class FileStatistics {
  private final List<Range> ranges = new ArrayList<>();
  private final List<PlainRange> plain = new ArrayList<>();
  private long rows;

  FileStatistics(TableContract contract, StructType columns) {
    for (String column : contract.statsColumns()) {
      DataType type = columns.apply(column).dataType();
      int place = columns.fieldIndex(column);
      if (type instanceof DateType || type instanceof TimestampType) {
        ranges.add(new Range(column, place, type instanceof DateType));
      } else if (contract.isAudit()) {
        plain.add(new PlainRange(column, place, type));
      }
    }
  }

  void add(InternalRow row) {
    rows++;
    ranges.forEach(range -> range.add(row));
    plain.forEach(range -> range.add(row));
  }

  /** As Delta writes it. */
  String json() {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("numRecords", rows);
    ObjectNode least = json.putObject("minValues");
    ObjectNode most = json.putObject("maxValues");
    ObjectNode nulls = json.putObject("nullCount");
    for (Range range : ranges) {
      if (range.nulls < rows) {
        least.put(range.column, range.text(range.least, false));
        most.put(range.column, range.text(range.most, true));
      }
      nulls.put(range.column, range.nulls);
    }
    plain.forEach(range -> range.write(least, most));
    return json.toString();
  }

  /** Numbers, and texts that the log does not cut. */
  private static final class PlainRange {
    private static final int LONGEST = 64;

    private final String column;
    private final int place;
    private final DataType type;
    private final TreeSet<Long> numbers = new TreeSet<>();
    private final TreeSet<String> texts = new TreeSet<>();
    private boolean isKnown = true;

    PlainRange(String column, int place, DataType type) {
      this.column = column;
      this.place = place;
      this.type = type;
    }

    void add(InternalRow row) {
      if (row.isNullAt(place)) {
        isKnown = false;
      } else if (type instanceof LongType) {
        numbers.add(row.getLong(place));
      } else if (type instanceof StringType) {
        String text = row.getUTF8String(place).toString();
        isKnown &= text.length() <= LONGEST;
        texts.add(text);
      } else {
        isKnown = false;
      }
    }

    void write(ObjectNode least, ObjectNode most) {
      if (isKnown && !numbers.isEmpty()) {
        least.put(column, numbers.first());
        most.put(column, numbers.last());
      } else if (isKnown && !texts.isEmpty()) {
        least.put(column, texts.first());
        most.put(column, texts.last());
      }
    }
  }

  /** Days or microseconds since 1970. */
  private static final class Range {
    private final String column;
    private final int place;
    private final boolean days;
    private long least = Long.MAX_VALUE;
    private long most = Long.MIN_VALUE;
    private long nulls;

    Range(String column, int place, boolean days) {
      this.column = column;
      this.place = place;
      this.days = days;
    }

    void add(InternalRow row) {
      if (row.isNullAt(place)) {
        nulls++;
        return;
      }
      long value = days ? row.getInt(place) : row.getLong(place);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }

    /** Instants have milliseconds there, so the end of a range is rounded up. */
    String text(long value, boolean up) {
      if (days) {
        return LocalDate.ofEpochDay(value).toString();
      }
      Instant instant = Instant.EPOCH.plus(value, ChronoUnit.MICROS);
      Instant millis = instant.truncatedTo(ChronoUnit.MILLIS);
      return (up && millis.isBefore(instant) ? millis.plusMillis(1) : millis).toString();
    }
  }
}
