package io.platelake.lake.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.ClosedMeanwhile;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.FileRows;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table whose rows are numbered by agency in {@code seq} and only added. The places of a row in
 * its chain are read here without a plan and without a declaration at the wall, so only columns
 * that say nothing of people or plates may be asked for.
 */
public final class Journal {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SEQ = "seq";
  private static final String AGENCY = "agency_id";

  private final Lake lake;
  private final Table table;
  private final StructType columns;
  private final JournalFiles files;

  /**
   * @param columns to read, besides agency and number
   * @throws IllegalArgumentException if one of them gives something away
   */
  public Journal(Lake lake, Table table, List<String> columns) {
    this.lake = lake;
    this.table = table;
    this.files = new JournalFiles(lake, table);
    List<String> all = new ArrayList<>(List.of(AGENCY, SEQ, "date"));
    all.addAll(columns);
    StructType schema = new StructType();
    for (String name : all) {
      if (lake.contracts().get(table).isSensitive(name)) {
        throw new IllegalArgumentException(table.folder() + "." + name + " is not for everybody");
      }
      StructField field = lake.contracts().get(table).schema().apply(name);
      schema = schema.add(name, field.dataType(), true);
    }
    this.columns = schema;
  }

  /** The row of an agency with the highest number. */
  public Optional<NamedRow> newest(String agency) {
    Snapshot now = files.now();
    List<Part> parts = parts(agency);
    parts.sort(Comparator.comparingLong(Part::last).reversed());
    NamedRow newest = null;
    for (Part part : parts) {
      if (newest != null && newest.number(SEQ) >= part.last()) {
        break;
      }
      for (NamedRow row : rows(now, agency, List.of(part))) {
        newest = newest == null || row.number(SEQ) > newest.number(SEQ) ? row : newest;
      }
    }
    return Optional.ofNullable(newest);
  }

  /** Rows of an agency that have a number: one, unless somebody else wrote the table. */
  public List<NamedRow> withNumber(String agency, long seq) {
    Snapshot now = files.now();
    List<Part> parts = parts(agency);
    parts.removeIf(part -> seq < part.first() || seq > part.last());
    return rows(now, agency, parts).stream().filter(row -> row.number(SEQ) == seq).toList();
  }

  /** Rows of an agency of a UTC date, by number. */
  public List<NamedRow> ofDate(String agency, LocalDate date) {
    Snapshot now = files.now();
    List<Part> parts = parts(agency);
    parts.removeIf(part -> !part.date().equals(date.toString()));
    return rows(now, agency, parts).stream()
        .sorted(Comparator.comparingLong(row -> row.number(SEQ)))
        .toList();
  }

  /** UTC dates on which an agency has rows, in order. */
  public List<LocalDate> dates(String agency) {
    files.now();
    return parts(agency).stream()
        .map(Part::date)
        .distinct()
        .map(LocalDate::parse)
        .sorted()
        .toList();
  }

  /**
   * Adds rows, once for a key, unless somebody else has used the key meanwhile: look with {@link
   * #withNumber}. When it returns, they are on the disk, so a machine that loses its power has
   * them.
   */
  public void append(List<Row> rows, CommitKey key) {
    files.now();
    files.takeUnsynced();
    try {
      lake.append(table, rows, key);
    } catch (DeltaConcurrentModificationException e) {
      return; // the second of two commits that have read the same key
    } catch (ClosedMeanwhile e) {
      throw e;
    } catch (Exception | FSError e) {
      // Of a full disk Hadoop makes an error; Scala throws checked exceptions without a word.
      throw new JournalNotWritten(table.folder(), e);
    }
    Snapshot now = files.now();
    try {
      SyncedFiles.sync(files.takeUnsynced(), now.deltaLog().logPath(), lake.fileSystem(table));
    } catch (IOException e) {
      throw new JournalNotWritten(table.folder(), e);
    }
  }

  private List<NamedRow> rows(Snapshot now, String agency, List<Part> parts) {
    List<AddFile> some = parts.stream().map(Part::file).toList();
    try {
      return FileRows.read(
              lake.spark(),
              now.deltaLog(),
              some,
              columns,
              partitions(now.metadata().partitionSchema()))
          .stream()
          .map(NamedRow::new)
          .filter(row -> row.text(AGENCY).equals(agency))
          .toList();
    } catch (Exception e) {
      // Without its newest row nobody knows the place of the next.
      throw new JournalNotWritten(table.folder(), e);
    }
  }

  private StructType partitions(StructType all) {
    StructType read = new StructType();
    for (StructField field : all.fields()) {
      read = List.of(columns.fieldNames()).contains(field.name()) ? read.add(field) : read;
    }
    return read;
  }

  /** A data file that may have rows of an agency, and the numbers of its rows. */
  private record Part(AddFile file, String date, long first, long last) {}

  private List<Part> parts(String agency) {
    List<Part> parts = new ArrayList<>();
    for (AddFile file : files.files()) {
      try {
        JsonNode stats = JSON.readTree(file.stats() == null ? "{}" : file.stats());
        JsonNode least = stats.path("minValues");
        JsonNode most = stats.path("maxValues");
        // What the log does not say is looked for in the file.
        boolean mayHave =
            least.path(AGENCY).asText("").compareTo(agency) <= 0
                && (!most.has(AGENCY) || most.path(AGENCY).asText().compareTo(agency) >= 0);
        if (mayHave) {
          parts.add(
              new Part(
                  file,
                  file.partitionValues().getOrElse("date", () -> ""),
                  least.path(SEQ).asLong(0),
                  most.path(SEQ).asLong(Long.MAX_VALUE)));
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("the log of a journal has statistics that are no JSON", e);
      }
    }
    return parts;
  }
}
