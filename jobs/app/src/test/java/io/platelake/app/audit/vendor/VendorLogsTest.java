package io.platelake.app.audit.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an auditor sees of a vendor's files, without a lake. */
@Tag("lake")
class VendorLogsTest {
  private static final String HEADER = "ID, Reason, Case #, License Plate, Search Time\n";

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String row(int n, String reason) {
    return n + "," + reason + ",***,TST000" + n + ",2026-03-08 18:15:0" + n + "\n";
  }

  @Test
  void shouldSayWhatAFileHoldsAndHides() throws IOException {
    Path good = write("a.csv", HEADER + row(1, "theft") + row(2, "") + row(3, "n/a"));

    CliRun run = CliRun.of("audit", "check", "--layout", "search-audit", good.toString());

    assertEquals(0, run.code(), run.all());
    assertTrue(run.out().contains("a.csv: 3 rows: 3 taken, 0 repeated, 0 kept out"), run.out());
    assertTrue(run.out().contains("(33.3 % of what can be seen)"), run.out());
    assertTrue(run.out().contains("case_number: masked 3 (nothing can be seen)"), run.out());
    assertTrue(run.out().contains("networks: not exported"), run.out());
    assertFalse(run.all().contains("TST000"), "a plate is no word of a report");
  }

  @Test
  void shouldFindDamageAndAColumnThatIsLost() throws IOException {
    Path first = write("a.csv", HEADER + row(1, "theft") + row(1, "theft") + "2,theft\n");
    Path second = write("b.csv", "ID,Search Time\n1,2026-03-09 18:15:01\n");

    CliRun run =
        CliRun.of(
            "--json",
            "audit",
            "check",
            "--layout",
            "search-audit",
            first.toString(),
            second.toString());

    assertEquals(4, run.code(), run.all());
    assertEquals(4, run.record().at("/counts/rows").asLong());
    assertEquals(1, run.record().at("/counts/repeated").asLong());
    assertEquals(1, run.record().at("/counts/kept_out").asLong());
    // A repeat, a shifted row, and three columns that the second file lacks.
    assertEquals(5, run.record().at("/counts/faults").asLong());
  }

  @Test
  void shouldHoldTwoLogsAgainstEachOther() throws IOException {
    Path own = write("own.csv", HEADER + row(1, "theft") + row(2, "theft") + row(3, "theft"));
    Path theirs = write("net.csv", HEADER + row(1, "theft") + row(3, "Investigation"));

    CliRun run =
        CliRun.of(
            "--json",
            "audit",
            "reconcile",
            "--first",
            own.toString(),
            "--second",
            theirs.toString());

    assertEquals(4, run.code(), run.all());
    assertEquals(2, run.record().at("/counts/matched").asLong());
    assertEquals(1, run.record().at("/counts/only_first").asLong());
    assertEquals(1, run.record().at("/counts/differing").asLong());
  }

  @Test
  void shouldSayThatRowsAreMissingFromAComparisonBecauseTheyAreDamaged() throws IOException {
    Path own = write("own.csv", HEADER + row(1, "theft") + row(2, "theft") + row(3, "theft"));
    Path theirs = write("net.csv", HEADER + row(1, "theft") + "2,theft\n" + row(3, "theft"));

    CliRun run =
        CliRun.of("audit", "reconcile", "--first", own.toString(), "--second", theirs.toString());

    assertEquals(4, run.code(), run.all());
    assertTrue(run.out().contains("FINDING net.csv: 1 damaged rows are kept out"), run.out());
  }

  @ParameterizedTest
  @CsvSource({
    "search-audit, PK-book, it is a workbook or a zip",
    "search-audit, %PDF-1.7, it is a PDF",
    "search-audit, '', it has no rows",
    "search-audit, 'theft,x', does not begin with a header",
    "audits, 'ID', there is no such layout"
  })
  void shouldRefuseWhatIsNoLog(String layout, String text, String why) throws IOException {
    Path file = write("x.csv", text);

    CliRun run = CliRun.of("audit", "check", "--layout", layout, file.toString());

    assertEquals(2, run.code(), run.all());
    assertTrue(run.all().contains(why), run.all());
  }

  @Test
  void shouldRefuseAFileThatIsNotThereAndAFolder() {
    for (String file : new String[] {folder.resolve("no.csv").toString(), folder.toString()}) {
      CliRun run = CliRun.of("audit", "check", "--layout", "search-audit", file);
      assertEquals(2, run.code(), run.all());
      assertTrue(run.all().contains("File " + file), run.all());
    }
  }
}
