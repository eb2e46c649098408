package io.platelake.city.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.city.generate.GeneratedCity;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.city.text.Bytes;
import io.platelake.city.vehicle.Fleet;
import io.platelake.core.hotlist.EntryRules;
import io.platelake.core.hotlist.HotlistReader;
import io.platelake.core.hotlist.ListCounts;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list is one that the platform can load, and the truth says what it matches. */
class HotListTest {
  private static final EntryRules RULES =
      new EntryRules(
          Set.of(
              "stolen_vehicle",
              "missing_or_endangered_person",
              "warrant",
              "felony_or_gross_misdemeanor"),
          Map.of(
              "warrant", Set.of("felony", "gross_misdemeanor"),
              "felony_or_gross_misdemeanor", Set.of("felony", "gross_misdemeanor")),
          Set.of("immigration_violator"),
          Set.of(ListField.CASE_NUMBER, ListField.OFFICER, ListField.DETERMINATION));

  @TempDir private static Path folder;
  private static GeneratedCity city;
  private static HotList list;

  @BeforeAll
  static void generate() throws IOException {
    GeneratorOptions options =
        GeneratorOptions.of(11, LocalDate.of(2026, 3, 2), 10, 40_000).withListedShare(0.02);
    city = GeneratedCity.of(options, folder.resolve("city"));
    list = new HotList(options, new Fleet(options.seed(), options.vehicles()));
  }

  @Test
  void shouldLoadWithThePlantedRowsRefused() throws IOException {
    for (int day : new int[] {0, 9}) {
      ListCounts parsed = snapshot(day);
      assertEquals(Map.of("immigration_violator", 4L), parsed.droppedBy());
      Map<String, Long> refused = new TreeMap<>();
      parsed.refusedBy().forEach((code, n) -> refused.put(code.toLowerCase(Locale.ROOT), n));
      Map<String, Long> planted = new TreeMap<>(city.summary().plantedListRows());
      planted.remove("prohibited_category");
      assertEquals(planted, refused);
      assertEquals(list.entries().stream().filter(e -> e.inForce(day)).count(), parsed.accepted());
    }
  }

  @Test
  void shouldListSomeOfTheFleetAndManyNobodySees() {
    assertEquals(city.options().vehicles() * 0.02, list.listedOfFleet(), 3);
    assertTrue(list.entries().size() > 2_000);
    assertEquals(city.summary().listed(), list.entries().size());
    long comeOrGo = list.entries().stream().filter(e -> e.fromDay() > 0 || e.toDay() < 10).count();
    assertEquals(0.2, (double) comeOrGo / list.entries().size(), 0.03);
  }

  @Test
  void shouldTellEveryMatchByTheProductsOwnKeys() {
    Map<Long, Set<String>> byKey = new TreeMap<>();
    for (ListedPlate entry : list.entries()) {
      byKey
          .computeIfAbsent(fold(text(entry.plate())), k -> new HashSet<>())
          .add(entry.caseNumber());
    }
    int matched = 0;
    for (JsonNode row : city.truth()) {
      Set<String> expected = Set.of();
      if (row.get("outcome").asText().equals("kept") && !row.get("feed").asText().equals("csv")) {
        expected = byKey.getOrDefault(fold(row.get("plate").asText()), Set.of());
      }
      Set<String> planted = new HashSet<>();
      for (JsonNode match : row.path("matches")) {
        planted.add(match.get("entry").asText());
        boolean exact = match.get("tier").asText().equals("exact");
        assertEquals(exact, match.get("substitutions").asInt() == 0);
        assertEquals(
            match.get("cause").asText().equals("vehicle") && exact,
            exact && ofVehicle(match.get("entry").asText(), row.get("vehicle").asLong()));
      }
      assertEquals(expected, planted);
      matched += planted.size();
    }
    assertTrue(matched > 200, "matched " + matched);
  }

  @Test
  void shouldTellWhichListedVehiclesAreMissedAndWhy() {
    int missed = 0;
    for (JsonNode row : city.truth()) {
      ListedPlate own = list.of(row.get("vehicle").asLong());
      boolean compared =
          row.get("outcome").asText().equals("kept") && !row.get("feed").asText().equals("csv");
      boolean found = false;
      for (JsonNode match : row.path("matches")) {
        found |= own != null && match.get("entry").asText().equals(own.caseNumber());
      }
      assertEquals(own != null && compared && !found, row.has("missed"));
      if (row.has("missed")) {
        missed++;
        boolean sameLength = row.get("plate").asText().length() == own.plate().length;
        assertEquals(sameLength ? "substitution" : "length", row.at("/missed/why").asText());
      }
    }
    assertTrue(missed > 10, "missed " + missed);
  }

  @Test
  void shouldSayNothingOfPlatesInMessages() {
    ListedPlate entry = list.entries().get(0);
    assertFalse(entry.toString().contains(text(entry.plate())));
    assertFalse(new Bytes().append(entry.plate()).toString().contains(text(entry.plate())));
  }

  private static ListCounts snapshot(int day) throws IOException {
    Path lists = city.out().resolve("hotlists");
    ListDefinition definition =
        ListDefinition.read(Files.readString(lists.resolve("wa-stolen.yaml")), "wa-stolen.yaml");
    assertEquals("criminal", definition.purpose());
    assertEquals("city-2", definition.agency());
    String name = "wa-stolen-" + city.options().period().date(day) + ".csv";
    try (InputStream file = Files.newInputStream(lists.resolve(name))) {
      return new HotlistReader(definition, RULES, OcrClasses.GENETEC, Set.of())
          .read(file, name, entry -> {});
    }
  }

  private static boolean ofVehicle(String caseNumber, long vehicle) {
    ListedPlate own = list.of(vehicle);
    return own != null && own.caseNumber().equals(caseNumber);
  }

  private static long fold(String plate) {
    return OcrClasses.GENETEC.foldKey(PlateKey.pack(plate));
  }

  private static String text(byte[] plate) {
    return new String(plate, StandardCharsets.US_ASCII);
  }
}
