package io.platelake.core.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.Refusal;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyFiles;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueRuleTest {
  private static final Map<String, Policy> POLICIES =
      Map.of(
          "city-2", PolicyFiles.waCityPolicy(),
          "westmorland", PolicyFiles.pack("ca-westmorland-462").rules());

  /** Criminal 21 days, traffic 30, cve 6 months, quarantine 7 days from landing; horizon 30 h. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # kind     | purpose  | oldest               | landed               | reads go | expected
          READS      | criminal | 2026-06-01T00:00:00Z |                      | false    | GOES 2026-06-22T00:00:00Z
          READS      | criminal | 2026-06-01T08:00:00Z |                      | false    | GOES 2026-06-22T08:00:00Z
          READS      | criminal | 2026-06-01T08:00:01Z |                      | false    | STAYS
          READS      | traffic  | 2026-06-01T00:00:00Z |                      | false    | STAYS
          READS      | traffic  | 2026-05-23T08:00:00Z |                      | false    | GOES 2026-06-22T08:00:00Z
          READS      | cve      | 2025-12-22T08:00:00Z |                      | false    | GOES 2026-06-22T08:00:00Z
          READS      | cve      | 2025-12-22T08:00:01Z |                      | false    | STAYS
          READS      | criminal | 2026-05-01T00:00:00Z |                      | false    | GOES 2026-05-22T00:00:00Z
          HITS       | criminal | 2026-06-01T08:00:00Z |                      | false    | GOES 2026-06-22T08:00:00Z
          HITS       | criminal | 2026-06-01T12:00:00Z |                      | true     | STAYS
          PASSES     | criminal | 2026-06-01T12:00:00Z |                      | false    | STAYS
          PASSES     | criminal | 2026-06-01T12:00:00Z |                      | true     | GOES 2026-06-22T12:00:00Z
          IMAGES     | criminal | 2026-06-01T12:00:00Z |                      | false    | STAYS
          IMAGES     | criminal | 2026-06-01T12:00:00Z |                      | true     | GOES 2026-06-22T12:00:00Z
          QUARANTINE | criminal | 2026-06-14T00:00:00Z | 2026-06-15T08:00:00Z | false    | GOES 2026-06-22T08:00:00Z
          QUARANTINE | criminal | 2026-06-14T00:00:00Z | 2026-06-15T08:00:01Z | false    | STAYS
          QUARANTINE | criminal | 2026-06-01T00:00:00Z | 2026-06-20T00:00:00Z | false    | GOES 2026-06-22T00:00:00Z
          """)
  void shouldTakeWhatWouldExpireBeforeTheNextRunIsDone(
      RowKind kind,
      String purpose,
      Instant oldest,
      Instant landed,
      boolean readsGo,
      String expected) {
    RowAges ages = new RowAges(oldest, oldest, landed == null ? oldest : landed);
    DueJudgement found =
        rule("2026-06-21T02:00:00Z", Set.of())
            .judge(rows(kind, "city-2", purpose, ages, oldest), readsGo);
    assertEquals(expected, words(found));
  }

  /** Two years at least, no maximum, and two roles that approve. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # kind | newest               | approved by                | expected
          READS  | 2026-02-05T02:00:00Z |                            | WAITS [city_attorney, city_council]
          READS  | 2026-02-05T02:00:00Z | city_council               | WAITS [city_attorney]
          READS  | 2026-02-05T02:00:00Z | city_council,city_attorney | GOES 2028-02-05T02:00:00Z
          READS  | 2026-02-05T02:00:01Z | city_council,city_attorney | STAYS
          READS  | 2026-02-05T02:00:01Z |                            | STAYS
          HITS   | 2026-02-05T02:00:00Z | city_council               | WAITS [city_attorney]
          HITS   | 2026-02-05T02:00:00Z | city_council,city_attorney | GOES 2028-02-05T02:00:00Z
          """)
  void shouldTakeNothingBeforeItsMinimumOrWithoutItsApprovals(
      RowKind kind, Instant newest, String approvedBy, String expected) {
    Set<String> approved =
        approvedBy == null ? Set.of() : Set.copyOf(Arrays.asList(approvedBy.split(",")));
    Instant oldest = Instant.parse("2026-02-05T00:00:00Z");
    DueJudgement found =
        rule("2028-02-05T02:00:00Z", approved)
            .judge(
                rows(kind, "westmorland", "criminal", new RowAges(oldest, newest, oldest), oldest),
                false);
    assertEquals(expected, words(found));
  }

  @Test
  void shouldLetPassesGoWithTheReadsOfTheirOwnerPurposeAndDateOnly() {
    Instant due = Instant.parse("2026-06-01T07:00:00Z");
    Instant later = Instant.parse("2026-06-01T12:00:00Z");
    Instant next = Instant.parse("2026-06-02T12:00:00Z");
    List<OwnedRows> rows =
        List.of(
            rows(RowKind.PASSES, "city-2", "criminal", RowAges.of(later), later),
            rows(RowKind.PASSES, "city-2", "traffic", RowAges.of(later), later),
            rows(RowKind.PASSES, "city-2", "criminal", RowAges.of(next), next),
            rows(RowKind.READS, "city-2", "criminal", RowAges.of(due), due),
            rows(RowKind.READS, "city-2", "criminal", RowAges.of(next), next));
    List<String> found =
        rule("2026-06-21T02:00:00Z", Set.of()).judge(rows).stream()
            .map(
                j ->
                    j.owned().kind()
                        + " "
                        + j.owned().purpose()
                        + " "
                        + j.owned().of().date()
                        + " "
                        + j.isDue())
            .toList();
    assertEquals(
        List.of(
            "READS criminal 2026-06-01 true",
            "READS criminal 2026-06-02 false",
            "PASSES criminal 2026-06-01 true",
            "PASSES traffic 2026-06-01 false",
            "PASSES criminal 2026-06-02 false"),
        found);
  }

  @Test
  void shouldLookNoFurtherThanTheShortestLimitOfAnyPolicy() {
    // Quarantine: 7 days less the horizon of 30 hours before 21 June 02:00.
    assertEquals(LocalDate.parse("2026-06-15"), rule("2026-06-21T02:00:00Z", Set.of()).lastDate());
  }

  @Test
  void shouldRefuseRowsOfAnOwnerWithoutPolicy() {
    Instant captured = Instant.parse("2026-06-01T00:00:00Z");
    DueRule rule = rule("2026-06-21T02:00:00Z", Set.of());
    List<OwnedRows> rows =
        List.of(rows(RowKind.READS, "county-9", "criminal", RowAges.of(captured), captured));
    assertThrows(Refusal.class, () -> rule.judge(rows));
  }

  private static DueRule rule(String asOf, Set<String> approved) {
    return new DueRule(
        POLICIES,
        (of, roles, captured) -> {
          Set<String> missing = new TreeSet<>(roles);
          missing.removeAll(approved);
          return missing;
        },
        Instant.parse(asOf));
  }

  private static OwnedRows rows(
      RowKind kind, String agency, String purpose, RowAges ages, Instant captured) {
    LocalDate date = LocalDate.ofInstant(captured, ZoneOffset.UTC);
    return new OwnedRows(kind, new OwnedDate(agency, purpose, date), 1, ages);
  }

  private static String words(DueJudgement judgement) {
    if (judgement instanceof DueJudgement.Goes goes) {
      assertEquals(goes.at(), goes.limit().orElse(goes.at()));
      return "GOES " + goes.at();
    }
    return judgement instanceof DueJudgement.Waits waits
        ? "WAITS " + new TreeSet<>(waits.roles())
        : "STAYS";
  }

  /** A policy with a maximum names it as the limit; one without names none. */
  @Test
  void shouldNameALimitOnlyWhereThePolicySetsOne() {
    Instant captured = Instant.parse("2026-02-05T00:00:00Z");
    DueRule rule = rule("2028-02-05T02:00:00Z", Set.of("city_council", "city_attorney"));
    assertEquals(Optional.empty(), limit(rule, "westmorland", captured));
    assertEquals(
        Optional.of(Instant.parse("2026-02-26T00:00:00Z")), limit(rule, "city-2", captured));
  }

  private static Optional<Instant> limit(DueRule rule, String agency, Instant captured) {
    return rule.judge(
            List.of(rows(RowKind.READS, agency, "criminal", RowAges.of(captured), captured)))
        .get(0)
        .findLimit();
  }
}
