package io.platelake.core.hotlist;

import io.platelake.core.plate.OcrClasses;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** A definition whose headers are the canonical names, and the rules of a strict policy. */
final class Lists {
  static final EntryRules RULES =
      new EntryRules(
          Set.of("stolen_vehicle", "warrant"),
          Map.of("warrant", Set.of("felony", "gross_misdemeanor")),
          Set.of("immigration_violator"),
          Set.of());

  private Lists() {}

  static ListDefinition definition(char delimiter, boolean letterOAsZero, ListField... fields) {
    Map<ListField, String> columns = new EnumMap<>(ListField.class);
    Arrays.stream(fields).forEach(field -> columns.put(field, field.key()));
    return new ListDefinition(
        "stolen",
        "city-2",
        "criminal",
        "wa_state_cjis",
        "csv",
        delimiter,
        ListDefinition.DEFAULT_ENCODING,
        letterOAsZero,
        columns);
  }

  static ParsedList parse(String text, ListDefinition definition) {
    return HotlistCsv.parse(text, "list.csv", definition, RULES, OcrClasses.GENETEC);
  }
}
