package io.platelake.core.vendorlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.accesslog.PlateToken;
import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.detect.SharingChange;
import io.platelake.core.vendorlog.LogCell.State;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No plate in clear is in what a lake keeps of a vendor's row, and the detectors still see it. */
class SealedCellsTest {
  private static final PlateToken TOKEN = PlateToken.ofHex("0a".repeat(32));
  private static final Instant AT = Instant.parse("2026-03-08T18:15:09Z");

  private static Map<String, LogCell> sealed(String layout, String... cells) {
    Map<String, LogCell> given = new TreeMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      given.put(cells[i], LogCell.of(cells[i + 1]));
    }
    return new SealedCells(VendorLayouts.find(layout).orElseThrow(), TOKEN)
        .of(new LogRow(1, 2, Optional.of(AT), given));
  }

  @Test
  void shouldKeepThePlateOfASearchAsATokenWhereverItIs() {
    Map<String, LogCell> cells =
        sealed(
            "search-audit",
            "plate",
            "tst-0001",
            "reason",
            "stolen TST 0001 and XYZ789, robbery",
            "case_number",
            "26-000123 tst0001",
            "filters",
            "suvgmcblackTST0001",
            "prompt",
            "black suv abc1234",
            "Search Ref",
            "TST0002");

    assertEquals(TOKEN.of("TST0001"), cells.get("plate").text(), "as in the own log");
    assertTrue(cells.get("reason").text().startsWith("stolen [plate "));
    assertTrue(cells.get("reason").text().endsWith(", robbery"));
    String all = cells.toString().toUpperCase();
    for (String plate : new String[] {"TST0001", "TST 0001", "XYZ789", "ABC1234", "TST0002"}) {
      assertFalse(all.contains(plate), plate);
    }
    assertNotEquals(cells.get("plate").text(), TOKEN.digest("TST0001"));
  }

  @ParameterizedTest
  @CsvSource({
    "plate,***,MASKED,***",
    "plate,n/a,PLACEHOLDER,n/a",
    "case_number,26-000123,VALUE,26-000123",
    "reason,Investigation,VALUE,Investigation",
    "reason,case 26-000123,VALUE,case 26-000123",
    "networks,412,VALUE,412",
    "id,ab12345,VALUE,ab12345",
  })
  void shouldLeaveWhatIsNoPlate(String column, String text, State state, String kept) {
    assertEquals(new LogCell(state, kept), sealed("search-audit", column, text).get(column));
  }

  @Test
  void shouldSealAPlateOfWhichAPartIsLeft() {
    LogCell cell = sealed("search-audit", "plate", "TST0***").get("plate");

    assertEquals(State.PARTIAL, cell.state());
    assertFalse(cell.text().contains("TST0"));
  }

  @Test
  void shouldKeepOfAnEventOnlyTheLinesThatNameNoPlate() {
    Map<String, LogCell> entry =
        sealed(
            "events",
            "entity",
            "Custom Hotlist Entry",
            "details",
            "Hotlist Name: Local\nLicense: TST0001\nReason: TST0001 seen\nState: WA");

    assertEquals("Hotlist Name: Local\nState: WA", entry.get("details").text());
  }

  @Test
  void shouldSeeAChangeOfSharingInAnEvent() {
    Map<String, LogCell> cells =
        sealed(
            "events",
            "entity",
            "networkShare",
            "event",
            "create",
            "account",
            "A. Admin",
            "details",
            "Network Name: X\nPermissions: search\nReceiving Organization: Otherton ST SO");
    SharingChange change = new ImportedCells("e-1", AT, cells).sharing().orElseThrow();

    assertEquals("Otherton ST SO", change.organisation());
    assertTrue(change.isGrant());
    assertEquals(
        Optional.empty(),
        new ImportedCells("e-2", AT, sealed("events", "entity", "networkShare", "event", "create"))
            .sharing(),
        "with whom is not shown");
  }

  @ParameterizedTest
  @CsvSource({
    "Exampleville ST PD,''",
    "Exampleville ST PD [Federal],''",
    "Otherton ST SO,Otherton ST SO",
    "***,(hidden)",
    "'',(hidden)",
  })
  void shouldTellItsOwnPeopleFromOthers(String body, String seen) {
    ScreenedSearch search =
        new ImportedCells("1", AT, Map.of("organisation", LogCell.of(body)))
            .search(Set.of("exampleville st pd"));
    assertEquals(seen, search.organisation());
  }

  @Test
  void shouldTakeALogWithoutOrganisationsForOneOfItsOwnPeople() {
    assertTrue(new ImportedCells("1", AT, Map.of()).search(Set.of()).isOwn());
  }
}
