package io.platelake.core.hotlist;

import static io.platelake.core.hotlist.layout.ListField.BODY;
import static io.platelake.core.hotlist.layout.ListField.CATEGORY;
import static io.platelake.core.hotlist.layout.ListField.COLOR;
import static io.platelake.core.hotlist.layout.ListField.MAKE;
import static io.platelake.core.hotlist.layout.ListField.MODEL;
import static io.platelake.core.hotlist.layout.ListField.PLATE;
import static io.platelake.core.hotlist.layout.ListField.STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that know a part of their plate, or none of it. */
class WithoutPlateTest {
  private static final EntryRules LOOKED_FOR = rules(OptionalInt.of(4), true);
  private static final EntryRules SILENT = rules(OptionalInt.empty(), false);
  private static final ListDefinition PLAIN =
      Lists.definition(',', false, PLATE, STATE, CATEGORY, MAKE, MODEL, COLOR, BODY);
  private static final String HEADER = "plate,state,category,make,model,color,body\n";

  @ParameterizedTest
  @CsvSource({
    "7ab?12*, 7AB?12*",
    "7AB-_12%, 7AB?12*",
    "7AB?*?12, 7AB??*12",
    "*7AB1, *7AB1",
    "7 AB**1, 7AB*1",
  })
  void shouldKeepAPartInItsOneSpelling(String raw, String pattern) {
    HotlistEntry entry = one(raw + ",WA,stolen_vehicle,,,,", PLAIN);
    assertEquals(pattern, entry.pattern());
    assertNull(entry.plate());
    assertNull(entry.plateKey());
    assertNull(entry.foldKey());
    assertFalse(entry.toString().contains("7AB"));
  }

  @Test
  void shouldKeepADescription() {
    HotlistEntry entry = one(",,stolen_vehicle,Toyota,Camry,Blue/White,sedan", PLAIN);
    assertNull(entry.plate());
    assertNull(entry.pattern());
    assertEquals("blue/white", entry.vehicle().color());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7AB*,WA,stolen_vehicle,,,,|PLATE_TOO_WIDE|PLATE_PARTIAL",
        "???7AB?,WA,stolen_vehicle,toyota,camry,blue,|PLATE_TOO_WIDE|PLATE_PARTIAL",
        "7AB?12,WA,stolen_vehicle,,,,|-|PLATE_PARTIAL",
        "7A.B?12,WA,stolen_vehicle,,,,|PLATE_UNREADABLE|PLATE_UNREADABLE",
        "7AB\u013012?,WA,stolen_vehicle,,,,|PLATE_UNREADABLE|PLATE_UNREADABLE",
        "7AB?12345678?,WA,stolen_vehicle,,,,|PLATE_UNREADABLE|PLATE_UNREADABLE",
        "****,WA,stolen_vehicle,,,,|PLATE_UNREADABLE|PLATE_UNREADABLE",
        ",WA,stolen_vehicle,,,,|PLATE_MISSING|PLATE_MISSING",
        ",WA,stolen_vehicle,toyota,,blue,sedan|VEHICLE_TOO_WIDE|VEHICLE_ONLY",
        ",WA,stolen_vehicle,toyota,camry,unknown,sedan|VEHICLE_TOO_WIDE|VEHICLE_ONLY",
        ",WA,stolen_vehicle,toyota,camry,blue,|-|VEHICLE_ONLY",
        "7AB?12,ZZ,stolen_vehicle,,,,|STATE_INVALID|PLATE_PARTIAL",
      })
  void shouldRefuseWhatFitsTooManyOrIsNotLookedFor(String record, String code, String silent) {
    assertEquals(code, refusal(record, LOOKED_FOR));
    assertEquals(silent, refusal(record, SILENT));
  }

  /** A zero that may be the letter O is known, but a part of nothing else leads nowhere. */
  @Test
  void shouldRefuseAPartOfZerosOnlyWhereAListWritesThemForLetterO() {
    ListDefinition zeros = Lists.definition(',', true, PLATE, STATE, CATEGORY);
    String text = "plate,state,category\n0000*,WA,stolen_vehicle\nA000*,WA,stolen_vehicle\n";
    ParsedList list = Lists.parse(text, zeros, LOOKED_FOR);
    assertEquals(List.of(new ParsedList.Refused(2, RefusalCode.PLATE_UNREADABLE)), list.refused());
    assertEquals("A000*", list.accepted().get(0).pattern());
  }

  @Test
  void shouldRequireThePlateWhereThePolicyDoes() {
    EntryRules plates =
        new EntryRules(
            Set.of("stolen_vehicle"), Map.of(), Set.of(), Set.of(PLATE), OptionalInt.of(4), true);
    assertEquals("PLATE_MISSING", refusal(",WA,stolen_vehicle,kia,rio,red,", plates));
  }

  @Test
  void shouldTellEntriesApartByWhatTheySay() {
    String records =
        """
        7AB?12*,WA,stolen_vehicle,,,,
        7ab-?12%,wa,stolen_vehicle,kia,rio,red,
        7AB?12?,WA,stolen_vehicle,,,,
        7AB?12*,OR,stolen_vehicle,,,,
        ,WA,stolen_vehicle,kia,rio,red,
        ,WA,stolen_vehicle,KIA,Rio,RED,
        ,WA,stolen_vehicle,kia,rio,red,suv
        ,WA,stolen_vehicle,kia,rio,blue,
        """;
    ParsedList list = Lists.parse(HEADER + records, PLAIN, LOOKED_FOR);
    assertEquals(2, list.duplicates());
    assertEquals(6, list.accepted().size());
    assertEquals(
        6, list.accepted().stream().map(HotlistEntry::entryId).collect(Collectors.toSet()).size());
    // printf 'stolen\x1f7AB?12*\x1fWA\x1fstolen_vehicle\x1f' | sha256sum
    assertEquals(-5531425374268048738L, list.accepted().get(0).entryId());
  }

  /** Where a dot is a wildcard it is no separator, and an asterisk that is none is unreadable. */
  @Test
  void shouldReadTheWildcardsThatAListSaysItHas() {
    ListDefinition dots =
        ListDefinition.read(
            Lists.HEAD
                + "format: csv\nwildcards: {one: \".*\", any: \"#\"}\n"
                + "columns: {plate: plate, category: category}\n",
            "dots.yaml");
    String text =
        "plate,category\n7AB..12,stolen_vehicle\n7AB**12#,stolen_vehicle\n7AB?123,stolen_vehicle\n"
            + "7AB-123,stolen_vehicle\n";
    ParsedList list = Lists.parse(text, dots, LOOKED_FOR);
    assertEquals("7AB??12", list.accepted().get(0).pattern());
    assertEquals("7AB??12*", list.accepted().get(1).pattern());
    assertEquals("7AB123", list.accepted().get(2).plate());
    assertEquals(List.of(new ParsedList.Refused(4, RefusalCode.PLATE_UNREADABLE)), list.refused());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{one: A}", "{one: \"?\", any: \"?\"}", "{}", "{one: \"-\"}", "{two: x}"})
  void shouldRefuseWildcardsThatArePlateCharacters(String wildcards) {
    BadInput wrong =
        assertThrows(
            BadInput.class,
            () ->
                ListDefinition.read(
                    Lists.HEAD + "format: csv\nwildcards: " + wildcards + "\ncolumns: {plate: p}\n",
                    "wrong.yaml"));
    assertTrue(wrong.getMessage().startsWith("wrong.yaml, line 6, key "), wrong.getMessage());
  }

  @Test
  void shouldReadAListOfDescriptionsOnly() {
    ListDefinition vehicles = Lists.definition(',', false, CATEGORY, MAKE, MODEL, COLOR);
    String text = "category,make,model,color\nstolen_vehicle,kia,rio,red\n";
    assertEquals(1, Lists.parse(text, vehicles, LOOKED_FOR).accepted().size());
    assertThrows(BadInput.class, () -> Lists.definition(',', false, CATEGORY, MAKE, MODEL));
  }

  private static EntryRules rules(OptionalInt minKnown, boolean vehicleOnly) {
    return new EntryRules(
        Lists.RULES.categories(),
        Lists.RULES.offenceClasses(),
        Lists.RULES.prohibitedCategories(),
        Set.of(),
        minKnown,
        vehicleOnly);
  }

  private static HotlistEntry one(String record, ListDefinition definition) {
    return Lists.parse(HEADER + record + "\n", definition, LOOKED_FOR).accepted().get(0);
  }

  private static String refusal(String record, EntryRules rules) {
    ParsedList list = Lists.parse(HEADER + record + "\n", PLAIN, rules);
    return list.refused().isEmpty() ? "-" : list.refused().get(0).code().name();
  }
}
