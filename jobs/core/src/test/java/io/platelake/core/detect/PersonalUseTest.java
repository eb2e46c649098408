package io.platelake.core.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.policy.governance.Detector;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalUseTest {
  @ParameterizedTest
  @CsvSource({
    "my ex,                        true",
    "for a friend of mine,         true",
    "curiosity,                    true",
    "because of religion,          true",
    "protest at city hall,         true",
    "personal matter,              true",
    "personal property stolen,     false",
    "my exhibit list,              false",
    "protestant church burglary,   false",
    "assault on a national guard,  false",
  })
  void shouldFindUsesThatKentuckyForbids(String reason, boolean found) {
    ScreenCase c = ScreenCase.under("ky-model");
    c.at("2026-06-15T12:00:00Z").reason(reason).add();
    assertEquals(found ? Set.of("s1") : Set.of(), c.labelled(Detector.PROHIBITED_WORD));
  }
}
