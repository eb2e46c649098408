package io.platelake.app.ledger.purge;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * Dates that a purge has closed. Their facts are final and landing takes no more reads of them, so
 * no read comes back after the proof of its absence.
 */
public final class ClosedDates {
  private ClosedDates() {}

  /** One UTC date of one agency's reads of one purpose. */
  public record Closed(String agency, String purpose, LocalDate date) {}

  /** Every closed date. From then on the job notices when a purge closes more. */
  public static Set<Closed> of(Lake lake) {
    lake.watchClosings();
    return known(lake);
  }

  /** Every closed date. */
  static Set<Closed> known(Lake lake) {
    Set<Closed> closed = new HashSet<>();
    for (NamedRow row :
        NamedRow.all(
            lake.ledger(Table.PURGE_RUNS)
                .where(col("step").equalTo(PurgeStep.CLOSE.label()))
                .where(col("table_name").equalTo(Table.READS.folder()))
                .select(explode(col("agencies")).as("agency"), col("partition")))) {
      // The folder of a partition of reads: purpose=criminal/date=2026-06-01.
      String[] values = row.text("partition").split("[=/]");
      closed.add(new Closed(row.text("agency"), values[1], LocalDate.parse(values[3])));
    }
    return closed;
  }
}
