package io.platelake.app.search;

import io.platelake.app.job.Sha256;
import io.platelake.app.publish.PublishedCsv;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.retention.RecordRule;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of an answer as they leave.
 *
 * @param csv UTF-8
 * @param destroyOn UTC date on which they must be destroyed; empty where the policy sets none
 */
record Answer(long rows, byte[] csv, Optional<LocalDate> destroyOn) {
  private static final String RECORD_CLASS = "exports";

  /** Reads in the order in which they are given, at least one. */
  static Answer of(List<NamedRow> reads, Policy policy, String purpose, Instant asOf) {
    List<List<String>> rows = new ArrayList<>(reads.size());
    for (NamedRow read : reads) {
      List<String> cells = new ArrayList<>(FoundReads.COLUMNS.size());
      for (String column : FoundReads.COLUMNS) {
        cells.add(cell(read, column));
      }
      rows.add(cells);
    }
    Instant oldest =
        reads.stream().map(r -> r.instant("captured_at")).min(Instant::compareTo).orElseThrow();
    RecordRule exports = policy.recordClass(RECORD_CLASS);
    return new Answer(
        reads.size(),
        PublishedCsv.bytes(FoundReads.COLUMNS, rows),
        exports
            .expiresAt(policy.retention(purpose), Optional.of(oldest), asOf)
            .map(end -> LocalDate.ofInstant(end, ZoneOffset.UTC)));
  }

  String digest() {
    return Sha256.of(csv);
  }

  private static String cell(NamedRow read, String column) {
    return switch (column) {
      case "captured_at" -> read.instant(column).toString();
      case "read_id" -> String.valueOf(read.number(column));
      case "confidence", "direction", "lat", "lon" ->
          read.findReal(column).map(String::valueOf).orElse(null);
      default -> read.findText(column).orElse(null);
    };
  }
}
