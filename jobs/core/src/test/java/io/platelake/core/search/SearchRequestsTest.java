package io.platelake.core.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.accesslog.LogEntries;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchRequestsTest {
  private static final String HEADER =
      "purpose,plate,part,make,cameras,lat,lon,radius_m,from,to,case,legal_basis\n";
  private static final String WEEK = "2026-06-01T00:00:00Z,2026-06-08T00:00:00Z";

  @Test
  void shouldReadTheSameRequestFromEveryForm() {
    SearchRequest csv = one(HEADER + "criminal,abc-123,,,,,,," + WEEK + ",26-1,\n", "r.csv");
    String yaml =
        """
        purpose: criminal
        plate: ABC 123
        from: 2026-06-01T00:00:00Z
        to: "2026-06-08T00:00:00Z"
        case: 26-1
        """;
    String json =
        """
        [{"purpose": "criminal", "plate": "ABC123", "case": "26-1",
          "from": "2026-06-01T00:00:00Z", "to": "2026-06-08T00:00:00Z"}]
        """;
    for (SearchRequest other :
        List.of(one(yaml, "r.yaml"), one(yaml, "-"), one(json, "r.json"), one(json, "-"))) {
      assertEquals(csv.digest(LogEntries.KEY), other.digest(LogEntries.KEY));
    }
    assertEquals(PlateKey.pack("ABC123"), csv.plateKey().orElseThrow());
    assertEquals("26-1", csv.statement().items().get(Item.CASE_NUMBER));
    assertEquals(List.of("plate"), csv.kinds());
    assertFalse(csv.toString().contains("123"), csv.toString());
    SearchRequest later = one(HEADER + "criminal,ABC124,,,,,,," + WEEK + ",26-1,\n", "r.csv");
    assertNotEquals(csv.digest(LogEntries.KEY), later.digest(LogEntries.KEY));
  }

  @Test
  void shouldLogTokensAndNoPlate() {
    SearchRequest part = one(HEADER + "criminal,,ab*1?3,Ford,c-1;c-2,,,," + WEEK + ",,\n", "-");
    assertEquals(List.of("part", "vehicle", "place"), part.kinds());
    String logged = part.logged(LogEntries.KEY, List.of("city-2")).toString();
    assertFalse(logged.toUpperCase(java.util.Locale.ROOT).contains("AB*"), logged);
    assertEquals(
        List.of(LogEntries.KEY.of("AB*1?3")),
        part.logged(LogEntries.KEY, List.of("city-2")).plateTokens());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",ABC123,,,,,,,FROM,TO,,             | purpose is missing",
        "criminal,%%,,,,,,,FROM,TO,,         | plate is no plate",
        "criminal,,A*,,,,,,FROM,TO,,         | part cannot be searched",
        "criminal,ABC123,ABC*,,,,,,FROM,TO,, | it gives a plate and a part of one",
        "criminal,,,,,,,,FROM,TO,,           | it asks for every read of a time",
        "criminal,ABC123,,,,,,,TO,FROM,,     | to is not after from",
        "criminal,ABC123,,,,,,,June,TO,,     | from is no instant with a zone",
        "criminal,ABC123,,,,91,0,5,FROM,TO,, | lat, lon and radius_m give no circle",
        "criminal,ABC123,,,,47,,5,FROM,TO,,  | lon is missing",
        "criminal,ABC123,,,,,,,FROM,TO,,hunch| legal_basis is unknown",
      })
  void shouldNameEveryMistakeAndNoPlate(String row, String why) {
    String line = row.replace("FROM", "2026-06-01T00:00:00Z").replace("TO", "2026-06-08T00:00:00Z");
    BadInput e =
        assertThrows(BadInput.class, () -> SearchRequests.read(HEADER + line + "\n", "r.csv"));
    assertTrue(e.getMessage().contains("Requests r.csv, line 2: " + why), e.getMessage());
    assertFalse(e.getMessage().contains("ABC123"), e.getMessage());
  }

  @Test
  void shouldRefuseAnUnknownColumn() {
    BadInput e =
        assertThrows(
            BadInput.class,
            () -> SearchRequests.read("purpose,number\ncriminal,ABC123\n", "r.csv"));
    assertTrue(e.getMessage().contains("unknown column"), e.getMessage());
  }

  private static SearchRequest one(String text, String file) {
    List<SearchRequest> all = SearchRequests.read(text, file);
    assertEquals(1, all.size());
    return all.get(0);
  }
}
