package io.platelake.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverduePeopleTest {
  @Test
  void shouldListNothingWhereAllIsInOrder() {
    assertEquals(List.of(), overdue(AccessCase.under("ca-ag-429")));
  }

  @Test
  void shouldListGrantsWithoutTheirReview() {
    AccessCase c = AccessCase.under("ca-ag-429");
    c.grant().with("approved_at", "2025-06-15T12:00:00Z").from("2025-06-15");
    assertEquals(
        List.of("grant of c.okafor: its review was due by 2026-06-15T12:00:00Z"), overdue(c));
    c.grant().with("reviewed_at", "2026-01-15T12:00:00Z");
    assertEquals(List.of(), overdue(c));
  }

  @Test
  void shouldListOfficesThatNobodyHolds() {
    AccessCase c = AccessCase.under("guidelines");
    c.responsible.get(0).to("2026-06-15");
    assertEquals(
        List.of("office chief_executive: nobody holds it; load the register responsible"),
        overdue(c));
  }

  @Test
  void shouldListWhoHasToTrain() {
    AccessCase c = AccessCase.under("wa-city");
    c.training.get(0).with("topics", "policy;statute");
    assertEquals(List.of("training of c.okafor: privacy, audit_and_reporting"), overdue(c));
    c.user().with("status", "suspended");
    assertEquals(List.of(), overdue(c), "nobody waits for a suspended account");
  }

  private static List<String> overdue(AccessCase c) {
    return OverduePeople.of(c.policy, c.registers(), AccessCase.AT).stream()
        .map(o -> o.subject() + ": " + o.says())
        .toList();
  }
}
