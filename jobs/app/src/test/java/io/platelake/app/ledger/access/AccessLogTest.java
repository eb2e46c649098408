package io.platelake.app.ledger.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.TestLake;
import io.platelake.app.TestPolicies;
import io.platelake.core.access.PurposeStatement;
import io.platelake.core.accesslog.AccessEvent;
import io.platelake.core.accesslog.Asker;
import io.platelake.core.accesslog.ChainedRow;
import io.platelake.core.accesslog.LogEntry;
import io.platelake.core.accesslog.LogHead;
import io.platelake.core.policy.Policy;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.wall.PurposeViolation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class AccessLogTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123Z");
  private static final Policy POLICY = TestPolicies.waCity(TestLake.AGENCY).policy();

  @TempDir Path folder;

  @Test
  void shouldChainRowsOfLooksThatHappenAtOnceAndSumThemUp() throws Exception {
    Lake lake = TestLake.in(folder);
    AccessLog log = new AccessLog(lake);
    assertEquals(LogHead.START, log.head(TestLake.AGENCY));
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Callable<ChainedRow>> looks =
        LongStream.range(0, 6)
            .<Callable<ChainedRow>>mapToObj(
                i -> () -> log.append(TestLake.AGENCY, POLICY, read("r-" + i), NOON))
            .toList();
    for (Future<ChainedRow> look : threads.invokeAll(looks)) {
      assertTrue(look.get().isIntact());
    }
    threads.shutdown();
    log.append("county", POLICY, read("other"), NOON);
    log.append(
        TestLake.AGENCY, POLICY, List.of(read("a"), read("b")), NOON.plus(Duration.ofDays(1)));

    List<ChainedRow> rows = AccessLogRows.all(lake, TestLake.AGENCY);
    assertEquals(
        LongStream.rangeClosed(1, 8).boxed().toList(), rows.stream().map(ChainedRow::seq).toList());
    String before = LogHead.START.hash();
    for (ChainedRow row : rows) {
      assertTrue(row.isIntact(), () -> "row " + row.seq());
      assertEquals(before, row.prevHash());
      before = row.hash();
    }
    assertEquals(new LogHead(8, before), log.head(TestLake.AGENCY));
    assertEquals(
        Optional.of(Instant.parse("2028-06-02T00:00:00Z").plus(POLICY.purgeRules().horizon())),
        rows.get(0).find("delete_after"));

    assertEquals(0, log.sumUp(TestLake.AGENCY, LocalDate.parse("2026-06-02"), NOON).size());
    assertEquals(1, log.sumUp(TestLake.AGENCY, LocalDate.parse("2026-06-03"), NOON).size());
    List<io.platelake.core.accesslog.DayTotal> totals = new AccessTotals(lake).all(TestLake.AGENCY);
    assertEquals(List.of(6L, 2L), totals.stream().map(t -> t.rows()).toList());
    assertTrue(totals.stream().allMatch(t -> t.isIntact()));
    assertEquals(before, totals.get(1).lastHash());
    assertTrue(
        lake.path(Table.ACCESS_LOG).toString().endsWith("/audit/access_log"),
        "below a root of its own");
  }

  @Test
  void shouldShowTheLogToAuditsOnly() {
    TestLake.in(folder);
    Lake lake = Lake.at(TestSpark.session(), folder.toString(), Contracts.load());
    assertThrows(PurposeViolation.class, () -> lake.read(Table.ACCESS_LOG));
    Lake criminal = lake.serving("criminal");
    assertThrows(PurposeViolation.class, () -> AccessLogRows.of(criminal, TestLake.AGENCY).count());
    assertEquals(0, AccessLogRows.of(lake.serving(AccessLog.PURPOSE), TestLake.AGENCY).count());
  }

  private static LogEntry read(String id) {
    return LogEntry.ofAudit(
        AccessEvent.AUDIT_READ,
        id,
        NOON,
        new Asker("a.auditor", TestLake.AGENCY, List.of(), "os", Optional.empty(), false),
        "audit show",
        PurposeStatement.EMPTY,
        Optional.empty(),
        Optional.empty(),
        "all rows");
  }
}
