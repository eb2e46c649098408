package io.platelake.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.chain.CheckingKey;
import io.platelake.core.chain.SigningKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTokenTest {
  private static final Instant ISSUED = Instant.parse("2026-06-15T08:00:00Z");
  private static final SigningKey KEY = SigningKey.create();
  private static final Map<String, CheckingKey> TRUSTED =
      Map.of(KEY.checking().id(), KEY.checking());
  private static final IdentityToken TOKEN =
      new IdentityToken(
          "c.okafor",
          ISSUED,
          ISSUED.plusSeconds(3_600),
          new AttestedPlace(Optional.of("mdt-4"), true));

  @ParameterizedTest
  @CsvSource({
    "2026-06-15T07:59:59Z, false",
    "2026-06-15T08:00:00Z, true",
    "2026-06-15T08:59:59Z, true",
    "2026-06-15T09:00:00Z, false",
  })
  void shouldCountInItsTime(String clock, boolean counts) {
    String text = TOKEN.signedBy(KEY);
    if (counts) {
      assertEquals(TOKEN, IdentityToken.read(text, TRUSTED, Instant.parse(clock)));
    } else {
      assertThrows(Refusal.class, () -> IdentityToken.read(text, TRUSTED, Instant.parse(clock)));
    }
  }

  @Test
  void shouldRefuseWhatNoRegisteredKeyHasSigned() {
    String other = TOKEN.signedBy(SigningKey.create());
    assertThrows(Refusal.class, () -> IdentityToken.read(other, TRUSTED, ISSUED));
    String text = TOKEN.signedBy(KEY);
    for (String change :
        new String[] {
          text.replace("c.okafor", "d.ruiz"),
          text.replace("mdt-4", "home"),
          text.replace("09:00:00", "10:00:00"),
          text.replace("\"second_factor\":true", "\"second_factor\":false"),
          text.replace("{\"token\":{", "{\"token\":{\"admin\":true,")
        }) {
      assertTrue(!change.equals(text), "changed");
      assertThrows(Refusal.class, () -> IdentityToken.read(change, TRUSTED, ISSUED));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{}", "{\"token\": {}}", "{\"token\": 1, \"signature\": {}}"})
  void shouldRefuseWhatIsNoToken(String text) {
    assertThrows(BadInput.class, () -> IdentityToken.read(text, TRUSTED, ISSUED));
  }

  @Test
  void shouldLastADayAtMost() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new IdentityToken(
                "c.okafor", ISSUED, ISSUED.plusSeconds(86_401), AttestedPlace.UNKNOWN));
  }
}
