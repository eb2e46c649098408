package io.platelake.core.vendorlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.vendorlog.LogCell.State;
import io.platelake.core.vendorlog.VendorLogFault.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that a layout does not list, headers of pages, and printed logs. */
class VendorWordsTest {
  private static final String HEADER = "ID,Reason,Search Time,Search Type\n";

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

  private static String row(int n, String type) {
    return n + ",theft " + n + ",2026-03-08 18:15:09," + type + "\n";
  }

  @Test
  void shouldTakeRowsOfANewTypeOfSearchAndCountThem() {
    StringBuilder text = new StringBuilder(HEADER);
    for (int n = 1; n <= 9; n++) {
      text.append(row(n, n < 3 ? "lookup" : "deepSearch - Mobile"));
    }
    LogAccount account = read("search-audit", text + row(10, "lookup"));

    assertEquals(List.of(10L, 0L), List.of(account.taken(), account.keptOut()));
    assertEquals(List.of(new VendorLogFault(Kind.UNLISTED_WORD, 7, 3, "type")), account.faults());
    assertEquals(7L, account.states().get("type").get(State.UNLISTED));
    assertEquals(Optional.of(1.0), account.shareWithValue("type"), "it is a value");
  }

  @ParameterizedTest
  @CsvSource({"412", "'03/08/2026, 06:15:09 PM UTC'", "'white suv, with roof box'", "=1+1"})
  void shouldStillKeepOutWhatIsNoWord(String type) {
    assertEquals(
        1, read("search-audit", HEADER + row(1, '"' + type + '"') + row(2, "lookup")).keptOut());
  }

  @Test
  void shouldCountHeadersOfPagesApartFromJoinedExports() {
    StringBuilder pages = new StringBuilder();
    for (int page = 0; page < 5; page++) {
      pages.append(HEADER);
      for (int n = 1; n <= 40; n++) {
        pages.append(row(100 * page + n, "lookup"));
      }
    }
    LogAccount print = read("search-audit", pages.toString());
    LogAccount joined = read("search-audit", HEADER + row(1, "lookup") + HEADER + row(2, "lookup"));

    assertEquals(200, print.taken());
    assertEquals(List.of(new VendorLogFault(Kind.PAGE_HEADER, 4, 41, "")), print.faults());
    assertEquals(List.of(new VendorLogFault(Kind.STACKED, 1, 2, "")), joined.faults());
  }

  @Test
  void shouldReadAPrintWithCutLabelsAndCountsRunTogetherWithTimes() {
    LogAccount account =
        read(
            "printed-audit",
            "ID,useri,networkCount Search Time,Reas,Page\n"
                + "1,***,\"41203/08/2026, 06:15:09 PM UTC\",theft,1\n"
                + "2,***,\"7 3/8/2026, 6:15:09 PM UTC\",theft two,1\n");

    assertEquals(2, account.taken(), account.faults().toString());
    assertEquals("412", rows.get(0).cell("networks").text());
    assertEquals("7", rows.get(1).cell("networks").text());
    assertEquals("1", rows.get(0).cell("page").text());
    assertEquals(Optional.of(Instant.parse("2026-03-08T18:15:09Z")), rows.get(0).at());
    assertEquals(rows.get(0).at(), rows.get(1).at());
  }

  @Test
  void shouldReadAPrintOfTenColumnsWithoutPeopleAndPlates() {
    LogAccount account =
        read(
            "printed-audit",
            "ID,Org Name,Total Networks Searched,Time_Frame_Start,Time_Frame_End,Reason,"
                + "Search Time,Search Type,Moderation,Total Devices Searched\n"
                + "1,Exampleville,3,\"03/01/2026, 07:00:00 AM UTC\",\"03/08/2026, 07:00:00 AM UTC\","
                + "theft,\"3/8/2026, 6:15:09 PM UTC\",lookup,,9\n");

    assertEquals(1, account.taken(), account.faults().toString());
    ImportedCells cells =
        new ImportedCells("1", rows.get(0).at().orElseThrow(), rows.get(0).cells());
    assertEquals(Optional.of(Instant.parse("2026-03-01T07:00:00Z")), cells.search(Set.of()).from());
    assertTrue(cells.search(Set.of()).account().isHidden());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "41203/08/2026, 06:15:09 PM UTC | 412 | 03/08/2026, 06:15:09 PM UTC",
        "4123/8/2026, 6:15:09 PM UTC | 412 | 3/8/2026, 6:15:09 PM UTC",
        "4122026-03-08 18:15:09 | 412 | 2026-03-08 18:15:09",
        "412 03/08/2026, 06:15:09 PM UTC | 412 | 03/08/2026, 06:15:09 PM UTC",
        "103/8/2026, 6:15:09 PM UTC | 10 | 3/8/2026, 6:15:09 PM UTC",
      })
  void shouldTellACountFromTheTimeBehindIt(String text, String count, String time) {
    assertEquals(Optional.of(new CountAndTime(count, time)), CountAndTime.read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"41212/8/2026, 6:15:09 PM UTC", "41212/28/2026, 11:15:09 PM UTC", "412", "x"})
  void shouldGuessNoCountThatCanBeReadInTwoWays(String text) {
    assertEquals(Optional.empty(), CountAndTime.read(text));
  }

  @Test
  void shouldKnowEachPrintOnceAsASetOfBoxedOnesDoes() {
    RowPrints prints = new RowPrints();
    Set<Long> oracle = new HashSet<>();
    Random dice = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      long print = dice.nextInt(5) == 0 ? dice.nextInt(100) : dice.nextLong();
      assertEquals(oracle.add(print), prints.add(print));
    }
    assertTrue(oracle.stream().allMatch(prints::contains));
    assertFalse(prints.contains(-12345L));
  }
}
