package io.platelake.app.ledger.audit;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.ledger.access.AccessLog;
import io.platelake.core.accesslog.LogRetention;
import io.platelake.core.accesslog.PlateToken;
import io.platelake.core.policy.Policy;
import io.platelake.core.vendorlog.LogCell;
import io.platelake.core.vendorlog.LogLayout;
import io.platelake.core.vendorlog.LogRow;
import io.platelake.core.vendorlog.RowPrint;
import io.platelake.core.vendorlog.RowPrints;
import io.platelake.core.vendorlog.SealedCells;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes the rows of one file into {@code imported_log}, batch by batch. A batch has a key of its
 * own, so an import that was killed goes on where it was. The driver keeps one batch.
 */
public final class ImportedRows {
  /** Rows of a file that make a commit; few enough for a small heap. */
  private static final int BATCH = 50_000;

  private static final int FILE_PREFIX = 12;
  private static final int LONG_DIGITS = 16;

  private final Lake lake;
  private final Source source;
  private final SealedCells seal;
  private final RowPrint print = new RowPrint();
  private final RowPrints known;
  private final Map<LocalDate, Boolean> pastLimit = new HashMap<>();
  private final List<Row> batch = new ArrayList<>();
  private long seen;
  private long batches;
  private long taken;
  private long knownRows;
  private long pastRows;

  /**
   * Where rows come from, and under which rules.
   *
   * @param importedAt wall clock of the import, UTC
   */
  public record Source(
      String agency,
      String vendor,
      LogLayout layout,
      String digest,
      Policy policy,
      PlateToken token,
      Instant importedAt) {}

  /**
   * @param lake serving the purpose of audits
   * @param isFirst whether no file was imported before
   * @param first first instant of the file, UTC; empty where it shows none
   * @param last last instant
   */
  public ImportedRows(
      Lake lake, Source source, boolean isFirst, Optional<Instant> first, Optional<Instant> last) {
    this.lake = lake;
    this.source = source;
    this.seal = new SealedCells(source.layout(), source.token());
    this.known = isFirst ? new RowPrints() : known(first, last);
  }

  /** Keys of the rows of this time that other files brought. */
  private RowPrints known(Optional<Instant> first, Optional<Instant> last) {
    org.apache.spark.sql.Column inTime =
        first.isEmpty()
            ? col("at").isNull()
            : col("at").isNull().or(col("date").between(date(first.get()), date(last.get())));
    Iterator<Row> rows =
        lake.read(Table.IMPORTED_LOG, AccessLog.PURPOSE)
            .where(col("agency_id").equalTo(source.agency()))
            .where(col("vendor").equalTo(source.vendor()))
            .where(col("layout").equalTo(source.layout().layout()))
            .where(col("file_digest").notEqual(source.digest()))
            .where(inTime)
            .select("row_key")
            .toLocalIterator();
    RowPrints keys = new RowPrints();
    rows.forEachRemaining(row -> keys.add(new NamedRow(row).number("row_key")));
    return keys;
  }

  private static Date date(Instant at) {
    return Date.valueOf(LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** Adds a row. Returns its cells as the lake has them; empty for a row that is not stored. */
  public Optional<Map<String, LogCell>> add(LogRow row) {
    Optional<Map<String, LogCell>> stored = stored(row);
    // Batches end at the same rows in every run, whatever other files brought meanwhile.
    if (++seen % BATCH == 0) {
      write();
    }
    return stored;
  }

  private Optional<Map<String, LogCell>> stored(LogRow row) {
    Instant recorded =
        row.at().filter(at -> !at.isAfter(source.importedAt())).orElse(source.importedAt());
    LocalDate date = LocalDate.ofInstant(recorded, ZoneOffset.UTC);
    if (pastLimit.computeIfAbsent(date, this::isPastLimit)) {
      pastRows++;
      return Optional.empty();
    }
    long key = key(row);
    if (source.layout().isNamed(row) && known.contains(key)) {
      knownRows++;
      return Optional.empty();
    }
    Map<String, LogCell> cells = seal.of(row);
    Map<String, String> texts = new TreeMap<>();
    Map<String, String> states = new TreeMap<>();
    cells.forEach(
        (column, cell) -> {
          states.put(column, cell.state().label());
          if (!cell.text().isEmpty()) {
            texts.put(column, cell.text());
          }
        });
    batch.add(
        lake.newRow(Table.IMPORTED_LOG)
            .with("agency_id", source.agency())
            .with("vendor", source.vendor())
            .with("layout", source.layout().layout())
            .with("lists", source.layout().lists().label())
            .with("file_digest", source.digest())
            .with("row_no", row.number())
            .with("line_no", row.line())
            .with("row_key", key)
            .with("row_id", id(row))
            .with("at", row.at())
            .with("recorded_at", recorded)
            .with("imported_at", source.importedAt())
            .with("delete_after", LogRetention.deleteAfter(source.policy(), recorded))
            .with("cells", CollectionConverters.asScala(texts))
            .with("states", CollectionConverters.asScala(states))
            .with("key_id", source.token().id())
            .with("purpose", AccessLog.PURPOSE)
            .with("date", date)
            .row());
    taken++;
    return Optional.of(cells);
  }

  /** Whether a purge could take the date already: what would have gone does not come back. */
  private boolean isPastLimit(LocalDate date) {
    Instant end = date.atTime(23, 59).toInstant(ZoneOffset.UTC);
    return LogRetention.deleteAfter(source.policy(), end).isPresent()
        && LogRetention.mayGo(source.policy(), date, source.importedAt());
  }

  private long key(LogRow row) {
    String digest = source.token().digest(Long.toHexString(print.of(row)));
    return Long.parseUnsignedLong(digest.substring(0, LONG_DIGITS), 16);
  }

  private String id(LogRow row) {
    LogCell id = row.cell("id");
    return id.state().hasValue()
        ? id.text()
        : source.digest().substring(0, FILE_PREFIX) + "-" + row.number();
  }

  private void write() {
    CommitKey key = new CommitKey("import:" + source.agency() + ":" + source.digest(), batches++);
    if (!batch.isEmpty()) {
      lake.append(Table.IMPORTED_LOG, List.copyOf(batch), key);
      batch.clear();
    }
  }

  /** Writes the last rows. */
  public void finish() {
    write();
  }

  /** Rows that are in the table by this file. */
  public long taken() {
    return taken;
  }

  /** Rows that another file brought. */
  public long known() {
    return knownRows;
  }

  /** Rows that the policy would have destroyed. */
  public long pastLimit() {
    return pastRows;
  }
}
