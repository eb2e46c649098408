package io.platelake.core.yaml;

import io.platelake.core.BadInput;
import io.platelake.core.record.Numbers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of a YAML file with its place, read strictly as the type that is asked for. Every
 * mistake is a {@link BadInput} with file, line, key and remedy.
 *
 * <p>A flag is the plain word {@code true} or {@code false}. The words {@code on}, {@code off},
 * {@code yes} and {@code no} are texts in every file, as a column may have such a name.
 */
public record YamlValue(YamlPlace place, YamlContent content) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
  private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final Pattern DECIMAL = Pattern.compile("(0|[1-9][0-9]{0,8})(\\.[0-9]{1,9})?");

  /** The whole of a document. */
  public static YamlValue read(String yaml, String file) {
    Node root = YamlText.compose(yaml, file);
    return of(YamlPlace.start(new NodeOrigins(file)).at(root), root);
  }

  /** The value of a node; {@code place} has its path, and the line of its key if it has one. */
  public static YamlValue of(YamlPlace place, Node node) {
    if (node instanceof MappingNode mapping) {
      return new YamlValue(place, new YamlContent.Entries(entries(place, mapping)));
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlValue> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(of(place.at(item).element(items.size()), item));
      }
      return new YamlValue(place, new YamlContent.Items(items));
    }
    ScalarNode scalar = (ScalarNode) node;
    return new YamlValue(
        place,
        scalar.getTag().equals(Tag.NULL)
            ? new YamlContent.Nothing()
            : new YamlContent.Scalar(
                scalar.getValue(), scalar.isPlain(), scalar.getTag().equals(Tag.STR)));
  }

  /** A mapping that is put together from others. */
  public static YamlValue mapping(YamlPlace place, Map<String, YamlValue> entries) {
    return new YamlValue(place, new YamlContent.Entries(entries));
  }

  /** A list that is put together from others. */
  public static YamlValue list(YamlPlace place, List<YamlValue> items) {
    return new YamlValue(place, new YamlContent.Items(items));
  }

  /** A text that a short form leaves out. */
  public static YamlValue text(YamlPlace place, String text) {
    return new YamlValue(place, new YamlContent.Scalar(text, true, true));
  }

  /** The same value under another path. */
  public YamlValue moved(String path) {
    return new YamlValue(place.moved(path), content);
  }

  /** Dotted path of the value, empty for the whole document. */
  public String key() {
    return place.path();
  }

  public BadInput bad(String why, String remedy) {
    return place.bad(why, remedy);
  }

  public boolean isMapping() {
    return content instanceof YamlContent.Entries;
  }

  public boolean isList() {
    return content instanceof YamlContent.Items;
  }

  /** Whether it is one word or text. */
  public boolean isText() {
    return content instanceof YamlContent.Scalar;
  }

  /** Whether it is {@code true} or {@code false}, without quotes. */
  public boolean isFlag() {
    return content instanceof YamlContent.Scalar scalar
        && scalar.plain()
        && (scalar.text().equalsIgnoreCase("true") || scalar.text().equalsIgnoreCase("false"));
  }

  /** The entries of a mapping that may hold only {@code allowed} keys, each with a value. */
  public Map<String, YamlValue> object(Collection<String> allowed) {
    Map<String, YamlValue> entries = entries();
    entries.forEach(
        (name, value) -> {
          if (!allowed.contains(name)) {
            throw value.place.unknownKey(allowed);
          }
          if (value.content instanceof YamlContent.Nothing) {
            throw value.place.noValue();
          }
        });
    return entries;
  }

  public Map<String, YamlValue> object(String... allowed) {
    return object(Arrays.asList(allowed));
  }

  /** The entries of a mapping with any keys, in the order of the file. */
  public Map<String, YamlValue> entries() {
    if (content instanceof YamlContent.Entries mapping) {
      return mapping.entries();
    }
    throw wrongType("is not a mapping", "Write \"key: value\" lines, indented");
  }

  /** The elements of a list; a single value is a list of one. */
  public List<YamlValue> list() {
    return content instanceof YamlContent.Items list ? list.items() : List.of(this);
  }

  /** The elements of what has to be written as a list. */
  List<YamlValue> items() {
    if (content instanceof YamlContent.Items list) {
      return list.items();
    }
    throw wrongType("is not a list", "Write [one, two]");
  }

  /** A scalar as it is written, not blank. */
  public String text() {
    String text = scalar("a text").text();
    if (text.isBlank()) {
      throw bad("is an empty text", "Write something");
    }
    return text;
  }

  /** A scalar as it is written; a delimiter may be blank. */
  public String character() {
    return scalar("a text").text();
  }

  /** A text that every YAML tool reads as a text, without blanks around it. */
  public String string() {
    if (!scalar("a text").string()) {
      throw bad("is not a text", "Write it in quotes");
    }
    return text().strip();
  }

  /** A scalar of letters, digits, hyphens and underscores, as ids are. */
  public String id() {
    if (ID.matcher(text()).matches()) {
      return text();
    }
    throw bad("is not an id", "Use 1 to 64 letters, digits, - and _, a letter or digit first");
  }

  /** A text in lower case that other rules may name. */
  public String name() {
    return asName(string());
  }

  /** Refuses a word that is not a name; a key of a mapping is judged at its value. */
  String asName(String word) {
    if (!NAME.matcher(word).matches()) {
      throw bad(
          YamlPlace.quote(word) + " is not a name",
          "Use a to z, digits, _ and -, a letter first, at most 64 characters");
    }
    return word;
  }

  public boolean flag() {
    String flag = plain("true or false");
    if (!isFlag()) {
      throw bad(YamlPlace.quote(flag) + " is not true or false", "Write true or false");
    }
    return flag.equalsIgnoreCase("true");
  }

  /** Digits, in quotes or not. */
  public int integer(int min, int max) {
    String digits = scalar("a whole number").text();
    if (!INTEGER.matcher(digits).matches()) {
      throw bad(YamlPlace.quote(digits) + " is not a whole number", "Write plain digits");
    }
    int number = Integer.parseInt(digits);
    if (number < min || number > max) {
      throw bad("is outside " + min + " to " + max, "Give a number within");
    }
    return number;
  }

  /** Any finite number, negative ones too. */
  public double number() {
    Double number = Numbers.parse(text());
    if (number == null || number.isNaN()) {
      throw notNumber(text());
    }
    return number;
  }

  /** A number of plain digits, 0 or more. */
  double decimal() {
    String digits = plain("a number");
    if (!DECIMAL.matcher(digits).matches()) {
      throw notNumber(digits);
    }
    return Double.parseDouble(digits);
  }

  LocalDate date() {
    String text = string();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw bad(YamlPlace.quote(text) + " is not a date", "Write it as \"2026-12-14\"");
    }
  }

  /** A time zone by its IANA id. */
  public ZoneId zone() {
    try {
      return ZoneId.of(text());
    } catch (DateTimeException e) {
      throw bad("is not a time zone", "Use an IANA id such as America/Los_Angeles or UTC");
    }
  }

  /** A regular expression. */
  public Pattern pattern() {
    try {
      return Pattern.compile(text());
    } catch (IllegalArgumentException e) {
      throw bad("is not a regular expression", "Correct it as java.util.regex.Pattern describes");
    }
  }

  /** A regular expression with one group: what is wanted of a text. */
  public Pattern wantedPart() {
    Pattern pattern = pattern();
    if (pattern.matcher("").groupCount() != 1) {
      throw bad("has not exactly one group", "Put what is wanted in one pair of parentheses");
    }
    return pattern;
  }

  /** A constant by its lower-case name. */
  public <E extends Enum<E>> E oneOf(List<E> constants) {
    Optional<E> named =
        constants.stream().filter(constant -> spelling(constant).equals(text())).findFirst();
    return named.orElseThrow(
        () -> place.unknownValue(text(), constants.stream().map(YamlValue::spelling).toList()));
  }

  /** The text without quotes. */
  String plain(String what) {
    YamlContent.Scalar scalar = scalar(what);
    if (!scalar.plain()) {
      throw bad("is a text, not " + what, "Write it without quotes");
    }
    return scalar.text();
  }

  /** The value of a key of this mapping that must be there. */
  public YamlValue required(Map<String, YamlValue> keys, String name) {
    YamlValue value = keys.get(name);
    if (value == null) {
      throw place.missing(name);
    }
    return value;
  }

  private static Map<String, YamlValue> entries(YamlPlace place, MappingNode mapping) {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = YamlMap.word(place, tuple);
      YamlPlace here = place.below(tuple.getKeyNode(), key);
      if (entries.put(key, of(here, tuple.getValueNode())) != null) {
        throw here.repeated();
      }
    }
    return entries;
  }

  private YamlContent.Scalar scalar(String what) {
    if (content instanceof YamlContent.Scalar scalar) {
      return scalar;
    }
    throw wrongType("is a list or a mapping, not " + what, "Write one value");
  }

  private BadInput wrongType(String why, String remedy) {
    return content instanceof YamlContent.Nothing ? place.noValue() : bad(why, remedy);
  }

  private BadInput notNumber(String text) {
    return bad(YamlPlace.quote(text) + " is not a number", "Write it as 12 or 0.5");
  }

  private static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
