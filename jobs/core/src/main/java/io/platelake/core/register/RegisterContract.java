package io.platelake.core.register;

import io.platelake.core.BadInput;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.NodeOrigins;
import io.platelake.core.yaml.YamlMap;
import io.platelake.core.yaml.YamlPlace;
import io.platelake.core.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one register is: a file {@code schemas/registers/<register>.yaml}, or a file of the agency.
 *
 * @param register its name
 * @param meaning one line
 * @param key fields that identify a row; ids, accounts or instants
 * @param gates what depends on it, for people
 * @param sources formats it may come in
 * @param lasting whether rows that a file lacks stay: records of what happened do not end
 * @param validity columns of the time in which a row holds
 * @param fields in the order of the file, by name
 * @param leftOut columns of known files that no rule needs, in lower case; they are not kept
 * @param scim attribute of a SCIM user, by field; empty where SCIM is no source
 */
public record RegisterContract(
    String register,
    String meaning,
    List<String> key,
    List<String> gates,
    Set<Source> sources,
    boolean lasting,
    Validity validity,
    Map<String, RegisterField> fields,
    Set<String> leftOut,
    Map<String, String> scim) {

  /** A format of files. */
  public enum Source {
    CSV,
    SCIM
  }

  /**
   * @param from column of the first instant at which a row holds; the now of a load when it is
   *     empty
   * @param to column of the first instant at which it no longer holds; open when it is empty
   * @param endRequired whether every row must end
   */
  public record Validity(String from, String to, boolean endRequired) {
    static final Validity DEFAULT = new Validity("valid_from", "valid_to", false);

    static Validity read(YamlMap fields) {
      return new Validity(
          fields.optionalName("from").orElse(DEFAULT.from),
          fields.optionalName("to").orElse(DEFAULT.to),
          fields.optionalFlag("end_required"));
    }
  }

  public RegisterContract {
    Objects.requireNonNull(register, "register");
    key = List.copyOf(key);
    gates = List.copyOf(gates);
    sources = Set.copyOf(sources);
    fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    leftOut = Set.copyOf(leftOut);
    scim = Map.copyOf(scim);
    InvalidRule.requireKnown("key", key, fields.keySet(), "field");
    for (String name : key) {
      RegisterField field = fields.get(name);
      boolean isKey =
          field.type() == FieldType.ID
              || field.type() == FieldType.ACCOUNT
              || field.type() == FieldType.INSTANT;
      if (!field.required() || !isKey) {
        throw new InvalidRule(
            "key", "names a field that can be empty or is a text", "Require it, as an id");
      }
    }
    if (sources.contains(Source.SCIM) == scim.isEmpty()) {
      throw new InvalidRule("scim", "does not fit the sources", "Give both or neither");
    }
    InvalidRule.requireKnown("scim", scim.keySet(), fields.keySet(), "field");
  }

  /**
   * @param file its name, for messages
   * @throws BadInput if it is no contract
   */
  public static RegisterContract read(String text, String file) {
    return YamlMap.readAll(
        YamlPlace.start(new NodeOrigins(file)),
        YamlText.compose(text, file),
        RegisterContract::read);
  }

  private static RegisterContract read(YamlMap root) {
    Map<String, RegisterField> fields =
        root.read(
            "fields",
            map -> {
              Map<String, RegisterField> all = new LinkedHashMap<>();
              map.names().forEach(n -> all.put(n, map.read(n, one -> RegisterField.read(one, n))));
              return all;
            });
    Map<String, String> scim = new LinkedHashMap<>();
    root.optional(
        "scim",
        map -> {
          map.names().forEach(field -> scim.put(field, map.text(field)));
          return true;
        });
    return new RegisterContract(
        root.name("register"),
        root.text("meaning"),
        root.words("key"),
        root.texts("gates"),
        Set.copyOf(root.words("sources", Source.class)),
        root.optionalFlag("lasting"),
        root.optional("validity", Validity::read).orElse(Validity.DEFAULT),
        fields,
        new TreeSet<>(
            root.optionalTexts("left_out").stream().map(c -> c.toLowerCase(Locale.ROOT)).toList()),
        scim);
  }

  /** The key of a row with these values. */
  String keyOf(Map<String, String> values) {
    return String.join(" ", key.stream().map(values::get).toList());
  }
}
