package io.platelake.core.hotlist.layout;

import io.platelake.core.BadInput;
import io.platelake.core.mapping.time.TimeSource;
import io.platelake.core.plate.NoPlateWords;
import io.platelake.core.plate.PlateCharacters;
import io.platelake.core.yaml.YamlMistakes;
import io.platelake.core.yaml.YamlPlace;
import io.platelake.core.yaml.YamlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From YAML to {@link ListDefinition}. */
final class ListDefinitionReader {
  private static final List<String> OWN =
      List.of("id", "agency", "owner", "purpose", "source", "no_plate_words", "plate_characters");
  private static final List<String> BY_LAYOUT =
      List.of("layout", "mapping", "override", "categories");
  private static final List<String> IN_SHORT =
      List.of("format", "delimiter", "encoding", "letter_o_as_zero", "wildcards", "columns");

  /** What an entry without a plate gives, see {@code VehicleRule.isEnough}. */
  private static final Set<ListField> DESCRIPTION =
      Set.of(ListField.MAKE, ListField.MODEL, ListField.COLOR);

  private final YamlValue root;
  private final Map<String, YamlValue> keys;

  private ListDefinitionReader(YamlValue root) {
    this.root = root;
    this.keys = root.object(keys());
  }

  static List<String> keys() {
    List<String> known = new ArrayList<>(OWN);
    known.addAll(BY_LAYOUT);
    known.addAll(IN_SHORT);
    return known;
  }

  static ListDefinition read(String text, String fileName) {
    return YamlMistakes.read(text, fileName, yaml -> new ListDefinitionReader(yaml).definition());
  }

  private ListDefinition definition() {
    String agency = required("agency");
    YamlValue given = keys.get("layout");
    YamlValue own = own();
    String layoutName = given != null && given.isText() ? given.text() : null;
    boolean inShort = given == null && (own == null || keys.containsKey("override"));
    ListDefinition definition =
        new ListDefinition(
            required("id"),
            agency,
            keys.containsKey("owner") ? required("owner") : agency,
            required("purpose"),
            required("source"),
            layoutName,
            inShort ? inShort() : byLayout(given, own),
            inShort
                ? "columns."
                : keys.containsKey("override")
                    ? "override.fields."
                    : own == null && layoutName == null ? "layout.fields." : "mapping.fields.",
            NoPlateWords.read(keys.get("no_plate_words")),
            PlateCharacters.read(keys.get("plate_characters")));
    requireComplete(definition);
    return definition;
  }

  private String required(String key) {
    YamlValue value = root.required(keys, key);
    if (value.isFlag()) {
      throw value.bad("is not a text", "Write it in quotes");
    }
    return value.text();
  }

  /** The list's own words: key {@code mapping}, or {@code override} of earlier definitions. */
  private YamlValue own() {
    YamlValue mapping = keys.get("mapping");
    YamlValue override = keys.get("override");
    if (mapping != null && override != null) {
      throw override.bad("says the same as mapping", "Keep mapping");
    }
    return mapping == null ? override : mapping;
  }

  /**
   * @param given name of a layout, or in earlier definitions all of it; null where the list's own
   *     words are all of it
   */
  private ListLayout byLayout(YamlValue given, YamlValue own) {
    for (String key : IN_SHORT) {
      if (keys.containsKey(key)) {
        throw keys.get(key).bad("has no effect beside a layout", "Put it into mapping");
      }
    }
    if (given == null) {
      return LayoutReader.layout(withCategories(own));
    }
    YamlValue shipped = given.isMapping() ? given : ShippedLayouts.layout(given);
    return LayoutReader.layout(withCategories(ShippedLayouts.with(shipped, own)));
  }

  /** The short form, written out as a layout. */
  private ListLayout inShort() {
    if (keys.containsKey("override")) {
      throw keys.get("override").bad("has no layout to change", "Change the keys here");
    }
    if (!"csv".equals(required("format"))) {
      throw keys.get("format")
          .bad("is not csv, the only one without a layout", "Write csv, or name a layout");
    }
    Map<String, YamlValue> layout = new LinkedHashMap<>();
    for (String key : IN_SHORT.subList(0, IN_SHORT.size() - 1)) {
      if (keys.containsKey(key)) {
        layout.put(key, keys.get(key));
      }
    }
    layout.put("header", YamlValue.text(root.place().moved("header"), "names"));
    layout.put("fields", root.required(keys, "columns"));
    return LayoutReader.layout(withCategories(YamlValue.mapping(root.place(), layout)));
  }

  /** {@code categories} is short for the codes of the field. */
  private YamlValue withCategories(YamlValue layout) {
    if (!keys.containsKey("categories")) {
      return layout;
    }
    YamlValue given = keys.get("categories");
    given.entries();
    YamlPlace at = given.place();
    YamlValue codes = given.moved("fields.category.codes");
    YamlValue category = YamlValue.mapping(at.moved("fields.category"), Map.of("codes", codes));
    YamlValue fields = YamlValue.mapping(at.moved("fields"), Map.of("category", category));
    return ShippedLayouts.with(layout, YamlValue.mapping(at.moved(""), Map.of("fields", fields)));
  }

  /** A layout can leave to the operator what only the file shows. */
  private void requireComplete(ListDefinition definition) {
    ListLayout layout = definition.layout();
    Set<ListField> fields = layout.fields().keySet();
    if (!fields.contains(ListField.PLATE) && !fields.containsAll(DESCRIPTION)) {
      throw wrong(definition.wordsFor(ListField.PLATE), "where plates stand is missing");
    }
    requireZone(definition, ListField.BEGINS, layout.begins());
    requireZone(definition, ListField.EXPIRES, layout.expires());
  }

  private void requireZone(ListDefinition definition, ListField field, TimeSource time) {
    if (definition.layout().fields().containsKey(field) && time.needsZone()) {
      throw wrong(definition.wordsFor(field) + ".zone", "the time zone of its dates is missing");
    }
  }

  private BadInput wrong(String key, String why) {
    return root.place().moved(key).bad(why, "Correct the definition");
  }
}
