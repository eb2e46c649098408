package io.platelake.core.yaml;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * One mapping of a YAML file whose rules ask for their keys one by one. Every key comes once, no
 * key stays unread, and every value has its type. All failures are {@code BadInput} with file,
 * line, key and remedy.
 */
public final class YamlMap {
  private final YamlPlace place;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final Set<String> used = new TreeSet<>();

  private YamlMap(YamlPlace place, Node self) {
    this.place = place;
    if (self instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::add);
    } else {
      // It has no entries, and says why.
      YamlValue.of(place, self).entries();
    }
  }

  /** Reads a whole mapping with {@code rule} and refuses what the rule did not ask for. */
  public static <T> T readAll(YamlPlace place, Node node, Function<YamlMap, T> rule) {
    YamlMap fields = new YamlMap(place, node);
    T value;
    try {
      value = rule.apply(fields);
    } catch (InvalidRule e) {
      throw fields.placeOf(e.path(), node).bad(e.why(), e.remedy());
    }
    fields.refuseUnread();
    return value;
  }

  /** Its keys, each a name, in the order of the file. */
  public List<String> names() {
    for (String name : entries.keySet()) {
      value(name).asName(name);
    }
    return List.copyOf(entries.keySet());
  }

  /** Whether the key is there; a rule that asks for it reads it then. */
  public boolean has(String key) {
    used.add(key);
    return entries.containsKey(key);
  }

  public <T> T read(String key, Function<YamlMap, T> rule) {
    NodeTuple entry = required(key);
    return readAll(place.below(entry.getKeyNode(), key), entry.getValueNode(), rule);
  }

  public <T> Optional<T> optional(String key, Function<YamlMap, T> rule) {
    return has(key) ? Optional.of(read(key, rule)) : Optional.empty();
  }

  /** A mapping from names to rules of one kind, in the order of the file; not empty. */
  public <T> Map<String, T> map(String key, Function<YamlMap, T> rule) {
    return named(key, (fields, name) -> fields.read(name, rule));
  }

  /** As {@link #map}, or empty when the key is absent. */
  public <T> Map<String, T> optionalMap(String key, Function<YamlMap, T> rule) {
    return has(key) ? map(key, rule) : Map.of();
  }

  /** A mapping from names to titles, in the order of the file; not empty. */
  public Map<String, String> titles(String key) {
    return named(key, YamlMap::text);
  }

  public String text(String key) {
    return value(key).string();
  }

  public Optional<String> optionalText(String key) {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  public String name(String key) {
    return value(key).name();
  }

  public Optional<String> optionalName(String key) {
    return has(key) ? Optional.of(name(key)) : Optional.empty();
  }

  public Optional<LocalDate> optionalDate(String key) {
    return has(key) ? Optional.of(value(key).date()) : Optional.empty();
  }

  public int integer(String key, int min, int max) {
    YamlValue value = value(key);
    value.plain("a whole number");
    return value.integer(min, max);
  }

  public double number(String key) {
    return value(key).decimal();
  }

  public boolean flag(String key) {
    return value(key).flag();
  }

  /** A flag that is false when the key is absent. */
  public boolean optionalFlag(String key) {
    return has(key) && flag(key);
  }

  public <E extends Enum<E>> E word(String key, Class<E> type) {
    return value(key).oneOf(List.of(type.getEnumConstants()));
  }

  public <E extends Enum<E>> Optional<E> optionalWord(String key, Class<E> type) {
    return has(key) ? Optional.of(word(key, type)) : Optional.empty();
  }

  public <E extends Enum<E>> List<E> words(String key, Class<E> type) {
    return list(key, item -> item.oneOf(List.of(type.getEnumConstants())), false);
  }

  public <E extends Enum<E>> List<E> optionalWords(String key, Class<E> type) {
    return has(key) ? words(key, type) : List.of();
  }

  /** A list of distinct names; not empty. */
  public List<String> words(String key) {
    return list(key, YamlValue::name, false);
  }

  /** A list of distinct names that must be there but may be empty. */
  public List<String> wordsOrNone(String key) {
    return list(key, YamlValue::name, true);
  }

  /** A list of distinct names, or none when the key is absent. */
  public List<String> optionalWords(String key) {
    return has(key) ? words(key) : List.of();
  }

  public List<String> texts(String key) {
    return list(key, YamlValue::string, false);
  }

  public List<String> optionalTexts(String key) {
    return has(key) ? texts(key) : List.of();
  }

  private <T> Map<String, T> named(String key, BiFunction<YamlMap, String, T> one) {
    return read(
        key,
        fields -> {
          Map<String, T> all = new LinkedHashMap<>();
          for (String name : fields.entries.keySet()) {
            fields.value(name).asName(name);
            all.put(name, one.apply(fields, name));
          }
          if (all.isEmpty()) {
            throw fields.place.bad("is empty", "Give at least one entry");
          }
          return Collections.unmodifiableMap(all);
        });
  }

  private YamlValue value(String key) {
    NodeTuple entry = required(key);
    return YamlValue.of(place.below(entry.getKeyNode(), key), entry.getValueNode());
  }

  /** A list of distinct values. */
  private <T> List<T> list(String key, Function<YamlValue, T> item, boolean mayBeEmpty) {
    YamlValue list = value(key);
    List<T> items = new ArrayList<>();
    for (YamlValue value : list.items()) {
      T read = item.apply(value);
      if (items.contains(read)) {
        throw value.bad("lists the same value twice", "Keep one of the two");
      }
      items.add(read);
    }
    if (items.isEmpty() && !mayBeEmpty) {
      throw list.bad("is an empty list", "Give at least one entry");
    }
    return Collections.unmodifiableList(items);
  }

  private NodeTuple required(String key) {
    used.add(key);
    NodeTuple entry = entries.get(key);
    if (entry == null) {
      throw place.missing(key);
    }
    return entry;
  }

  private void add(NodeTuple entry) {
    String key = word(place, entry);
    if (entries.putIfAbsent(key, entry) != null) {
      throw place.below(entry.getKeyNode(), key).repeated();
    }
  }

  /** The key of an entry of the mapping at {@code place}. */
  static String word(YamlPlace place, NodeTuple entry) {
    if (entry.getKeyNode() instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw place.at(entry.getKeyNode()).bad("has a key that is not a word", "Write \"key: value\"");
  }

  /** Refuses every key that nothing asked for: a misspelt rule would not be enforced. */
  public void refuseUnread() {
    entries.forEach(
        (key, entry) -> {
          if (!used.contains(key)) {
            throw place.below(entry.getKeyNode(), key).unknownKey(used);
          }
        });
  }

  /** The place of a dotted path below here; as deep as it exists, for what is missing. */
  private YamlPlace placeOf(String below, Node self) {
    YamlPlace deepest = place;
    Node node = self;
    for (String key : below.split("\\.")) {
      NodeTuple entry = YamlTree.entry(node, key).orElse(null);
      deepest = entry == null ? deepest.below(key) : deepest.below(entry.getKeyNode(), key);
      node = entry == null ? null : entry.getValueNode();
    }
    return deepest;
  }
}
