package io.platelake.core.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.deadline.Deadline.Notice;
import io.platelake.core.policy.PolicyFiles;
import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.governance.DeadlineRule;
import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.Unit;
import io.platelake.core.register.RegisterContract;
import io.platelake.core.register.ShippedRegisters;
import io.platelake.core.yaml.InvalidRule;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {
  private static final Instant AT = Instant.parse("2026-06-30T00:00:00Z");
  private static final Map<String, Set<String>> TABLES =
      Map.of(
          "outcomes", Set.of("kind", "occurred_at"),
          "corrections", Set.of("recorded_at"),
          "moved_cameras", Set.of("moved_at"));

  /** The deadline of one fact of the rule of a policy that ships. */
  private static List<Deadline> deadlines(String policy, String rule, Map<String, String> fact) {
    return Deadline.of(rule(policy, rule), List.of(new Fact("f-1", fact)), List.of(), AT);
  }

  private static DeadlineRule rule(String policy, String rule) {
    return PolicyFiles.pack(policy).rules().deadlines().get(rule);
  }

  /** A rule over a field that no register has would never be late. */
  @ParameterizedTest
  @ValueSource(strings = {"wa-city", "ca-westmorland-462", "ca-ag-429", "ky-model", "guidelines"})
  void shouldNameFieldsThatExist(String policy) {
    PolicyFiles.pack(policy)
        .rules()
        .deadlines()
        .forEach(
            (id, rule) -> {
              Set<String> fields =
                  TABLES.containsKey(rule.of())
                      ? TABLES.get(rule.of())
                      : ShippedRegisters.find(rule.of()).orElseThrow().fields().keySet();
              assertTrue(fields.contains(rule.from()), id);
              assertTrue(fields.containsAll(rule.where().keySet()), id);
              rule.until().ifPresent(until -> assertTrue(fields.contains(until), id));
              RegisterContract notices = ShippedRegisters.find("notices").orElseThrow();
              rule.notice()
                  .ifPresent(
                      kind -> assertTrue(notices.fields().get("kind").values().contains(kind), id));
              if (!TABLES.containsKey(rule.of())) {
                rule.where()
                    .forEach(
                        (field, values) ->
                            assertTrue(
                                ShippedRegisters.find(rule.of())
                                    .orElseThrow()
                                    .fields()
                                    .get(field)
                                    .values()
                                    .containsAll(values),
                                id));
              }
            });
  }

  @ParameterizedTest
  @CsvSource({
    "guidelines, report_forwarded, kind=error, received_at, 2026-06-23T00:00:00Z, forwarded_at",
    "guidelines, complaint_answered, kind=complaint, received_at, 2026-05-31T00:00:00Z, answered_at",
    "guidelines, incident_public, kind=breach, discovered_at, 2026-05-31T00:00:00Z, ",
    "guidelines, error_told, , recorded_at, 2026-06-23T00:00:00Z, ",
    "guidelines, camera_moved, , moved_at, 2026-05-31T00:00:00Z, ",
    "ky-model, submitter_told, kind=vehicle_recovered, occurred_at, 2026-06-29T00:00:00Z, ",
    "ky-model, violation_decided, kind=misuse, discovered_at, 2026-04-01T00:00:00Z, closed_at",
    "ca-westmorland-462, compromise_reported, kind=credential_compromised, discovered_at,"
        + " 2026-06-29T00:00:00Z, reported_at"
  })
  void shouldBeLateFromTheSecondThatThePolicySays(
      String policy, String id, String where, String from, Instant start, String until) {
    Map<String, String> fact = new HashMap<>(Map.of(from, start.toString()));
    if (where != null) {
      fact.put(where.split("=")[0], where.split("=")[1]);
    }
    Deadline open = deadlines(policy, id, fact).get(0);
    assertTrue(open.isOverdue(AT), "on the day");
    fact.put(from, start.plusSeconds(1).toString());
    assertFalse(deadlines(policy, id, fact).get(0).isOverdue(AT), "a second before");
    if (until != null) {
      fact.put(until, AT.minusSeconds(1).toString());
      assertEquals(Optional.of(AT.minusSeconds(1)), deadlines(policy, id, fact).get(0).done());
      fact.put(until, AT.plusSeconds(1).toString());
      assertEquals(Optional.empty(), deadlines(policy, id, fact).get(0).done(), "not yet known");
    }
    if (where != null) {
      fact.put(where.split("=")[0], "something_else");
      assertEquals(List.of(), deadlines(policy, id, fact), "of other kinds it asks nothing");
    }
  }

  @Test
  void shouldBeMetByANoticeOfItsKindAboutTheFactAndAfterIt() {
    DeadlineRule rule = rule("guidelines", "incident_public");
    Instant found = Instant.parse("2026-05-01T00:00:00Z");
    Fact fact = new Fact("i-1", Map.of("kind", "breach", "discovered_at", found.toString()));
    assertEquals(Optional.empty(), done(rule, fact, "erroneous_data", "i-1", found));
    assertEquals(Optional.empty(), done(rule, fact, "security_incident", "i-2", found));
    assertEquals(
        Optional.empty(), done(rule, fact, "security_incident", "i-1", found.minusSeconds(1)));
    assertEquals(Optional.of(found), done(rule, fact, "security_incident", "i-1", found));
    Deadline late =
        Deadline.of(
                rule,
                List.of(fact),
                List.of(new Notice("security_incident", "i-1", AT.minusSeconds(1))),
                AT)
            .get(0);
    assertTrue(late.wasLate() && !late.isOverdue(AT));
  }

  private static Optional<Instant> done(
      DeadlineRule rule, Fact fact, String kind, String subject, Instant sent) {
    return Deadline.of(rule, List.of(fact), List.of(new Notice(kind, subject, sent)), AT)
        .get(0)
        .done();
  }

  @Test
  void shouldRefuseARuleThatNothingCanMeet() {
    assertThrows(
        InvalidRule.class,
        () ->
            new DeadlineRule(
                "title",
                "incidents",
                Map.of(),
                "discovered_at",
                Optional.empty(),
                Optional.empty(),
                new Period(1, Unit.DAYS),
                new Authority("doc", Optional.of("1"), Optional.empty())));
  }
}
