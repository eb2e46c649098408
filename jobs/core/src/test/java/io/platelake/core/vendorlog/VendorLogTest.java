package io.platelake.core.vendorlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.vendorlog.LogCell.State;
import io.platelake.core.vendorlog.VendorLogFault.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every damage that real logs have, each on a twin of a good file, counted to the row. */
class VendorLogTest {
  private static final String OLD =
      "Name,Org Name,Total Networks Searched,Total Devices Searched,Time Frame,License Plate,"
          + "Reason,Case #,Filters,Search Time,Search Type\n";
  private static final String NEW =
      "ID, Name, Org Name, Total Networks Searched, Time Frame, License Plate, Reason, Case #,"
          + " Filters, Search Time, Search Type, Text Prompt, Moderation\n";

  private final List<LogRow> rows = new ArrayList<>();

  private static String row(int n) {
    return "id-"
        + n
        + ",P. Sample,Exampleville ST PD,412,\"03/01/2026, 07:00:00 AM UTC\n"
        + "03/08/2026, 07:59:59 AM UTC\",TEST001,Robbery - ,26-000"
        + n
        + ",,\"03/08/2026, 06:15:"
        + String.format("%02d", n)
        + " PM UTC\",lookup,,\n";
  }

  private LogAccount read(String layout, byte[] bytes) {
    try {
      return VendorLog.read(
          () -> new ByteArrayInputStream(bytes),
          VendorLayouts.find(layout).orElseThrow(),
          "a.csv",
          rows::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LogAccount read(String text) {
    return read("search-audit", text.getBytes(UTF_8));
  }

  private static void counts(LogAccount account, long taken, long repeated, long keptOut) {
    assertEquals(
        List.of(taken, repeated, keptOut),
        List.of(account.taken(), account.repeated(), account.keptOut()),
        account.faults().toString());
  }

  private static List<Kind> kinds(LogAccount account) {
    return account.faults().stream().map(VendorLogFault::kind).toList();
  }

  @Test
  void shouldReadAGoodFileByTheLabelsOfItsHeader() {
    LogAccount account = read("\uFEFF" + NEW + row(1) + row(2));

    counts(account, 2, 0, 0);
    assertEquals(List.of(), account.faults());
    LogRow second = rows.get(1);
    assertEquals(Optional.of(Instant.parse("2026-03-08T18:15:02Z")), second.at());
    assertEquals(4, second.line(), "a cell has a line break");
    assertEquals("26-0002", second.cell("case_number").text());
    assertEquals(State.EMPTY, second.cell("filters").state());
    assertEquals(State.NOT_EXPORTED, second.cell("devices").state());
    assertEquals(Optional.of(1.0), account.shareWithValue("reason"));
  }

  @Test
  void shouldReadTheOldHeaderAndNamesThatSpreadsheetsChange() {
    LogAccount account =
        read(
            OLD.replace("Reason", "Reason_1").replace("License Plate", "License Plates")
                + "P. Sample,Exampleville ST PD,123.0,7,,TEST001,theft,26-1,,3/8/2026 6:16:00 PM UTC,lookup\n"
                + "P. Sample,Exampleville ST PD,123.0,7,,TEST001,theft,26-1,,2026-03-08 18:17:00.123456,lookup\n"
                + "P. Sample,Exampleville ST PD,123.0,7,,TEST001,theft,26-1,,46089.75,lookup\n");

    counts(account, 3, 0, 0);
    assertEquals(Instant.parse("2026-03-08T18:16:00Z"), rows.get(0).at().orElseThrow());
    assertEquals(Instant.parse("2026-03-08T18:17:00.123456Z"), rows.get(1).at().orElseThrow());
    assertEquals(Instant.parse("2026-03-08T18:00:00Z"), rows.get(2).at().orElseThrow());
    assertEquals("theft", rows.get(0).cell("reason").text());
  }

  @Test
  void shouldJoinADayAndATimeOfDay() {
    counts(read("Search Date,Search Time,Reason\n2026-03-08,18:15:09,theft\n"), 1, 0, 0);
    assertEquals(Instant.parse("2026-03-08T18:15:09Z"), rows.get(0).at().orElseThrow());
  }

  @Test
  void shouldTakeAHeaderAmongTheRowsForTheNextExport() {
    String other = "Reason,ID,Search Time\ntheft,id-9,2026-03-08 18:20:00\n";
    LogAccount account = read(NEW + row(1) + NEW + row(2) + other);

    counts(account, 3, 0, 0);
    assertEquals(List.of(Kind.STACKED, Kind.STACKED), kinds(account));
    assertEquals(List.of(2L, 3L), account.faults().stream().map(VendorLogFault::firstRow).toList());
    assertEquals("id-9", rows.get(2).cell("id").text());
  }

  @Test
  void shouldKeepOutAShiftedBlockFromItsFirstRowToTheNextHeader() {
    StringBuilder shifted = new StringBuilder();
    for (int n = 3; n < 8; n++) {
      shifted.append(row(n).replace("P. Sample,", ""));
    }
    LogAccount account = read(NEW + row(1) + row(2) + shifted + row(8) + NEW + row(9));

    // Row 8 looks right and stands in the block: nobody can say that it is.
    counts(account, 3, 0, 6);
    assertTrue(
        account.faults().contains(new VendorLogFault(Kind.SHIFTED, 6, 3, "")),
        account.faults().toString());
  }

  @Test
  void shouldKeepOutASecondExportWithOtherColumnsAndNoHeader() {
    StringBuilder second = new StringBuilder();
    for (int n = 0; n < 4; n++) {
      second.append("TEST001,lookup,,theft,P. Sample,id-").append(n).append(",,,,,,,\n");
    }
    LogAccount account = read(NEW + row(1) + row(2) + second);

    counts(account, 2, 0, 4);
    assertTrue(account.faults().contains(new VendorLogFault(Kind.SHIFTED, 4, 3, "")));
  }

  @Test
  void shouldKeepOutOneRowWithAVerdictForATime() {
    LogAccount account =
        read(NEW + row(1) + row(2).replace("\"03/08/2026, 06:15:02 PM UTC\"", "allow") + row(3));

    counts(account, 2, 0, 1);
    assertEquals(List.of(new VendorLogFault(Kind.SHIFTED, 1, 2, "")), account.faults());
  }

  @Test
  void shouldCountRepeatsOnce() {
    LogAccount account = read(NEW + row(1) + row(2) + row(1) + row(1) + row(1) + row(1));

    counts(account, 2, 4, 0);
    assertEquals(List.of(new VendorLogFault(Kind.REPEATED, 4, 3, "")), account.faults());
  }

  @Test
  void shouldLoseOneRowToAQuoteThatNeverCloses() {
    LogAccount account =
        read("ID,Reason,Search Time\n1,\"theft,2026-03-08 18:15:09\n2,theft,2026-03-08 18:15:10\n");

    counts(account, 1, 0, 1);
    assertEquals(List.of(new VendorLogFault(Kind.DAMAGED, 1, 1, "")), account.faults());
  }

  @Test
  void shouldReadWindows1252AndSaySo() {
    byte[] bytes =
        "ID,Reason,Search Time\n1,caf\u00e9 \u2013 theft,2026-03-08 18:15:09\n"
            .getBytes(Charset.forName("windows-1252"));
    LogAccount account = read("search-audit", bytes);

    assertEquals(List.of(Kind.OLD_ENCODING), kinds(account));
    assertEquals("caf\u00e9 \u2013 theft", rows.get(0).cell("reason").text());
  }

  @Test
  void shouldNameUnknownColumnsAndDaysWithoutARow() {
    LogAccount account =
        read(
            "ID,Reason,Search Time,Watcher\n1,a,2026-03-08 18:15:09,w\n2,b,2026-03-11 18:15:09,w\n");

    assertEquals(
        List.of(
            new VendorLogFault(Kind.DAY_GAP, 2, 0, ""),
            new VendorLogFault(Kind.UNKNOWN_COLUMN, 0, 0, "Watcher")),
        account.faults());
  }

  @Test
  void shouldSayWhenOneWordStandsInEveryRow() {
    StringBuilder text = new StringBuilder("ID,Reason,Search Time\n");
    for (int n = 10; n < 45; n++) {
      text.append(n).append(",Investigation,2026-03-08 18:15:").append(n).append('\n');
    }
    assertEquals(
        List.of(new VendorLogFault(Kind.ONE_VALUE, 35, 0, "reason")),
        read(text.toString()).faults());
  }

  @Test
  void shouldSuspectAFileOfTheSizeOfACut() {
    StringBuilder text = new StringBuilder("ID,Reason,Search Time\n");
    for (int n = 0; n < 20_000; n++) {
      text.append(n).append(",r,2026-03-08 18:15:10\n");
    }
    assertTrue(kinds(read(text.toString())).contains(Kind.POSSIBLY_CUT));
    text.append("20000,r,2026-03-08 18:15:10\n");
    assertTrue(!kinds(read(text.toString())).contains(Kind.POSSIBLY_CUT));
  }

  @Test
  void shouldRateOnlyWhatCanBeSeen() {
    LogAccount account =
        read(
            "ID,Reason,Case #,Search Time\n"
                + "1,theft,***,2026-03-08 18:15:01\n"
                + "2,,***,2026-03-08 18:15:02\n"
                + "3,n/a,***,2026-03-08 18:15:03\n"
                + "4,***,***,2026-03-08 18:15:04\n");

    assertEquals(Optional.of(1 / 3.0), account.shareWithValue("reason"));
    assertEquals(Optional.empty(), account.shareWithValue("case_number"));
    assertEquals(4, account.states().get("case_number").get(State.MASKED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "theft,TEST001,x\n", "Search Time\n2026-03-08 18:15:09\n"})
  void shouldRefuseAFileWithoutAHeader(String text) {
    assertThrows(BadInput.class, () -> read(text));
  }

  @Test
  void shouldRefuseAHeaderWithoutRows() {
    assertThrows(BadInput.class, () -> read(NEW));
  }

  @ParameterizedTest
  @CsvSource({
    "***,MASKED",
    "* * *,MASKED",
    "##,MASKED",
    "#######,MASKED",
    "REDACTED,MASKED",
    "[REDACTED],MASKED",
    "' [ redacted ] ',MASKED",
    "7923.600 GC,WITHHELD",
    "RCW 42.56.240(1),WITHHELD",
    "P. ***,PARTIAL",
    "'REDACTED, rest of text',PARTIAL",
    "AB##,PARTIAL",
    "n/a,PLACEHOLDER",
    "-,PLACEHOLDER",
    "--,PLACEHOLDER",
    "xxx,PLACEHOLDER",
    "?,PLACEHOLDER",
    "0,PLACEHOLDER",
    "'suv, wh*te',VALUE",
    "A*B,VALUE",
    "Robbery - ,VALUE",
    "' ',EMPTY",
    "26-000123,VALUE",
    "7923,VALUE",
    "predacted,VALUE",
    "Ridge 600 GC,VALUE"
  })
  void shouldTellWhatCanBeSeenOfACell(String cell, State state) {
    assertEquals(state, LogCell.of(cell).state());
  }

  @Test
  void shouldReadTheOtherLayouts() {
    counts(
        read(
            "portal",
            ("\"id\",\"userId\",\"searchDate\",\"networkCount\",\"caseNumber\",\"offenseType\"\n"
                    + "\"1\",\"***\",\"2026-03-08T18:15:09.101Z\",\"412\",\"26-1\",\"Burglary\"\n"
                    + "\"2\",\"***\",\"2026-03-08 18:20:00.000\",\"0\",\"\",\"\"\n")
                .getBytes(UTF_8)),
        2,
        0,
        0);
    counts(
        read(
            "events",
            ("Timestamp,User,Event Type,Entity Type,Entity Details,Event Id\n"
                    + "2026-03-08T18:15:09.101Z,A. Admin,create,networkShare,\"Network Name: X\nPermissions: search\",e-1\n"
                    + "2026-03-09T01:00:00.000+00:00,A. Admin,destroy,user,Name: Y,e-2\n")
                .getBytes(UTF_8)),
        2,
        0,
        0);
    counts(
        read(
            "sharing",
            ("Organization Name,Networks Shared With Me,Networks I'm Sharing\n"
                    + "Otherton ST SO,\"Otherton ST SO,Otherton ST SO (LR)\",Exampleville ST PD\n")
                .getBytes(UTF_8)),
        1,
        0,
        0);
    counts(
        read(
            "users",
            ("First Name,Last Name,Email,Phone,Title,Role,Identity Provider,User Mgmt,Search,Hotlist Tool,Last Login\n"
                    + "Pat,Sample,psample@example.invalid,,Sergeant,Supervisor,External,Disabled,Enabled,Enabled,45932\n"
                    + ",,,,,Detective,External,Disabled,Enabled,Enabled,45801\n")
                .getBytes(UTF_8)),
        2,
        0,
        0);
  }
}
