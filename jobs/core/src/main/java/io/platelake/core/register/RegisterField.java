package io.platelake.core.register;

import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A field of a register.
 *
 * @param name of the field and of its column
 * @param type what a value is
 * @param required whether every row has a value
 * @param values what a {@link FieldType#CHOICE} or {@link FieldType#WORDS} may say; empty for any
 * @param spellings other words of files for those values, in lower case, to the value
 * @param alsoCalled other names of its column in files, in lower case
 * @param meaning one line
 */
public record RegisterField(
    String name,
    FieldType type,
    boolean required,
    List<String> values,
    Map<String, String> spellings,
    List<String> alsoCalled,
    String meaning) {

  public RegisterField {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(meaning, "meaning");
    values = List.copyOf(values);
    spellings = Map.copyOf(spellings);
    alsoCalled = List.copyOf(alsoCalled);
    if (type == FieldType.CHOICE && values.isEmpty()) {
      throw new InvalidRule("values", "are missing", "List what a choice may say");
    }
  }

  static RegisterField read(YamlMap fields, String name) {
    List<String> values = fields.optionalWords("values");
    Map<String, String> spellings = new LinkedHashMap<>();
    fields.optional(
        "spellings",
        map -> {
          for (String value : values) {
            map.optionalTexts(value).forEach(s -> spellings.put(s.toLowerCase(Locale.ROOT), value));
          }
          return true;
        });
    return new RegisterField(
        name,
        fields.word("type", FieldType.class),
        fields.optionalFlag("required"),
        values,
        spellings,
        fields.optionalTexts("also_called").stream().map(c -> c.toLowerCase(Locale.ROOT)).toList(),
        fields.text("meaning"));
  }

  /**
   * The one spelling of a value.
   *
   * @throws InvalidRule if it is no value of this field
   */
  String value(String cell) {
    String value = type.read(this, cell);
    if (type == FieldType.WORDS && !values.isEmpty()) {
      InvalidRule.requireKnown(
          name, List.of(value.split(";")), new java.util.TreeSet<>(values), "word");
    }
    return value;
  }

  String choice(String cell) {
    String lower = cell.toLowerCase(Locale.ROOT);
    String value = spellings.getOrDefault(lower, lower);
    if (!values.contains(value)) {
      throw new InvalidRule(
          name, "has an unknown value", "Use one of " + String.join(", ", values));
    }
    return value;
  }
}
