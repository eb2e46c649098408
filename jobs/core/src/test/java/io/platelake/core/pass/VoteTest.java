package io.platelake.core.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.core.plate.PlateKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoteTest {

  @ParameterizedTest
  @CsvSource({
    // Two weak readings against one strong one.
    "ABC1234@0.4 / ABC1234@0.4 / A8C1234@0.7, ABC1234, 0.5333",
    "ABC1234@0.4 / ABC1234@0.4 / A8C1234@0.9, A8C1234, 0.5294",
    // Without confidences each counts the same.
    "ABC1234 / A8C1234 / A8C1234, A8C1234, 0.6667",
    "ABC1234, ABC1234, 1.0",
    // All put another plate second: none was read, and yet they agree on it.
    "AB01234@0.5 ABO1234@0.4 / ABD1234@0.5 ABO1234@0.4, ABO1234, 0.4444",
    // The plate itself among the candidates counts once.
    "ABC1234@0.6 ABC1234@0.6 A8C1234@0.4, ABC1234, 0.6",
    // At a tie more reads, then what was said first.
    "AB01234@0.25 ABO1234@0.5 / ABO1Z34@0.25 AB01234@0.25, AB01234, 0.4",
    "XYZ9876@0.5 ABC1234@0.25 / ABC1234@0.25, XYZ9876, 0.5",
    "ABC1234@0.5 / A8C1234@0.5, ABC1234, 0.5",
    // No confidence at all still is a reading.
    "ABC1234@0 / A8C1234@0 / A8C1234@0, A8C1234, 0.6667",
  })
  void shouldGiveThePlateWithTheMostWeight(String reads, String plate, double share) {
    Vote<Long> vote = Vote.plate(Reads.of("10:00:00 " + reads.replace(" / ", "\n10:00:00 ")));
    assertEquals(plate, PlateKey.unpack(vote.winner()));
    assertEquals(share, vote.share(), 0.0001);
  }

  @Test
  void shouldVoteOnTheStateApartFromThePlate() {
    assertEquals(Optional.empty(), Vote.state(Reads.of("10:00:00 ABC1234")));
    VehiclePass pass =
        Reads.passes(
                """
                10:00:00 ABC1234 state=WA@0.4
                10:00:01 ABC1234 state=OR@0.7
                10:00:02 ABC1234 state=WA@0.4
                10:00:03 A8C1234
                """)
            .get(0);
    assertEquals(Optional.of("WA"), pass.state());
    assertEquals("ABC1234", PlateKey.unpack(pass.plateKey()));
    assertEquals(3, pass.readsOfPlate());
    assertEquals(0.75, pass.agreement(), 1e-9);
  }
}
