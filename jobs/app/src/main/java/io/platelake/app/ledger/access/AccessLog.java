package io.platelake.app.ledger.access;

import io.platelake.core.accesslog.ChainedRow;
import io.platelake.core.accesslog.DayTotal;
import io.platelake.core.accesslog.LogEntry;
import io.platelake.core.accesslog.LogHead;
import io.platelake.core.accesslog.LogRetention;
import io.platelake.core.policy.Policy;
import io.platelake.lake.contract.Table;
import io.platelake.lake.journal.Journal;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.TableRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Adds rows to the access log: {@code access_log}, and its sums {@code access_totals}. When {@link
 * #append} returns, the row is on the disk and in its chain. Each agency has a chain of its own.
 */
public final class AccessLog {
  /** The purpose that the log serves, and a word that no policy may give to a purpose. */
  public static final String PURPOSE = "auditing";

  /** Two look-ups at once want the same number; the second takes the next. */
  private static final int MOST_ATTEMPTS = 20;

  private final Lake lake;
  private final Journal journal;
  private final AccessTotals totals;

  public AccessLog(Lake lake) {
    this.lake = lake;
    this.journal =
        new Journal(lake, Table.ACCESS_LOG, List.of("event", "decision", "prev_hash", "hash"));
    this.totals = new AccessTotals(lake);
  }

  /**
   * Adds a row.
   *
   * @param recorded wall clock, UTC
   * @return the row in its chain
   * @throws IllegalStateException if others add rows all the time
   */
  public ChainedRow append(String agency, Policy policy, LogEntry entry, Instant recorded) {
    return append(agency, policy, List.of(entry), recorded).get(0);
  }

  /** Adds rows in one commit, in their order. */
  public List<ChainedRow> append(
      String agency, Policy policy, List<LogEntry> entries, Instant recorded) {
    if (lake.isKnownEmpty(Table.ACCESS_LOG)) {
      // With the first row of any kind: from then on a key that is gone is missed.
      TokenKeys.make(lake);
    }
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      LocalDate today = LocalDate.ofInstant(recorded, ZoneOffset.UTC);
      Optional<NamedRow> newest = journal.newest(agency);
      if (newest.filter(row -> row.date("date").isBefore(today)).isPresent()) {
        sumUp(agency, today, recorded);
      }
      LogHead head = afterCut(agency, head(agency, newest), attempt);
      List<ChainedRow> rows = new ArrayList<>(entries.size());
      for (LogEntry entry : entries) {
        ChainedRow row =
            ChainedRow.after(
                head, agency, entry, recorded, LogRetention.deleteAfter(policy, recorded));
        rows.add(row);
        head = row.head();
      }
      if (commit(agency, rows)) {
        return rows;
      }
    }
    throw new IllegalStateException(
        "the access log of " + agency + " was busy " + MOST_ATTEMPTS + " times");
  }

  /**
   * Where somebody has cut off the last rows, the table still knows which numbers it has given. The
   * next row takes a new number, so that the gap stays for everybody to see.
   */
  private LogHead afterCut(String agency, LogHead head, int attempt) {
    long given = head.seq();
    if (attempt > 1 && lake.seen(Table.ACCESS_LOG, key(agency, given + 1))) {
      LogHead now = head(agency);
      if (now.seq() > head.seq()) {
        return now; // somebody else was faster
      }
      long step = 1;
      while (lake.seen(Table.ACCESS_LOG, key(agency, given + 1))) {
        given += step;
        step = lake.seen(Table.ACCESS_LOG, key(agency, given + 2 * step)) ? 2 * step : 1;
      }
    }
    return new LogHead(given, head.hash());
  }

  private static CommitKey key(String agency, long seq) {
    return new CommitKey("access:" + agency, seq);
  }

  /** Whether the rows are in the table: others may have taken their numbers. */
  private boolean commit(String agency, List<ChainedRow> rows) {
    ChainedRow last = rows.get(rows.size() - 1);
    journal.append(rows.stream().map(this::row).toList(), key(agency, last.seq()));
    List<NamedRow> there = journal.withNumber(agency, last.seq());
    return there.size() == 1 && there.get(0).text("hash").equals(last.hash());
  }

  /** The newest row of the chain of an agency, also when the purge has taken it. */
  public LogHead head(String agency) {
    return head(agency, journal.newest(agency));
  }

  private LogHead head(String agency, Optional<NamedRow> last) {
    LogHead row =
        last.map(newest -> new LogHead(newest.number("seq"), newest.text("hash")))
            .orElse(LogHead.START);
    LogHead summed =
        totals
            .last(agency)
            .map(total -> new LogHead(total.lastSeq(), total.lastHash()))
            .orElse(LogHead.START);
    return row.seq() >= summed.seq() ? row : summed;
  }

  /**
   * Whether the log has a row with a number and hash. A row that a purge has taken counts, as far
   * as the sum of its day knows it.
   */
  public boolean has(String agency, LogHead row) {
    List<NamedRow> there = journal.withNumber(agency, row.seq());
    if (!there.isEmpty()) {
      return there.stream().allMatch(found -> found.text("hash").equals(row.hash()));
    }
    return totals.all(agency).stream()
        .anyMatch(
            total ->
                total.lastSeq() == row.seq()
                    ? total.lastHash().equals(row.hash())
                    : total.firstSeq() <= row.seq() && row.seq() < total.lastSeq());
  }

  /** Writes the sums of the dates before one that have rows and no sum yet. */
  public List<DayTotal> sumUp(String agency, LocalDate before, Instant recorded) {
    Optional<DayTotal> last = totals.last(agency);
    LogHead head = last.map(DayTotal::head).orElse(LogHead.START);
    List<DayTotal> written = new ArrayList<>();
    for (LocalDate date : journal.dates(agency)) {
      boolean isSummed = last.filter(total -> !total.date().isBefore(date)).isPresent();
      if (!isSummed && date.isBefore(before)) {
        List<ChainedRow> rows =
            journal.ofDate(agency, date).stream().map(row -> link(agency, row)).toList();
        DayTotal total = DayTotal.of(head, rows, recorded);
        written.add(total);
        head = total.head();
      }
    }
    totals.add(agency, written);
    return written;
  }

  /** The place of a row in its chain, without what it says. */
  private static ChainedRow link(String agency, NamedRow row) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("event", row.text("event"));
    row.findText("decision").ifPresent(decision -> fields.put("decision", decision));
    fields.put("recorded_at", row.date("date").atStartOfDay(ZoneOffset.UTC).toInstant());
    return new ChainedRow(
        agency, row.number("seq"), fields, row.text("prev_hash"), row.text("hash"));
  }

  private Row row(ChainedRow chained) {
    TableRow row = lake.newRow(Table.ACCESS_LOG);
    chained.fields().forEach((field, value) -> row.with(field, stored(value)));
    return row.with("prev_hash", chained.prevHash())
        .with("hash", chained.hash())
        .with("purpose", PURPOSE)
        .with("date", chained.date())
        .row();
  }

  private static Object stored(Object value) {
    return value instanceof List<?> list ? CollectionConverters.asScala(list).toSeq() : value;
  }
}
