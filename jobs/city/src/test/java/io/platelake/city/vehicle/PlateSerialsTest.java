package io.platelake.city.vehicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlateSerialsTest {
  private static final Map<String, String> PATTERNS =
      Map.ofEntries(
          Map.entry("WA", "[ABC][A-Z]{2}[0-9]{4}|[0-9]{3}[A-Z]{3}"),
          Map.entry("OR", "[0-9]{3}[A-Z]{3}|[A-Z]{3}[0-9]{3}"),
          Map.entry("CA", "[6-9][A-Z]{3}[0-9]{3}"),
          Map.entry("BC", "[A-Z]{2}[0-9]{3}[A-Z]"),
          Map.entry("ID", "[A-Z][0-9]{6}"),
          Map.entry("TX", "[A-Z]{3}[0-9]{4}"),
          Map.entry("MT", "[1-6][0-9]{5}[A-Z]"),
          Map.entry("AZ", "[ABC][A-Z]{2}[0-9]{4}"),
          Map.entry("NV", "[0-9]{3}[A-Z][0-9]{2}"),
          Map.entry("CO", "[A-Z]{4}[0-9]{2}"),
          Map.entry("AK", "[FGHJK][A-Z]{2}[0-9]{3}"));

  @Test
  void shouldIssueEverySerialOnceAndInTheFormatOfItsState() {
    PlateSerials serials = new PlateSerials(5);
    Set<String> issued = new HashSet<>();
    for (long vehicle = 0; vehicle < 50_000; vehicle++) {
      String state = serials.format(vehicle).state();
      String plate = new String(serials.plate(vehicle), StandardCharsets.US_ASCII);
      assertTrue(plate.matches(PATTERNS.get(state)), state);
      issued.add(serials.format(vehicle).name() + serials.format(vehicle).places().size() + plate);
    }
    assertEquals(50_000, issued.size());
  }

  @Test
  void shouldDealOutStatesInTheirShares() {
    PlateSerials serials = new PlateSerials(5);
    Map<String, Integer> perThousand = new TreeMap<>();
    for (long vehicle = 0; vehicle < 1000; vehicle++) {
      perThousand.merge(serials.format(vehicle).state(), 1, Integer::sum);
    }
    assertEquals(840, perThousand.get("WA"));
    assertEquals(55, perThousand.get("OR"));
    assertEquals(18, perThousand.get("ID"));
    assertEquals(PATTERNS.keySet(), perThousand.keySet());
  }

  @Test
  void shouldHaveSerialsForALargeFleet() {
    assertTrue(PlateSerials.mostVehicles() > 20_000_000, "most " + PlateSerials.mostVehicles());
  }
}
