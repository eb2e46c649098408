package io.platelake.app.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.match.outcome.AlertOutcome;
import io.platelake.core.match.outcome.FalseCause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeCsvTest {
  private static final Instant NOW = Instant.parse("2026-06-02T00:00:00Z");
  private static final String HEADER =
      "outcome_id,hit_id,kind,occurred_at,confirmed,cause,officer,alerted_at\n";

  @Test
  void shouldReadWhatIsSaidAndLeaveTheOfficerOut() {
    List<OutcomeCsv.Placed> lines =
        read(
            """
            o1,-7,plate_check,2026-06-01T03:00:00-07:00,yes,,Badge 12,2026-06-01T09:58:00Z

            o2,-7,Wrong,2026-06-01T10:05:00Z,,misread,Badge 12,
            o3,,plate_recovered,2026-06-01T10:06:00Z,,,,
            """);
    assertEquals(3, lines.size());
    AlertOutcome check = lines.get(0).outcome();
    assertEquals(Instant.parse("2026-06-01T10:00:00Z"), check.at());
    assertEquals(Instant.parse("2026-06-01T09:58:00Z"), check.alertAt());
    assertEquals(-7L, check.hitId());
    assertFalse(check.toString().contains("Badge"));
    assertEquals(FalseCause.MISREAD, lines.get(1).outcome().cause());
    assertEquals(false, lines.get(1).outcome().confirmed());
    assertNull(lines.get(2).outcome().hitId());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,1,stop,2026-06-01T10:00:00Z,,,,         | outcome_id is missing
          o 1,1,stop,2026-06-01T10:00:00Z,,,,      | outcome_id is not an id
          o1,1,chase,2026-06-01T10:00:00Z,,,,      | kind is unknown
          o1,,result,2026-06-01T10:00:00Z,yes,,,   | hit_id is missing
          o1,TST0001,stop,2026-06-01T10:00:00Z,,,, | hit_id is not a hit id
          o1,1,stop,2026-06-01T10:00:00,,,,        | occurred_at is not an instant with a zone
          o1,1,stop,2026-06-02T00:00:01Z,,,,       | occurred_at is after --as-of
          o1,1,result,2026-06-01T10:00:00Z,,,,     | confirmed is missing
          o1,1,result,2026-06-01T10:00:00Z,maybe,,, | confirmed is neither yes nor no
          o1,1,wrong,2026-06-01T10:00:00Z,yes,,,   | confirmed is yes for what was wrong
          o1,1,result,2026-06-01T10:00:00Z,no,,,   | cause is missing
          o1,1,result,2026-06-01T10:00:00Z,no,fog,, | cause is unknown
          o1,1,stop,2026-06-01T10:00:00Z,,misread,, | cause is given though nothing was wrong
          """)
  void shouldNameTheLineAndTheCellThatIsWrong(String line, String why) {
    String message = assertThrows(BadInput.class, () -> read(line + "\n")).getMessage();
    assertTrue(message.startsWith("Outcome file cad.csv, line 2: " + why + ". "), message);
    assertFalse(message.contains("TST0001"), message);
  }

  @Test
  void shouldCountBlankLinesAndLinesWithinACell() {
    String fine = "o1,1,stop,2026-06-01T10:00:00Z,,,,\n";
    String officer = "o2,1,stop,2026-06-01T10:00:00Z,,,\"Badge\n12\",\n";
    String wrong = "o3,1,chase,2026-06-01T10:00:00Z,,,,\n";
    String text = fine + "\n\n" + officer + wrong + "\n" + wrong;
    String message = assertThrows(BadInput.class, () -> read(text)).getMessage();
    assertTrue(message.contains("line 7: kind"), message);
    assertTrue(message.contains("line 9: kind"), message);
  }

  @Test
  void shouldNameEveryWrongLineAtOnceAndCountTheRest() {
    String wrong = "o1,1,chase,2026-06-01T10:00:00Z,,,,\n".repeat(23);
    String message = assertThrows(BadInput.class, () -> read(wrong)).getMessage();
    assertEquals(20, message.lines().count());
    assertTrue(message.contains("line 21:") && message.endsWith("And 3 more mistakes."), message);
  }

  @Test
  void shouldRefuseAFileWithoutAHeaderOrRowsOrWithTooManyCells() {
    assertRefused("outcome_id,hit_id,kind\no1,1,stop\n", "header: occurred_at is missing");
    assertRefused(HEADER, "it has no rows");
    assertRefused(HEADER + "o1,1,stop,2026-06-01T10:00:00Z,,,,,,,\n", "line 2: it is not CSV");
  }

  private static void assertRefused(String text, String why) {
    String message =
        assertThrows(BadInput.class, () -> OutcomeCsv.read(text, "cad.csv", NOW)).getMessage();
    assertTrue(message.contains(why), message);
  }

  private static List<OutcomeCsv.Placed> read(String lines) {
    return OutcomeCsv.read(HEADER + lines, "cad.csv", NOW);
  }
}
