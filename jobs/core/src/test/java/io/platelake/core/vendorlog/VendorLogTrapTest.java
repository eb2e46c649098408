package io.platelake.core.vendorlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.vendorlog.LogCell.State;
import io.platelake.core.vendorlog.VendorLogFault.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that look damaged, repeated or masked, and are not; and times that are half there. */
class VendorLogTrapTest {
  private final List<LogRow> rows = new ArrayList<>();

  private LogAccount read(String layout, String text) {
    try {
      return VendorLog.read(
          () -> new ByteArrayInputStream(text.getBytes(UTF_8)),
          VendorLayouts.find(layout).orElseThrow(),
          "a.csv",
          rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void shouldTakeTwoProtectedPeopleWhoseCellsAreBlankForTwo() {
    LogAccount account =
        read(
            "users",
            "First Name,Last Name,Email,Role,Search,Last Login\n"
                + ",,,Detective,Enabled,45801\n"
                + ",,,Detective,Enabled,45801\n"
                + "Pat,Sample,p@example.invalid,Sergeant,Enabled,45932\n"
                + "Pat,Sample,p@example.invalid,Sergeant,Enabled,45932\n");

    assertEquals(List.of(3L, 1L), List.of(account.taken(), account.repeated()));
  }

  @Test
  void shouldExpectNoRowOfEveryDayInALogThatIsNotDaily() {
    LogAccount users =
        read(
            "users",
            "Email,Role,Last Login\na@example.invalid,x,45801\nb@example.invalid,x,45932\n");
    LogAccount events =
        read(
            "events",
            "Timestamp,User,Event Type,Event Id\n"
                + "2026-03-01T00:00:00Z,A,create,1\n2026-03-09T00:00:00Z,A,create,2\n");

    assertEquals(List.of(), users.faults());
    assertEquals(List.of(), events.faults());
  }

  @Test
  void shouldTakeRowsThatDifferInAnUnknownColumnForTwoAndKeepItsCells() {
    LogAccount account =
        read(
            "search-audit",
            "Search Ref,Reason,Search Time\n"
                + "r-1,theft,2026-03-08 18:15:09\nr-2,theft,2026-03-08 18:15:09\n");

    assertEquals(List.of(2L, 0L), List.of(account.taken(), account.repeated()));
    assertEquals("r-2", rows.get(1).cell("Search Ref").text());
  }

  @Test
  void shouldReadAHeaderWithPhantomBlankLabels() {
    LogAccount account =
        read("search-audit", "ID,Reason,Search Time,,,,,,,\n1,theft,2026-03-08 18:15:09,,,,,,,\n");

    assertEquals(1, account.taken());
    assertEquals(List.of(), account.faults());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-08 00:00:00,18:15:09",
    "46089,0.7605208333",
    "3/8/2026,06:15:09 PM",
    "2026-03-08,18:15:09 UTC",
    "2026-03-08,2026-03-08 18:15:09"
  })
  void shouldNeverTakeADayForAnInstantWhereTheTimeOfDayIsThere(String day, String time) {
    assertEquals(
        1,
        read("search-audit", "ID,Search Date,Search Time\n1," + day + "," + time + "\n").taken());
    assertEquals(Optional.of(Instant.parse("2026-03-08T18:15:09Z")), rows.get(0).at());
  }

  @ParameterizedTest
  @CsvSource({"2026-03-08,***", "2026-03-08 00:00:00,***", "***,18:15:09", "2026-03-08,''"})
  void shouldTakeARowWhoseTimeIsHalfHiddenWithoutAnInstant(String day, String time) {
    assertEquals(
        1,
        read("search-audit", "ID,Search Date,Search Time\n1," + day + "," + time + "\n").taken());
    assertEquals(Optional.empty(), rows.get(0).at());
  }

  @ParameterizedTest
  @CsvSource({"2026-03-08 00:00:00,allow", "2026-03-08,2026-03-09 18:15:09"})
  void shouldKeepOutARowWhoseDayAndTimeDisagree(String day, String time) {
    assertEquals(
        1,
        read("search-audit", "ID,Search Date,Search Time\n1," + day + "," + time + "\n").keptOut());
  }

  @Test
  void shouldFindOneWordForAReasonBesideAFewGaps() {
    StringBuilder text = new StringBuilder("ID,Reason,Search Time\n");
    for (int n = 10; n < 50; n++) {
      text.append(n).append(n == 20 ? ",," : ",Investigation,").append("2026-03-08 18:15:09\n");
    }
    assertEquals(
        List.of(new VendorLogFault(Kind.ONE_VALUE, 39, 0, "reason")),
        read("search-audit", text.toString()).faults());
  }

  @ParameterizedTest
  @CsvSource({
    "459 PC,VALUE",
    "10851 VC,VALUE",
    "187(a) PC,VALUE",
    "6254(f) GC,WITHHELD",
    "7923.600 GC,WITHHELD",
    "[***],MASKED"
  })
  void shouldTellACrimeFromAnExemption(String cell, State state) {
    assertEquals(state, LogCell.of(cell).state());
  }
}
