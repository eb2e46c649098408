package io.platelake.core.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.policy.governance.Detector;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupDetectorsTest {
  private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

  private static String day(int days) {
    return START.plus(Duration.ofDays(days)).toString();
  }

  @ParameterizedTest
  @CsvSource({"0 7 14, '', 1", "0 7 13, '', 0", "0 14, '', 0", "0 7 14, 26-1, 0", "0 7 14, #, 0"})
  void shouldFindARepeatedTargetWithoutACase(String days, String number, int findings) {
    ScreenCase c = ScreenCase.under("wa-city");
    for (String d : days.split(" ")) {
      c.at(day(Integer.parseInt(d)))
          .caseNumber(number.equals("#") ? SeenCell.HIDDEN : SeenCell.of(number))
          .add();
    }
    assertEquals(findings, c.count(Detector.REPEAT_TARGET).findings());
  }

  @Test
  void shouldLetACaseExplainRepeatedSearches() {
    ScreenCase c = ScreenCase.under("wa-city");
    c.at(day(0)).caseNumber("").add().at(day(7)).caseNumber("").add().at(day(20)).add();
    assertEquals(0, c.count(Detector.REPEAT_TARGET).findings());
  }

  /** 964 look-ups of one plate with refreshes of minutes are few searches. */
  @Test
  void shouldCountWhatAnAlertRefreshesApart() {
    ScreenCase c = ScreenCase.under("wa-city");
    for (int d = 0; d < 19; d++) {
      for (int i = 0; i < 50; i++) {
        c.at(START.plus(Duration.ofDays(d)).plus(Duration.ofMinutes(10L * i)).toString())
            .type("lookup")
            .add();
      }
    }
    ScreenResult result = c.screen();
    assertEquals(19, result.searches());
    assertEquals(931, result.alertDriven());
    assertEquals(0, c.count(Detector.VOLUME).findings());
  }

  @Test
  void shouldKeepSearchesThatNobodyRefreshes() {
    ScreenCase c = ScreenCase.under("wa-city");
    c.at("2026-06-01T12:00:00Z").type("lookup").add();
    c.at("2026-06-01T12:30:01Z").type("lookup").add();
    c.at("2026-06-01T12:31:00Z").type("search").add();
    c.at("2026-06-01T12:32:00Z").type("lookup").by("another").add();
    c.at("2026-06-01T12:33:00Z").kind(ScreenedSearch.Kind.ALERT).add();
    assertEquals(4, c.screen().searches());
    assertEquals(1, c.screen().alertDriven());
  }

  @ParameterizedTest
  @CsvSource({"25, 1, 1", "24, 1, 0", "25, 2, 0", "60, 2, 0", "60, 1, 1"})
  void shouldFindManyPlatesOfOneCase(int plates, int daysBetween, int findings) {
    ScreenCase c = ScreenCase.under("wa-city");
    for (int i = 0; i < plates; i++) {
      c.at(day(i * daysBetween)).plate("t-" + i).add();
    }
    assertEquals(findings, c.count(Detector.PLATES_OF_CASE).findings());
  }

  @ParameterizedTest
  @CsvSource({"4, 9, 1", "4, 10, 0", "3, 1, 0"})
  void shouldFindManyCasesOfOnePlate(int cases, int daysBetween, int findings) {
    ScreenCase c = ScreenCase.under("wa-city");
    for (int i = 0; i < cases; i++) {
      c.at(day(i * daysBetween)).caseNumber("26-00012" + i).add();
    }
    assertEquals(findings, c.count(Detector.CASES_OF_PLATE).findings());
  }

  @ParameterizedTest
  @CsvSource({"7, 1", "6, 0", "8, 1"})
  void shouldFindDaysInARow(int days, int findings) {
    ScreenCase c = ScreenCase.under("wa-city");
    for (int i = 0; i < days; i++) {
      c.at(day(i)).add().at(day(i)).add();
    }
    c.at(day(days + 1)).add();
    assertEquals(findings, c.count(Detector.CONSECUTIVE_DAYS).findings());
    assertEquals(
        findings == 0 ? Set.of() : Set.of((long) days),
        c.screen().findings().stream()
            .filter(f -> f.detector() == Detector.CONSECUTIVE_DAYS)
            .map(ScreenFinding::measure)
            .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @CsvSource({"40, 10, 1", "39, 10, 0", "29, 5, 0", "30, 5, 1"})
  void shouldCompareVolumeWithPeers(int searches, int ofPeers, int findings) {
    ScreenCase c = ScreenCase.under("wa-city");
    for (int i = 0; i < searches; i++) {
      c.at(START.plusSeconds(600L * i).toString()).add();
    }
    for (int peer = 0; peer < 4; peer++) {
      for (int i = 0; i < ofPeers; i++) {
        c.at(START.plusSeconds(600L * i).toString()).by("peer" + peer).add();
      }
    }
    assertEquals(findings, c.count(Detector.VOLUME).findings());
  }

  @Test
  void shouldFindOneAccountOnTwoDevicesAndManyOnOne() {
    ScreenCase c = ScreenCase.under("wa-city");
    c.at("2026-06-01T12:00:00Z").device("mdt-1").add();
    c.at("2026-06-01T12:05:00Z").device("mdt-2").add();
    c.at("2026-06-01T12:10:01Z").device("mdt-1").add();
    for (String account : Set.of("a", "b", "c", "d")) {
      c.at("2026-06-02T12:00:00Z").by(account).device("mdt-9").add();
    }
    assertEquals(Set.of("s1", "s2"), c.labelled(Detector.TWO_PLACES));
    assertEquals(Set.of("s4", "s5", "s6", "s7"), c.labelled(Detector.SHARED_ADDRESS));
    assertEquals(0, c.count(Detector.TWO_PLACES).unseen());
  }

  /** A vendor's log has no device: nothing can be said, and the count says so. */
  @Test
  void shouldSayThatALogWithoutDevicesFeedsNothing() {
    ScreenCase c = ScreenCase.under("wa-city");
    c.at(day(0)).add();
    assertEquals(1, c.count(Detector.TWO_PLACES).unseen());
    assertEquals(0, c.count(Detector.TWO_PLACES).judged());
  }

  /** Totals count a search once, the review sees every label. */
  @Test
  void shouldCountASearchOnceAndStackItsLabels() {
    ScreenCase c = ScreenCase.under("wa-city");
    c.at(day(0)).reason("ice").caseNumber("").add();
    c.at(day(1)).reason("x").caseNumber("").add();
    ScreenResult result = c.screen();
    assertEquals(
        Set.of(Detector.PROHIBITED_WORD, Detector.MISSING_STATEMENT), result.labels().get("s1"));
    assertEquals(2, result.labelled());
    assertEquals(2, result.counts().stream().mapToLong(DetectorCount::firstMatches).sum());
    assertEquals(1, c.count(Detector.MISSING_STATEMENT).firstMatches());
    assertTrue(c.count(Detector.MISSING_STATEMENT).candidates() == 2);
  }

  @Test
  void shouldGiveAFindingTheSameIdInWhateverOrder() {
    ScreenCase c = ScreenCase.under("wa-city");
    for (int i = 0; i < 10; i++) {
      c.at(day(i)).caseNumber("").add();
    }
    ScreenResult first = c.screen();
    Collections.shuffle(c.log, new Random(3));
    assertEquals(first, c.screen());
    assertTrue(first.findings().size() >= 11);
  }
}
