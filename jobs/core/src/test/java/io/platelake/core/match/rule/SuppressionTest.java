package io.platelake.core.match.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.core.BadInput;
import io.platelake.core.plate.PlateKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {
  private static final Instant EXPIRES = Instant.parse("2026-06-01T00:00:00Z");
  private static final long PLATE = PlateKey.pack("ABC1234");
  private static final Description READ = described("WA toyota camry blue .");
  private static final Description ENTRY = described("WA ford . . .");
  private static final Suppression RULED_OUT =
      new Suppression(7, PLATE, READ, ENTRY, "plate put on the wrong warrant", EXPIRES);

  @ParameterizedTest(name = "read {2}, entry {3}, {4}: {5}")
  @CsvSource({
    "7, ABC1234, WA toyota camry blue ., WA ford . . ., 2026-05-31T23:59:59Z, true",
    "7, ABC1234, WA toyota camry blue ., WA ford . . ., 2026-06-01T00:00:00Z, false",
    "8, ABC1234, WA toyota camry blue ., WA ford . . ., 2026-05-01T00:00:00Z, false",
    "7, ABC1235, WA toyota camry blue ., WA ford . . ., 2026-05-01T00:00:00Z, false",
    // The read changes: another car under the same plate.
    "7, ABC1234, OR toyota camry blue ., WA ford . . ., 2026-05-01T00:00:00Z, false",
    "7, ABC1234, WA honda camry blue ., WA ford . . ., 2026-05-01T00:00:00Z, false",
    "7, ABC1234, WA toyota camry red ., WA ford . . ., 2026-05-01T00:00:00Z, false",
    "7, ABC1234, WA toyota camry blue suv, WA ford . . ., 2026-05-01T00:00:00Z, false",
    // The entry changes: another accusation.
    "7, ABC1234, WA toyota camry blue ., OR ford . . ., 2026-05-01T00:00:00Z, false",
    "7, ABC1234, WA toyota camry blue ., WA toyota . . ., 2026-05-01T00:00:00Z, false",
    "7, ABC1234, WA toyota camry blue ., WA ford f150 . ., 2026-05-01T00:00:00Z, false",
    "7, ABC1234, WA toyota camry blue ., WA . . . ., 2026-05-01T00:00:00Z, false",
    // The read knows less, or names the model differently: the same car.
    "7, ABC1234, . . . . ., WA ford . . ., 2026-05-01T00:00:00Z, true",
    "7, ABC1234, WA toyota camry-xle blue ., WA ford . . ., 2026-05-01T00:00:00Z, true",
    "7, ABC1234, WA toyota camry blue/white ., WA ford . . ., 2026-05-01T00:00:00Z, true",
  })
  void shouldCoverTheSameMatchUntilItExpiresOrAnythingChanges(
      long entryId, String plate, String read, String entry, Instant asOf, boolean covered) {
    assertEquals(
        covered,
        RULED_OUT.covers(entryId, PlateKey.pack(plate), described(read), described(entry), asOf));
  }

  @Test
  void shouldTurnAnAlertAndNothingElseIntoASuppressedMatch() {
    AlertDecision alert = new AlertDecision(AlertReason.ALERT);
    AlertDecision other = new AlertDecision(AlertReason.STATE_DIFFERS);
    AlertReason against = AlertReason.SUPPRESSED;
    assertEquals(against, alert.unless(true, against).reason());
    assertEquals(alert, alert.unless(false, against));
    assertEquals(other, other.unless(true, against));
  }

  @Test
  void shouldAskForAReasonAPlateAndAnEnd() {
    assertThrows(BadInput.class, () -> new Suppression(7, PLATE, READ, ENTRY, " ", EXPIRES));
    assertThrows(BadInput.class, () -> new Suppression(7, 0, READ, ENTRY, "checked", EXPIRES));
    assertThrows(BadInput.class, () -> new Suppression(7, PLATE, READ, ENTRY, "checked", null));
    assertFalse(RULED_OUT.toString().contains(String.valueOf(PLATE)));
  }

  /** State, make, model, colour and body; a dot for unknown. */
  private static Description described(String text) {
    String[] words = text.strip().split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].equals(".") ? null : words[i];
    }
    return new Description(words[0], new VehicleTraits(words[1], words[2], words[3], words[4]));
  }
}
