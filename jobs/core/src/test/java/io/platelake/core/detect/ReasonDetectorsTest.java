package io.platelake.core.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.policy.governance.Detector;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonDetectorsTest {
  private static final String AT = "2026-06-15T12:00:00Z";

  /** Words of public logs in which a screen by substring finds the agency. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "police",
        "police business",
        "state police assist",
        "notice of theft",
        "service call",
        "social services",
        "justice center",
        "office burglary",
        "officer involved",
        "vehice",
        "vehcice stop",
        "Niceville",
        "ice storm crash",
        "black ice accident",
        "sale of ice",
        "methamphetamine (ice)",
        "iced coffee shop robbery",
        "practice lot",
        "price tag fraud",
        "Alice Springs Rd",
        "slice of pizza shop",
        "dice game",
        "accomplice",
        "hospice",
        "invoice",
        "license check robbery",
        "device theft",
        "twice reported",
        "nickname Ice",
        "advice given",
        "juice bar",
        "rice cooker theft",
        "suspicious",
        "icecream truck",
        "malice",
        "entice",
        "thesis",
        "zero tolerance",
        "hero",
        "erosion",
        "CBPD unit",
        "287 street",
        "protestant church",
        "clinical visit",
        "demonstrated skill",
        "pride festival",
        "press charges",
        "drag racing"
      })
  void shouldNotTakeALookAlikeForTheWord(String reason) {
    ScreenCase c = ScreenCase.under("wa-city").at(AT).reason(reason).add();
    assertEquals(Set.of(), c.labelled(Detector.PROHIBITED_WORD), reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ICE",
        "ice",
        "I.C.E.",
        "I C E",
        " ice ",
        "HSI",
        "ERO",
        "ICE assist",
        "ice detainer",
        "Immigration",
        "immigration enforcement",
        "Immigration (civil) - detail",
        "removal order",
        "deportation",
        "CBP request",
        "border patrol",
        "287(g)",
        "287 g",
        "ICE ERO",
        "ice hold",
        "ICE agents",
        "Robbery - ICE",
        "ERO - assist",
        "abortion",
        "protest at city hall",
        "Gender-affirming clinic"
      })
  void shouldFindThePlantedWord(String reason) {
    ScreenCase c = ScreenCase.under("wa-city").at(AT).reason(reason).add();
    assertEquals(Set.of("s1"), c.labelled(Detector.PROHIBITED_WORD), reason);
  }

  /** One line a case: policy, reason, case, and what is found; – is an empty cell, # a mask. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wa-city    | Burglary                  | 26-1         |",
        "wa-city    | Burglary                  | –            | missing_statement",
        "wa-city    | –                         | 26-000123    | missing_statement",
        "wa-city    | Burglary                  | #            |",
        "wa-city    | #                         | 26-000123    |",
        "wa-city    | 26-000123                 | –            | case_in_reason",
        "wa-city    | Case # 2026-001234        | –            | case_in_reason",
        "wa-city    | incident 26000123         | –            | case_in_reason",
        "wa-city    | 26-000123                 | 26-000123    |",
        "wa-city    | theft 26-000123           | –            | missing_statement",
        "ky-model   | –                         | –            | missing_statement",
        "ky-model   | stolen truck              | –            |",
        "ky-model   | –                         | 26-000123    |",
        "ky-model   | #                         | –            |",
        "ca-westmorland-462 | –                 | –            | missing_statement",
        "ca-westmorland-462 | stolen truck      | –            |",
        "guidelines | stolen vehicle            | –            | missing_statement",
        "ca-ag-429  | investigation             | 26-000123    | generic_reason",
        "wa-city    | Investigation.            | 26-000123    | generic_reason",
        "wa-city    | homicide investigation    | 26-000123    |",
        "wa-city    | check                     | 26-000123    | uninformative_reason",
        "wa-city    | N/A                       | 26-000123    | uninformative_reason",
        "wa-city    | follow-up                 | 26-000123    | uninformative_reason",
        "wa-city    | x                         | 26-000123    | uninformative_reason",
        "wa-city    | .                         | 26-000123    | uninformative_reason",
        "wa-city    | asdfghjk                  | 26-000123    | uninformative_reason",
        "wa-city    | asdfasdf                  | 26-000123    | uninformative_reason",
        "wa-city    | lkjhgfdsa                 | 26-000123    | uninformative_reason",
        "wa-city    | property                  | 26-000123    |",
        "wa-city    | DUI crash                 | 26-000123    |",
        "wa-city    | DV                        | 26-000123    | uninformative_reason",
        "wa-city    | on behalf of Otherton     | 26-000123    | on_behalf",
        "wa-city    | motorist assist           | 26-000123    |",
        "wa-city    | Agency Assist - Otherton  | 26-000123    | on_behalf",
      })
  void shouldReadWhatWasStated(String policy, String reason, String number, String found) {
    ScreenCase c = ScreenCase.under(policy);
    c.at(AT).reason(cell(reason)).caseNumber(cell(number)).add();
    Set<Detector> labels = c.screen().labels().getOrDefault("s1", Set.of());
    assertEquals(
        found == null ? "" : found,
        String.join(" ", labels.stream().map(Detector::label).toList()));
  }

  @Test
  void shouldCountAHiddenCellAsUnseen() {
    ScreenCase c = ScreenCase.under("wa-city");
    c.at(AT).caseNumber(SeenCell.HIDDEN).add().at(AT).caseNumber("").add().at(AT).add();
    DetectorCount count = c.count(Detector.MISSING_STATEMENT);
    assertEquals(2, count.judged());
    assertEquals(1, count.unseen());
    assertEquals(1, count.candidates());
  }

  @ParameterizedTest
  @CsvSource({"26-000123, 0", "26-999999, 1", "26 000123, 0", "'', 0"})
  void shouldAskTheListOfCases(String number, int candidates) {
    ScreenCase c = ScreenCase.under("wa-city");
    c.cases = Optional.of(Set.of("26-000123"));
    c.at(AT).caseNumber(number).add();
    assertEquals(candidates, c.count(Detector.UNKNOWN_CASE).candidates());
  }

  @ParameterizedTest
  @CsvSource({
    "parking complaint, 400, 1",
    "parking complaint, 99,  0",
    "parking complaint, -1,  0",
    "homicide,          400, 0",
    "sparking wires,    400, 0",
  })
  void shouldCompareScopeAndMatter(String reason, int networks, int candidates) {
    ScreenCase c = ScreenCase.under("wa-city");
    c.at(AT).reason(reason).networks(networks).add();
    assertEquals(candidates, c.count(Detector.WIDE_SCOPE).candidates());
  }

  private static SeenCell cell(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "–" -> SeenCell.EMPTY;
      case "#" -> SeenCell.HIDDEN;
      default -> SeenCell.of(text);
    };
  }
}
