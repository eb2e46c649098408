package io.platelake.app.ledger.access;

import io.platelake.core.accesslog.ChainedRow;
import io.platelake.lake.contract.Column;
import io.platelake.lake.contract.Table;
import io.platelake.lake.contract.TableContract;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Reads the access log for audits, through the purpose wall: the lake must serve {@link
 * AccessLog#PURPOSE}.
 */
public final class AccessLogRows {
  /** Columns that are no part of what is hashed. */
  private static final Set<String> UNHASHED = Set.of("prev_hash", "hash", "purpose", "date");

  private AccessLogRows() {}

  /**
   * Rows of an agency, as the table has them.
   *
   * @throws io.platelake.lake.wall.PurposeViolation if the lake serves another purpose
   */
  public static Dataset<Row> of(Lake lake, String agency) {
    return lake.read(Table.ACCESS_LOG, AccessLog.PURPOSE)
        .where(functions.col("agency_id").equalTo(agency));
  }

  /** Rows of an agency recorded on UTC dates, by number; both ends count. */
  public static List<ChainedRow> between(
      Lake lake, String agency, LocalDate first, LocalDate last) {
    Dataset<Row> rows =
        of(lake, agency)
            .where(functions.col("date").between(Date.valueOf(first), Date.valueOf(last)))
            .orderBy("seq");
    TableContract contract = lake.contracts().get(Table.ACCESS_LOG);
    return NamedRow.all(rows).stream().map(row -> chained(contract, row)).toList();
  }

  /** Every row of an agency, by number. */
  public static List<ChainedRow> all(Lake lake, String agency) {
    return between(lake, agency, LocalDate.EPOCH, LocalDate.of(9999, 12, 31));
  }

  /** A row of the table in its chain. */
  public static ChainedRow chained(TableContract contract, NamedRow row) {
    Map<String, Object> fields = new TreeMap<>();
    for (Column column : contract.columns()) {
      if (!UNHASHED.contains(column.name()) && row.has(column.name())) {
        fields.put(column.name(), value(row, column));
      }
    }
    return new ChainedRow(
        row.text("agency_id"), row.number("seq"), fields, row.text("prev_hash"), row.text("hash"));
  }

  private static Object value(NamedRow row, Column column) {
    return switch (column.type()) {
      case "array<string>" -> row.texts(column.name());
      case "timestamp" -> row.instant(column.name());
      case "date" -> row.date(column.name());
      case "bigint" -> row.number(column.name());
      case "double" -> row.real(column.name());
      case "boolean" -> row.flag(column.name());
      default -> row.text(column.name());
    };
  }
}
