package io.platelake.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.Unit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlanksTest {
  private static final String FILLED = "max: {amount: 6, unit: months}";
  private static final String OPEN =
      "max: {unset: \"[enter timeframe]\", example: {amount: 6, unit: months}}";
  private static final String TEXT = PolicyFiles.waCity().replace(FILLED, OPEN);

  @Test
  void shouldListABlankWithItsPlaceAndItsExample() {
    PolicyFile file = PolicyFiles.load(TEXT, "city.yaml");
    int line =
        1 + (int) TEXT.substring(0, TEXT.indexOf(OPEN)).chars().filter(c -> c == '\n').count();
    assertEquals(
        List.of(
            new Blank(
                "city.yaml",
                line,
                "retention.cve.max",
                "[enter timeframe]",
                "{amount: 6, unit: months}")),
        file.blanks());
  }

  @Test
  void shouldNeverBeInForceWithABlank() {
    Refusal refusal =
        assertThrows(Refusal.class, () -> PolicyFiles.load(TEXT, "city.yaml").activatable());
    assertTrue(
        refusal
            .getMessage()
            .startsWith("city.yaml: 1 value(s) are not filled in: retention.cve.max."),
        refusal.getMessage());
    assertThrows(Refusal.class, () -> PolicyReader.read(TEXT, "city.yaml"));
  }

  @Test
  void shouldBeFilledByAPolicyThatExtendsIt() {
    String filled =
        "format: 1\nextends: template\nid: own\nversion: \"1\"\n"
            + "retention:\n  cve:\n    max: {amount: 3, unit: months}\n";
    PolicyFile file =
        PolicyReader.load(
            filled,
            "own.yaml",
            id -> Optional.of(new ParentPolicies.Source("template.yaml", TEXT)));
    assertEquals(
        Optional.of(new Period(3, Unit.MONTHS)), file.activatable().retention("cve").max());
  }

  @Test
  void shouldStillFindWhatIsWrongElsewhere() {
    String text = TEXT.replace("metres: 150", "metres: wide");
    assertThrows(BadInput.class, () -> PolicyFiles.load(text, "city.yaml"));
  }

  @Test
  void shouldAskForAnExampleOfTheRightForm() {
    assertProblem(OPEN.replace(", example: {amount: 6, unit: months}", ""), "without an example");
    assertProblem(OPEN.replace("{amount: 6, unit: months}", "six"), "is not a mapping");
    assertProblem(OPEN.replace("\"[enter timeframe]\"", "\"\""), "is an empty text");
  }

  private static void assertProblem(String open, String why) {
    String text = PolicyFiles.waCity().replace(FILLED, open);
    String message =
        assertThrows(BadInput.class, () -> PolicyFiles.load(text, "city.yaml")).getMessage();
    assertTrue(message.contains(why), message);
  }
}
