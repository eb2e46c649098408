package io.platelake.app.ledger.site;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.feed.ReadId;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import io.platelake.lake.contract.Column;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.TableRow;
import io.platelake.lake.table.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Corrections of reads by people. A corrected read is a read of its own beside the original, which
 * its {@code corrects} names: so the original stays and is not matched any more, and both are
 * purged on one day. Who, when and why is a row of {@code corrections}, which holds no value of a
 * read.
 */
public final class CorrectionLedger {
  /** What a reader said about its own reading, and not about the corrected one. */
  private static final Set<String> OF_THE_READER =
      Set.of("plate_raw", "confidence", "state_confidence", "candidates", "image_ref");

  private static final String SOURCE = "correction";

  private final Lake lake;
  private final String agency;
  private final String purpose;

  /**
   * @param lake serving the purpose
   */
  public CorrectionLedger(Lake lake, String agency, String purpose) {
    this.lake = lake;
    this.agency = agency;
    this.purpose = purpose;
  }

  /**
   * What a person says about one read.
   *
   * @param date UTC date of capture
   * @param values by column; the plate is normalised
   * @param place file and line, for messages
   */
  public record Correction(long readId, LocalDate date, Map<String, String> values, String place) {
    public Correction {
      values = Map.copyOf(values);
    }

    /** Shows no value. */
    @Override
    public String toString() {
      return "correction of " + readId;
    }
  }

  /** Who corrects, when and why. */
  public record Author(String principal, Instant at, String reason) {}

  /**
   * A correction on record.
   *
   * @param fields columns that were corrected
   */
  public record Recorded(
      long readId, long correctedId, LocalDate date, List<String> fields, Author author) {}

  /** Corrections of the agency and purpose, by time. */
  public List<Recorded> all() {
    return NamedRow.all(
            lake.read(Table.CORRECTIONS)
                .where(col("agency_id").equalTo(agency))
                .where(col("served_purpose").equalTo(purpose))
                .orderBy("recorded_at", "corrected_id"))
        .stream()
        .map(
            row ->
                new Recorded(
                    row.number("read_id"),
                    row.number("corrected_id"),
                    row.date("captured_on"),
                    row.texts("fields"),
                    new Author(
                        row.text("principal"), row.instant("recorded_at"), row.text("reason"))))
        .toList();
  }

  /**
   * Adds the corrected reads and their record.
   *
   * @throws BadInput if a read is not there, or already says what is given
   * @throws Refusal if a read has been corrected already
   */
  public List<Recorded> add(List<Correction> corrections, OcrClasses classes, Author author) {
    Map<Long, Recorded> before = new HashMap<>();
    all().forEach(recorded -> before.put(recorded.readId(), recorded));
    List<Row> reads = new ArrayList<>();
    List<Recorded> added = new ArrayList<>();
    List<Row> records = new ArrayList<>();
    for (Correction correction : corrections) {
      Recorded known = before.get(correction.readId());
      if (known != null && find(known.correctedId(), known.date()).isPresent()) {
        throw new Refusal(
            correction.place(),
            "the read has been corrected already, at " + known.author().at(),
            "Correct the read " + known.correctedId() + " that stands beside it.");
      }
      NamedRow original = original(correction);
      Set<String> fields = changed(original, correction);
      // A run that was killed left its record; this one brings the read that it announced.
      Author by = known == null ? author : known.author();
      long id =
          ReadId.of(
              agency,
              original.text("camera_id"),
              original.instant("captured_at"),
              SOURCE + " of " + correction.readId() + " at " + by.at());
      reads.add(corrected(original, correction, id, classes, by.at()));
      Recorded recorded =
          new Recorded(correction.readId(), id, correction.date(), List.copyOf(fields), by);
      added.add(recorded);
      if (known == null) {
        records.add(row(recorded));
      }
    }
    // The record first: a read without one would have no author.
    String key = agency + ":" + purpose + ":" + author.at();
    if (!records.isEmpty()) {
      lake.append(Table.CORRECTIONS, records, new CommitKey("corrections:" + key, 0));
    }
    lake.append(Table.READS, lake.rows(Table.READS, reads), new CommitKey("corrected:" + key, 0));
    return added;
  }

  private NamedRow original(Correction correction) {
    return find(correction.readId(), correction.date())
        .orElseThrow(
            () ->
                new BadInput(
                    correction.place(),
                    "no read of the agency has this id on this date for purpose " + purpose,
                    "Check id and date; it may have been purged."));
  }

  private Optional<NamedRow> find(long readId, LocalDate date) {
    return NamedRow.all(
            lake.read(Table.READS, purpose, Window.day(date))
                .where(col("agency_id").equalTo(agency))
                .where(col("read_id").equalTo(readId)))
        .stream()
        .findFirst();
  }

  private static Set<String> changed(NamedRow original, Correction correction) {
    Set<String> fields = new TreeSet<>();
    correction
        .values()
        .forEach(
            (column, value) -> {
              if (!Objects.equals(original.findText(column).orElse(null), value)) {
                fields.add(column);
              }
            });
    if (fields.isEmpty()) {
      throw new BadInput(
          correction.place(), "the read says so already", "Give what was wrong, or leave it out.");
    }
    return fields;
  }

  private Row corrected(
      NamedRow original, Correction correction, long id, OcrClasses classes, Instant at) {
    Map<String, Object> values = new HashMap<>(correction.values());
    if (correction.values().containsKey("plate")) {
      long key = PlateKey.pack(correction.values().get("plate"));
      values.put("plate_key", key);
      values.put("fold_key", classes.foldKey(key));
    }
    values.put("read_id", id);
    values.put("corrects", correction.readId());
    values.put("landed_at", at);
    values.put("source", SOURCE);
    values.put("batch_id", SOURCE + ":" + id);
    OF_THE_READER.forEach(column -> values.put(column, null));
    TableRow row = lake.newRow(Table.READS);
    for (Column column : lake.contracts().get(Table.READS).columns()) {
      String name = column.name();
      row.with(
          name,
          values.containsKey(name)
              ? values.get(name)
              : original.row().get(original.row().fieldIndex(name)));
    }
    return row.row();
  }

  private Row row(Recorded recorded) {
    return lake.newRow(Table.CORRECTIONS)
        .with("agency_id", agency)
        .with("read_id", recorded.readId())
        .with("corrected_id", recorded.correctedId())
        .with("served_purpose", purpose)
        .with("captured_on", recorded.date())
        .with("fields", CollectionConverters.asScala(recorded.fields()).toSeq())
        .with("reason", recorded.author().reason())
        .with("principal", recorded.author().principal())
        .with("recorded_at", recorded.author().at())
        .row();
  }
}
