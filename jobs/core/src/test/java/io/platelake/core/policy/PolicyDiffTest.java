package io.platelake.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {
  private static final String TEXT = PolicyFiles.waCity();

  @Test
  void shouldSayNothingOfTheSameRules() {
    assertEquals(List.of(), diff(TEXT.replace("version: \"1\"", "version: \"2\"")));
    assertEquals(List.of(), diff("# another comment\n" + TEXT));
  }

  @Test
  void shouldPutEachChangeUnderItsHead() {
    assertEquals(
        List.of(
            change(ChangeTopic.COLLECTION, "cameras.locations.notice_when_moved", "false", "true"),
            change(ChangeTopic.RETENTION, "retention.criminal.max", "21 days", "14 days"),
            change(ChangeTopic.ACCESS, "training.every", "1 year", "6 months"),
            change(ChangeTopic.SHARING, "research.disclosure.min_distinct_vehicles", "10", "20"),
            change(ChangeTopic.OTHER, "statute", "SB 6002", "SB 6002 as amended")),
        diff(
            TEXT.replace("notice_when_moved: false", "notice_when_moved: true")
                .replaceFirst("amount: 21, unit: days", "amount: 14, unit: days")
                .replace(
                    "before_access: false\n  every: {amount: 1, unit: years}",
                    "before_access: false\n  every: {amount: 6, unit: months}")
                .replace("min_distinct_vehicles: 10", "min_distinct_vehicles: 20")
                .replace("\nstatute: SB 6002\n", "\nstatute: SB 6002 as amended\n")));
  }

  @Test
  void shouldTellWhatIsNewFromWhatIsNoLongerRuled() {
    String more =
        TEXT
            + "policy_change: {public_notice: true, public_comment: true,"
            + " authority: {document: Charter, section: \"2\"}}\n";
    List<PolicyChange> added = diff(more);
    assertEquals(4, added.size());
    assertEquals(
        new PolicyChange(
            ChangeTopic.OTHER,
            "policy_change.public_notice",
            Optional.empty(),
            Optional.of("true")),
        added.get(0));
    List<PolicyChange> removed =
        PolicyDiff.between(PolicyFiles.load(more, "b"), PolicyFiles.load(TEXT, "a"));
    assertEquals(Optional.empty(), removed.get(0).after());
  }

  private static PolicyChange change(ChangeTopic head, String path, String before, String after) {
    return new PolicyChange(head, path, Optional.of(before), Optional.of(after));
  }

  private static List<PolicyChange> diff(String to) {
    return PolicyDiff.between(PolicyFiles.load(TEXT, "a"), PolicyFiles.load(to, "b"));
  }
}
