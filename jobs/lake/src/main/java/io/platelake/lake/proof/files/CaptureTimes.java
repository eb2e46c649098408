package io.platelake.lake.proof.files;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * The oldest capture time in a data file, from the Parquet file itself.
 *
 * <p>Row-group statistics are taken where they answer the question. Where there are none (96-bit
 * times never have any) or they mix agencies, the one or two columns are read.
 */
public final class CaptureTimes {
  public static final String TIME = "captured_at";
  private static final String AGENCY = "agency_id";

  /** Key of rows without an agency, and of all rows when agencies do not matter. */
  static final String ANY = "";

  /** Oldest time of some rows, and how many rows have none. */
  public record Oldest(Optional<Instant> at, long undated) {
    Oldest and(Oldest other) {
      boolean mine = at.isPresent() && (other.at.isEmpty() || at.get().isBefore(other.at.get()));
      return new Oldest(mine ? at : other.at, undated + other.undated);
    }
  }

  private final ParquetFileReader parquet;
  private final MessageType wanted;
  private final String column;
  private final TimeColumn time;
  private final Optional<ColumnDescriptor> agency;
  private final Map<String, Oldest> oldest = new HashMap<>();

  private CaptureTimes(
      ParquetFileReader parquet, String column, TimeColumn time, MessageType wanted) {
    this.parquet = parquet;
    this.column = column;
    this.time = time;
    this.wanted = wanted;
    this.agency =
        wanted.containsField(AGENCY)
            ? Optional.of(wanted.getColumnDescription(new String[] {AGENCY}))
            : Optional.empty();
  }

  /**
   * Agency to the oldest time of its rows, or one entry {@link #ANY} for all. Empty when the file
   * has no such columns or stores them in a form that is not known.
   */
  public static Optional<Map<String, Oldest>> read(StoredFile file, boolean byAgency)
      throws IOException {
    return read(file, TIME, byAgency);
  }

  /**
   * The same of another time.
   *
   * @param column name of the column
   */
  public static Optional<Map<String, Oldest>> read(StoredFile file, String column, boolean byAgency)
      throws IOException {
    try (ParquetFileReader parquet = file.parquet()) {
      MessageType schema = parquet.getFileMetaData().getSchema();
      Optional<TimeColumn> time = TimeColumn.of(schema, column);
      if (time.isEmpty() || (byAgency && !schema.containsField(AGENCY))) {
        return Optional.empty();
      }
      Type timeType = schema.getType(column);
      MessageType wanted =
          byAgency
              ? new MessageType(schema.getName(), timeType, schema.getType(AGENCY))
              : new MessageType(schema.getName(), timeType);
      CaptureTimes times = new CaptureTimes(parquet, column, time.get(), wanted);
      times.readRowGroups();
      return Optional.of(times.oldest);
    }
  }

  private void readRowGroups() throws IOException {
    parquet.setRequestedSchema(wanted);
    for (BlockMetaData block : parquet.getRowGroups()) {
      Optional<String> oneAgency = agency.isEmpty() ? Optional.of(ANY) : onlyAgency(block);
      Optional<Oldest> known = oneAgency.isEmpty() ? Optional.empty() : fromStatistics(block);
      if (known.isPresent()) {
        oldest.merge(oneAgency.get(), known.get(), Oldest::and);
        parquet.skipNextRowGroup();
      } else {
        readRows(parquet.readNextRowGroup());
      }
    }
  }

  private Optional<Oldest> fromStatistics(BlockMetaData block) {
    if (statistics(block, column) instanceof LongStatistics times
        && times.isNumNullsSet()
        && times.hasNonNullValue()) {
      Instant first = time.instant(times.getMin());
      return Optional.of(new Oldest(Optional.of(first), times.getNumNulls()));
    }
    return Optional.empty();
  }

  /** The agency of a row group all of whose rows have the same, as its statistics say. */
  private static Optional<String> onlyAgency(BlockMetaData block) {
    Statistics<?> agencies = statistics(block, AGENCY);
    boolean one =
        agencies != null
            && agencies.isNumNullsSet()
            && agencies.getNumNulls() == 0
            && agencies.hasNonNullValue()
            && agencies.genericGetMin().equals(agencies.genericGetMax());
    return one ? Optional.of(agencies.minAsString()) : Optional.empty();
  }

  private static Statistics<?> statistics(BlockMetaData block, String column) {
    for (ColumnChunkMetaData chunk : block.getColumns()) {
      if (chunk.getPath().toDotString().equals(column)) {
        return chunk.getStatistics();
      }
    }
    return null;
  }

  private void readRows(PageReadStore pages) {
    ColumnReadStoreImpl columns =
        new ColumnReadStoreImpl(
            pages,
            new GroupRecordConverter(wanted).getRootConverter(),
            wanted,
            parquet.getFileMetaData().getCreatedBy());
    ColumnReader times = columns.getColumnReader(time.descriptor());
    Optional<ColumnReader> agencies = agency.map(columns::getColumnReader);
    for (long row = 0; row < pages.getRowCount(); row++) {
      String key = agencies.map(CaptureTimes::text).orElse(ANY);
      agencies.ifPresent(ColumnReader::consume);
      boolean dated = isPresent(times);
      Optional<Instant> at =
          dated ? Optional.of(time.instant(time.value(times))) : Optional.empty();
      times.consume();
      oldest.merge(key, new Oldest(at, dated ? 0 : 1), Oldest::and);
    }
  }

  private static String text(ColumnReader reader) {
    return isPresent(reader) ? reader.getBinary().toStringUsingUTF8() : ANY;
  }

  private static boolean isPresent(ColumnReader reader) {
    return reader.getCurrentDefinitionLevel() == reader.getDescriptor().getMaxDefinitionLevel();
  }
}
