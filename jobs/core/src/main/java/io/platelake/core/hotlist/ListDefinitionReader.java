package io.platelake.core.hotlist;

import io.platelake.core.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From YAML to {@link ListDefinition}. */
final class ListDefinitionReader {
  private static final List<String> OWN = List.of("id", "agency", "owner", "purpose", "source");
  private static final List<String> BY_LAYOUT = List.of("layout", "override", "categories");
  private static final List<String> IN_SHORT =
      List.of("format", "delimiter", "encoding", "letter_o_as_zero", "wildcards", "columns");

  /** What an entry without a plate gives, see {@code VehicleRule.isEnough}. */
  private static final Set<ListField> DESCRIPTION =
      Set.of(ListField.MAKE, ListField.MODEL, ListField.COLOR);

  private final String fileName;
  private final ListYaml root;
  private final Map<String, ListYaml> keys;

  private ListDefinitionReader(ListYaml root, String fileName) {
    this.fileName = fileName;
    this.root = root;
    List<String> known = new ArrayList<>(OWN);
    known.addAll(BY_LAYOUT);
    known.addAll(IN_SHORT);
    this.keys = root.entries(known);
  }

  static ListDefinition read(String text, String fileName) {
    return new ListDefinitionReader(ListYaml.read(text, fileName), fileName).definition();
  }

  private ListDefinition definition() {
    String agency = required("agency");
    ListYaml given = keys.get("layout");
    String layoutName = given != null && given.isText() ? given.text() : null;
    ListDefinition definition =
        new ListDefinition(
            required("id"),
            agency,
            keys.containsKey("owner") ? required("owner") : agency,
            required("purpose"),
            required("source"),
            layoutName,
            given == null ? inShort() : byLayout(given));
    requireComplete(definition);
    return definition;
  }

  private String required(String key) {
    String text = keys.containsKey(key) ? keys.get(key).text() : "";
    if (text.isBlank()) {
      throw wrong(key, "it is missing or blank");
    }
    return text;
  }

  private ListLayout byLayout(ListYaml given) {
    for (String key : IN_SHORT) {
      if (keys.containsKey(key)) {
        throw keys.get(key).wrong("key " + key + " stands beside a layout", "Put it into override");
      }
    }
    ListYaml shipped = given.isMapping() ? given : ShippedLayouts.layout(given);
    return LayoutReader.layout(withCategories(ShippedLayouts.with(shipped, keys.get("override"))));
  }

  /** The short form, written out as a layout. */
  private ListLayout inShort() {
    if (keys.containsKey("override")) {
      throw keys.get("override").wrong("there is no layout to override", "Change the keys here");
    }
    if (!"csv".equals(required("format"))) {
      throw wrong("format", "only csv is known without a layout");
    }
    if (!keys.containsKey("columns")) {
      throw wrong("columns.plate", "the header of the column with plates is missing");
    }
    Map<String, ListYaml> layout = new LinkedHashMap<>();
    for (String key : IN_SHORT.subList(0, IN_SHORT.size() - 1)) {
      if (keys.containsKey(key)) {
        layout.put(key, keys.get(key));
      }
    }
    layout.put("header", new ListYaml(fileName, "header", 1, "names"));
    layout.put("fields", keys.get("columns"));
    return LayoutReader.layout(withCategories(new ListYaml(fileName, "", root.line(), layout)));
  }

  /** {@code categories} is short for the codes of the field. */
  private ListYaml withCategories(ListYaml layout) {
    if (!keys.containsKey("categories")) {
      return layout;
    }
    ListYaml given = keys.get("categories");
    given.entries();
    ListYaml codes = new ListYaml(fileName, "fields.category.codes", given.line(), given.value());
    ListYaml category =
        new ListYaml(fileName, "fields.category", given.line(), Map.of("codes", codes));
    ListYaml fields = new ListYaml(fileName, "fields", given.line(), Map.of("category", category));
    return ShippedLayouts.with(
        layout, new ListYaml(fileName, "", given.line(), Map.of("fields", fields)));
  }

  /** A layout can leave to the operator what only the file shows. */
  private void requireComplete(ListDefinition definition) {
    Map<ListField, FieldSource> fields = definition.layout().fields();
    if (!fields.containsKey(ListField.PLATE) && !fields.keySet().containsAll(DESCRIPTION)) {
      throw wrong(definition.wordsFor(ListField.PLATE), "where plates stand is missing");
    }
    FieldSource expires = fields.get(ListField.EXPIRES);
    if (expires != null && expires.date() != null && expires.zone() == null) {
      throw wrong(
          definition.wordsFor(ListField.EXPIRES) + ".zone",
          "the time zone of its dates is missing");
    }
  }

  private BadInput wrong(String key, String why) {
    return new BadInput(fileName, "key " + key + ": " + why, "Correct the definition.");
  }
}
