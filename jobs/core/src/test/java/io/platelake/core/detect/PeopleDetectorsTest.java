package io.platelake.core.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.policy.governance.Detector;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleDetectorsTest {
  private static final String TOPICS = "topics=policy;statute;privacy;audit_and_reporting";

  private static ScreenCase staffed() {
    return ScreenCase.under("wa-city")
        .register(
            "users",
            "r.diaz",
            "2026-01-01T00:00:00Z",
            "2026-07-01T00:00:00Z",
            "person_id=p-1,kind=internal,roles=detectives,status=active,need=burglary,unit=property")
        .register(
            "training",
            "p-1 alpr",
            "2026-02-01T00:00:00Z",
            null,
            "person_id=p-1,completed_on=2026-02-01T00:00:00Z," + TOPICS)
        .register(
            "duty_roster",
            "p-1 2026-06-15",
            "2026-06-15T06:00:00Z",
            "2026-06-15T18:00:00Z",
            "person_id=p-1,starts_at=2026-06-15T06:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "r.diaz, 2026-06-15T12:00:00Z, ''",
    "r.diaz, 2026-06-15T19:59:59Z, ''",
    "r.diaz, 2026-06-15T20:00:00Z, out_of_shift",
    "r.diaz, 2026-06-15T03:59:59Z, out_of_shift",
    "r.diaz, 2026-05-15T03:00:00Z, ''", // no roster of that month
    "r.diaz, 2026-07-01T00:00:00Z, ended_account",
    "r.diaz, 2026-01-15T00:00:00Z, untrained",
    "nobody, 2026-06-15T12:00:00Z, ended_account",
    "'',     2026-06-15T12:00:00Z, ''",
  })
  void shouldAskTheRegisters(String account, String at, String found) {
    ScreenCase c = staffed();
    c.at(at).by(account).add();
    assertEquals(
        found,
        String.join(
            " ",
            c.screen().labels().getOrDefault("s1", Set.of()).stream()
                .map(Detector::label)
                .toList()));
  }

  @Test
  void shouldJudgeNobodyWithoutARegister() {
    ScreenCase c = ScreenCase.under("wa-city");
    c.at("2026-06-15T12:00:00Z").add();
    assertEquals(1, c.count(Detector.ENDED_ACCOUNT).unseen());
    assertEquals(1, c.count(Detector.UNTRAINED).unseen());
    assertEquals(1, c.count(Detector.OUT_OF_SHIFT).unseen());
    assertEquals(0, c.screen().findings().size());
  }

  /** By id or alias and with the vendor's tags, never by a part of the name. */
  @ParameterizedTest
  @CsvSource({
    "Otherton ST SO,                  2026-06-15T12:00:00Z, ''",
    "Otherton ST SO (LR),             2026-06-15T12:00:00Z, ''",
    "Otherton ST SO,                  2027-01-01T00:00:00Z, no_agreement",
    "US Border Agency [Federal],      2026-06-15T12:00:00Z, blocked_recipient no_agreement",
    "Harbor Task Force,               2026-06-15T12:00:00Z, blocked_recipient no_agreement",
    "Otherton,                        2026-06-15T12:00:00Z, no_agreement",
    "Border Agency of Otherton,       2026-06-15T12:00:00Z, no_agreement",
  })
  void shouldKnowBodiesByIdOrAlias(String name, String at, String found) {
    ScreenCase c =
        ScreenCase.under("wa-city")
            .register(
                "recipients",
                "otherton-so",
                "2026-01-01T00:00:00Z",
                null,
                "name=Otherton County Sheriff,aliases=Otherton ST SO,kind=law_enforcement,level=local,blocked=false")
            .register(
                "recipients",
                "us-border",
                "2026-01-01T00:00:00Z",
                null,
                "name=US Border Agency,kind=law_enforcement,level=federal,blocked=true")
            .register(
                "recipients",
                "harbor-tf",
                "2026-01-01T00:00:00Z",
                null,
                "name=Harbor Task Force,kind=law_enforcement,level=local,blocked=false,parent=us-border")
            .register(
                "agreements",
                "a-1",
                "2026-01-01T00:00:00Z",
                "2027-01-01T00:00:00Z",
                "party=otherton-so,kind=sharing,document=d");
    c.at(at).of(name).add();
    assertEquals(
        found,
        String.join(
            " ",
            c.screen().labels().getOrDefault("s1", Set.of()).stream()
                .map(Detector::label)
                .toList()));
  }

  /** 21 days, 30 days and 6 months are the limits of the policy; the longest counts. */
  @ParameterizedTest
  @CsvSource({
    "2025-12-15T12:00:00Z, 0",
    "2025-12-15T11:00:01Z, 0",
    "2025-12-15T11:00:00Z, 1",
    "2025-01-01T00:00:00Z, 1",
    "2026-06-20T00:00:00Z, 0",
  })
  void shouldTolerateAWindowThatOpensSecondsBefore(String from, int candidates) {
    ScreenCase c = ScreenCase.under("wa-city");
    c.at("2026-06-15T12:00:00Z").from(from).add();
    assertEquals(candidates, c.count(Detector.WINDOW_BEYOND_RETENTION).candidates());
  }

  @Test
  void shouldNameStaffPlatesAndExportsWithoutAShare() {
    ScreenCase c = ScreenCase.under("wa-city");
    c.staff.add("t-staff");
    c.shares.add("sh-1");
    c.at("2026-06-15T12:00:00Z").plate("t-staff").add();
    c.at("2026-06-15T12:00:00Z").kind(ScreenedSearch.Kind.EXPORT).share("sh-1").add();
    c.at("2026-06-15T12:00:00Z").kind(ScreenedSearch.Kind.EXPORT).share("sh-2").add();
    c.at("2026-06-15T12:00:00Z").kind(ScreenedSearch.Kind.EXPORT).add();
    assertEquals(Set.of("s1"), c.labelled(Detector.STAFF_PLATE));
    assertEquals(Set.of("s3", "s4"), c.labelled(Detector.UNRECORDED_EXPORT));
  }
}
