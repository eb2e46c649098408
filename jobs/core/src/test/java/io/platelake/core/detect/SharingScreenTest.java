package io.platelake.core.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharingScreenTest {
  /** Access that is given needs an agreement on that day; access that is taken away needs none. */
  @ParameterizedTest
  @CsvSource({
    "Otherton ST SO,   2026-06-15T12:00:00Z, true,  0",
    "Otherton ST SO,   2025-06-15T12:00:00Z, true,  1",
    "Otherton ST SO,   2027-01-01T00:00:00Z, true,  1",
    "Otherton ST SO,   2027-01-01T00:00:00Z, false, 0",
    "Somebody Else PD, 2026-06-15T12:00:00Z, true,  1",
    "US Border Agency, 2026-06-15T12:00:00Z, true,  1",
  })
  void shouldNameAccessThatNoAgreementCovers(
      String organisation, String at, boolean isGrant, int findings) {
    ScreenCase c =
        ScreenCase.under("wa-city")
            .register(
                "recipients",
                "otherton-so",
                "2026-01-01T00:00:00Z",
                null,
                "name=Otherton ST SO,kind=law_enforcement,level=local,blocked=false")
            .register(
                "recipients",
                "us-border",
                "2026-01-01T00:00:00Z",
                null,
                "name=US Border Agency,kind=law_enforcement,level=federal,blocked=true")
            .register(
                "agreements",
                "a-1",
                "2026-01-01T00:00:00Z",
                "2027-01-01T00:00:00Z",
                "party=otherton-so,kind=sharing,document=d")
            .register(
                "agreements",
                "a-2",
                "2026-01-01T00:00:00Z",
                "2027-01-01T00:00:00Z",
                "party=us-border,kind=sharing,document=d");
    assertEquals(findings, screen(c, organisation, at, isGrant).size());
  }

  @Test
  void shouldSayNothingWhereNoBodyIsRegistered() {
    assertEquals(
        List.of(),
        screen(ScreenCase.under("wa-city"), "Otherton ST SO", "2026-06-15T12:00:00Z", true));
  }

  private static List<ScreenFinding> screen(
      ScreenCase c, String organisation, String at, boolean isGrant) {
    return new SharingScreen(c.context())
        .screen(
            List.of(
                new SharingChange(
                    "e-1", Instant.parse(at), SeenCell.of("a.admin"), organisation, isGrant)));
  }
}
