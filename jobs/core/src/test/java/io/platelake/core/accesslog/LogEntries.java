package io.platelake.core.accesslog;

import io.platelake.core.access.PurposeStatement;
import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries and chains of tests. */
public final class LogEntries {
  /** Noon of a day. */
  public static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  public static final PlateToken KEY = PlateToken.ofHex("0123456789abcdef".repeat(4));

  private LogEntries() {}

  /** A look for a plate, allowed unless there are denials. */
  public static LogEntry intent(String id, String... denials) {
    return new LogEntry(
        AccessEvent.INTENT,
        id,
        NOON,
        new Asker("c.okafor", "city-2", List.of("sworn"), "token", Optional.of("mdt-4"), true),
        "search",
        "search",
        Optional.of("criminal"),
        new PurposeStatement(Map.of(Item.CASE_NUMBER, "26-000123", Item.OFFENCE_TYPE, "burglary")),
        Optional.of("none"),
        Optional.of(
            new LoggedQuery(
                List.of("plate"),
                List.of(KEY.of("ABC123")),
                LoggedQuery.Vehicle.UNSAID,
                Optional.empty(),
                List.of(),
                List.of("city-2"),
                NOON.minus(Duration.ofDays(7)),
                NOON)),
        Optional.of(new LogEntry.Decided(List.of(denials))),
        Optional.empty(),
        Optional.of("wa-city:1"),
        Optional.of(KEY.digest("request")),
        Optional.of(KEY.id()),
        Optional.empty());
  }

  /** Intents and their outcomes, two rows an hour. */
  public static List<ChainedRow> chain(LogHead head, Instant from, int looks) {
    List<ChainedRow> rows = new ArrayList<>();
    LogHead at = head;
    for (int i = 0; i < looks; i++) {
      Instant when = from.plus(Duration.ofHours(i));
      LogEntry intent = intent("s-" + (head.seq() + i));
      LogEntry outcome = intent.ended(LoggedOutcome.without(LoggedOutcome.Result.NOTHING, 0));
      for (LogEntry entry : List.of(intent, outcome)) {
        ChainedRow row = ChainedRow.after(at, "city-2", entry, when, Optional.empty());
        rows.add(row);
        at = row.head();
      }
    }
    return rows;
  }
}
