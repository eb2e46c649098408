package io.platelake.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.Unit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InheritanceTest {
  private static final String HEAD = "format: 1\nextends: wa-city\nid: own-city\nversion: \"7\"\n";

  @Test
  void shouldReplaceOnlyWhatItSays() {
    Policy own =
        load(HEAD + "retention:\n  criminal:\n    max: {amount: 14, unit: days}\n").rules();
    assertEquals("own-city", own.id());
    assertEquals(Optional.of(new Period(14, Unit.DAYS)), own.retention("criminal").max());
    assertEquals("5.1", own.retention("criminal").authority().section().orElseThrow());
    assertEquals(Optional.of(new Period(30, Unit.DAYS)), own.retention("traffic").max());
  }

  @Test
  void shouldReplaceAnAuthorityAsAWhole() {
    Policy own =
        load(HEAD
                + "retention:\n  criminal:\n    authority: {document: platform default,"
                + " reason: \"shorter\"}\n")
            .rules();
    assertTrue(own.retention("criminal").authority().isPlatformDefault());
  }

  @Test
  void shouldGiveATextThatSaysEverythingItself() {
    PolicyFile own = load(HEAD + "retention:\n  criminal:\n    max: {amount: 14, unit: days}\n");
    assertEquals(own.rules(), PolicyReader.read(own.text(), "resolved"));
    assertEquals(PolicyFiles.waCity(), PolicyFiles.pack("wa-city").text());
  }

  @Test
  void shouldNameTheFileThatHoldsTheMistake() {
    assertProblem(
        HEAD + "retention:\n  criminal:\n    max: {amount: 14, unit: moons}\n",
        "own.yaml, line 7, key retention.criminal.max.unit: has the unknown value 'moons'");
    assertProblem(
        HEAD + "retention:\n  marketing:\n    clock: capture\n",
        "own.yaml, line 6, key retention.marketing: lacks the required key");
    String inherited =
        PolicyFiles.waCity().replace("max: {amount: 6, unit: months}", "max: {amount: 6}");
    BadInput problem =
        assertThrows(
            BadInput.class,
            () ->
                PolicyReader.load(
                    HEAD,
                    "own.yaml",
                    id -> Optional.of(new ParentPolicies.Source("p.yaml", inherited))));
    assertTrue(problem.getMessage().startsWith("p.yaml, line "), problem.getMessage());
  }

  @Test
  void shouldRefuseAParentThatIsNotThereOrLeadsBack() {
    assertProblem(
        HEAD.replace("wa-city", "nowhere"),
        "own.yaml, line 2, key extends: names the unknown policy 'nowhere'");
    BadInput circle =
        assertThrows(
            BadInput.class,
            () ->
                PolicyReader.load(
                    HEAD,
                    "own.yaml",
                    id -> Optional.of(new ParentPolicies.Source("p.yaml", HEAD))));
    assertTrue(circle.getMessage().contains("extends: leads back to wa-city"), circle.getMessage());
  }

  @Test
  void shouldRefuseAKeyThatStandsTwice() {
    assertProblem(
        HEAD + "retention:\n  criminal: {clock: capture}\n  criminal: {clock: landing}\n",
        "own.yaml, line 7, key retention.criminal: comes twice. Keep one of the two");
    assertProblem(HEAD + "version: \"8\"\n", "own.yaml, line 5, key version: comes twice");
  }

  private static PolicyFile load(String text) {
    return PolicyFiles.load(text, "own.yaml");
  }

  private static void assertProblem(String text, String start) {
    String message = assertThrows(BadInput.class, () -> load(text)).getMessage();
    assertTrue(message.startsWith(start), message);
  }
}
