package io.platelake.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {
  @Test
  void shouldNameTheLineOfTheRule() {
    String text = PolicyFiles.waCity();
    int line = lineOf(text, "unit: months");
    assertMessage(
        text.replace("unit: months", "unit: moons"),
        "wa-city.yaml, line "
            + line
            + ", key retention.cve.max.unit: has the unknown value 'moons'."
            + " Use one of minutes, hours, days, months, years");
    assertMessage(
        text.replace("  traffic:\n    max:", "  trafic:\n    max:"),
        "wa-city.yaml, line "
            + lineOf(text, "  traffic:\n    max:")
            + ", key retention.trafic: names the unknown purpose 'trafic'."
            + " Use one of criminal, cve, parking, traffic");
    assertMessage(
        text.replace("landing:  ", "landing:  \n  # nothing\n  future: 1\nlandling: "),
        "wa-city.yaml, line "
            + lineOf(text, "landing:  ")
            + ", key landing: lacks the required key 'future_tolerance'. Add it");
  }

  @Test
  void shouldNameAllMistakesAtOnce() {
    String text =
        PolicyFiles.waCity()
            .replace("unit: months", "unit: moons")
            .replace("metres: 150", "metres: wide")
            .replace("agency_kind:", "agency_knid:");
    List<String> problems =
        assertThrows(BadInput.class, () -> PolicyReader.read(text, "wa-city.yaml"))
            .getMessage()
            .lines()
            .toList();
    assertEquals(4, problems.size(), problems.toString());
    assertTrue(problems.get(0).contains("lacks the required key 'agency_kind'"));
    assertTrue(problems.get(1).contains("retention.cve.max.unit: has the unknown value 'moons'"));
    assertTrue(problems.get(2).contains("buffer.metres: 'wide' is not a number"));
    assertTrue(problems.get(3).contains("key agency_knid: is an unknown key"));
  }

  @Test
  void shouldRefuseTextsMadeToExhaustMemory() {
    String bomb =
        "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n";
    assertMessage(
        bomb,
        "wa-city.yaml, line 1: uses a YAML anchor (&) or alias (*)."
            + " Write the value out where it applies");
    assertMessage(
        "[".repeat(100_000),
        "wa-city.yaml, line 1: is nested too deep. Give a definition, not data");
    assertMessage(
        "a:\n  b: " + "[".repeat(19) + "]".repeat(19),
        "wa-city.yaml, line 2: is nested too deep. Give a definition, not data");
    assertMessage(
        "a:\n  b: " + "[".repeat(18) + "]".repeat(18),
        "wa-city.yaml, line 1: lacks the required key 'format'. Add it");
    assertMessage(
        "x".repeat(1_000_001),
        "wa-city.yaml: has more than 1000000 characters. Give a definition, not data");
  }

  @Test
  void shouldRefuseWhatIsNoPolicyAtAll() {
    assertMessage("", "wa-city.yaml: is empty. Write the definition into it");
    assertMessage("# nothing\n", "wa-city.yaml: is empty. Write the definition into it");
    assertMessage("[1, 2]", "wa-city.yaml, line 1: is not a mapping. ");
    assertMessage("a: 1\n---\nb: 2\n", "wa-city.yaml, line 2: starts a second document. ");
    assertMessage("a: \u0007", "wa-city.yaml: is not readable YAML: ");
  }

  @Test
  void shouldKeepTheOrderOfTheFile() {
    Policy policy = PolicyFiles.waCityPolicy();
    assertEquals(
        List.of("criminal", "parking", "traffic", "cve"), List.copyOf(policy.purposes().keySet()));
  }

  private static int lineOf(String text, String part) {
    return 1 + (int) text.substring(0, text.indexOf(part)).chars().filter(c -> c == '\n').count();
  }

  private static void assertMessage(String text, String start) {
    String message =
        assertThrows(BadInput.class, () -> PolicyReader.read(text, "wa-city.yaml")).getMessage();
    assertTrue(message.startsWith(start), message);
  }
}
