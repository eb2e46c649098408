package io.platelake.city.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.city.chance.Dice;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.city.place.City;
import io.platelake.city.reader.Misreader;
import io.platelake.city.reader.Recognition;
import io.platelake.city.reader.Sighting;
import io.platelake.city.traffic.TrafficShape;
import io.platelake.city.vehicle.Fleet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated reads have the shape of real ones, within what their number lets be told. */
class RealismTest {
  @TempDir private static Path folder;
  private static GeneratedCity city;

  @BeforeAll
  static void generate() throws IOException {
    // Two weeks without a clock change.
    city =
        GeneratedCity.of(
            GeneratorOptions.of(3, LocalDate.of(2026, 4, 6), 14, 60_000), folder.resolve("city"));
  }

  @Test
  void shouldFollowTheHoursOfWeekdaysAndWeekends() {
    double[][] byHour = new double[2][24];
    double[] sum = new double[2];
    for (JsonNode row : city.truth()) {
      if (row.path("defect").isMissingNode()) {
        ZonedDateTime at = local(row);
        int weekend = TrafficShape.weekend(at.toLocalDate()) ? 1 : 0;
        byHour[weekend][at.getHour()]++;
        sum[weekend]++;
      }
    }
    for (int weekend = 0; weekend < 2; weekend++) {
      for (int hour = 0; hour < 24; hour++) {
        assertEquals(
            TrafficShape.hourShare(weekend == 1, hour),
            byHour[weekend][hour] / sum[weekend],
            0.006,
            "hour " + hour);
      }
    }
    assertEquals(2.5 * 85_700 / 63_100, sum[0] / sum[1], 0.1);
  }

  @Test
  void shouldMisreadTheShareAskedFor() {
    assertEquals(0.89, city.summary().exactShare(), 0.01);
    long wrong = 0;
    long byLength = 0;
    double right = 0;
    for (JsonNode row : city.truth()) {
      if (row.has("plate")) {
        String plate = row.get("plate").asText();
        String truth = row.get("true_plate").asText();
        if (plate.equals(truth)) {
          right++;
        } else {
          wrong++;
          byLength += Math.abs(plate.length() - truth.length()) == 1 ? 1 : 0;
        }
      }
    }
    assertEquals(city.summary().exactShare(), right / (right + wrong), 1e-6);
    assertEquals(0.40, (double) byLength / wrong, 0.05);
  }

  @Test
  void shouldMixJurisdictionsAsIssued() {
    Map<String, Double> shares = new HashMap<>();
    city.truth()
        .forEach(
            row ->
                shares.merge(
                    row.get("true_state").asText(), 1.0 / city.truth().size(), Double::sum));
    assertEquals(0.84, shares.get("WA"), 0.03);
    assertEquals(0.055, shares.get("OR"), 0.015);
    assertEquals(0.018, shares.get("BC"), 0.01);
    assertEquals(
        Set.of("WA", "OR", "CA", "BC", "ID", "TX", "MT", "AZ", "NV", "CO", "AK"), shares.keySet());
  }

  @Test
  void shouldLetCommutersPassTheSameCamerasEveryWeekday() {
    int commuters = city.summary().commuters();
    assertTrue(commuters > 100, "commuters " + commuters);
    Map<Integer, Map<String, Set<LocalDate>>> mornings = new HashMap<>();
    for (JsonNode row : city.truth()) {
      ZonedDateTime at = local(row);
      if (row.get("vehicle").asInt() < commuters && row.has("camera") && at.getHour() < 11) {
        mornings
            .computeIfAbsent(row.get("vehicle").asInt(), v -> new HashMap<>())
            .computeIfAbsent(row.get("camera").asText(), c -> new HashSet<>())
            .add(at.toLocalDate());
      }
    }
    long regular =
        mornings.values().stream()
            .filter(cameras -> cameras.values().stream().filter(d -> d.size() >= 6).count() >= 2)
            .count();
    assertTrue(regular > 0.9 * commuters, regular + " of " + commuters);
  }

  @Test
  void shouldBeSurerOfWhatIsRight() throws IOException {
    double[] sum = new double[2];
    int[] count = new int[2];
    Recognition recognition = recognition();
    City cameras = new City(city.options());
    for (int event = 0; event < 20_000; event++) {
      Dice dice = Dice.of(1, Dice.Stream.EVENT, event);
      Sighting s = recognition.see(event, event % 1000, cameras.camera(0), 0, dice);
      int wrong = Arrays.equals(s.plate(), s.truth()) ? 0 : 1;
      sum[wrong] += s.confidence() / 10_000.0;
      count[wrong]++;
    }
    assertEquals(0.91, sum[0] / count[0], 0.01);
    assertEquals(0.65, sum[1] / count[1], 0.01);
  }

  @Test
  void shouldOftenHoldTheTruthAmongTheCandidates() {
    Recognition recognition = recognition();
    City cameras = new City(city.options());
    int wrong = 0;
    int held = 0;
    for (int event = 0; event < 20_000; event++) {
      Dice dice = Dice.of(1, Dice.Stream.EVENT, event);
      Sighting s = recognition.see(event, event % 1000, cameras.camera(0), 0, dice);
      if (!Arrays.equals(s.plate(), s.truth())) {
        wrong++;
        for (byte[] candidate : s.candidates()) {
          held += Arrays.equals(candidate, s.truth()) ? 1 : 0;
        }
      }
    }
    assertEquals(0.64, (double) held / wrong, 0.03);
  }

  private static Recognition recognition() {
    Fleet fleet = new Fleet(1, 1000);
    return new Recognition(fleet, new Misreader(0.11, fleet, 1), 0);
  }

  private static ZonedDateTime local(JsonNode row) {
    return Instant.parse(row.get("captured_at").asText()).atZone(city.options().period().zone());
  }
}
