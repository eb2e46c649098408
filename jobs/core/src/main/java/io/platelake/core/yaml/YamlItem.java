package io.platelake.core.yaml;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One value of a policy file, read as the type a rule asks for. */
public record YamlItem(YamlPlace place, Node node) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
  private static final Pattern INTEGER = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]{0,8})(\\.[0-9]{1,9})?");

  public String text() {
    String text = scalar("a text", Tag.STR, "Write it in quotes").strip();
    if (text.isEmpty()) {
      throw place.bad("is an empty text", "Write something");
    }
    return text;
  }

  public String name() {
    return asName(text());
  }

  /** Refuses a word that is not a name; a key of a mapping is judged at its value. */
  String asName(String word) {
    if (!NAME.matcher(word).matches()) {
      throw place.bad(
          YamlPlace.quote(word) + " is not a name",
          "Use a to z, digits, _ and -, a letter first, at most 64 characters");
    }
    return word;
  }

  int integer(int min, int max) {
    String digits = plain("a whole number");
    if (!INTEGER.matcher(digits).matches()) {
      throw place.bad(YamlPlace.quote(digits) + " is not a whole number", "Write plain digits");
    }
    int number = Integer.parseInt(digits);
    if (number < min || number > max) {
      throw place.bad("is outside " + min + " to " + max, "Give a number within");
    }
    return number;
  }

  LocalDate date() {
    String text = text();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw place.bad(YamlPlace.quote(text) + " is not a date", "Write it as \"2026-12-14\"");
    }
  }

  double number() {
    String digits = plain("a number");
    if (!NUMBER.matcher(digits).matches()) {
      throw place.bad(YamlPlace.quote(digits) + " is not a number", "Write it as 12 or 0.5");
    }
    return Double.parseDouble(digits);
  }

  boolean flag() {
    String flag = plain("true or false");
    if (!flag.equals("true") && !flag.equals("false")) {
      throw place.bad(YamlPlace.quote(flag) + " is not true or false", "Write true or false");
    }
    return flag.equals("true");
  }

  <E extends Enum<E>> E word(Class<E> type) {
    String word = scalar("a word", Tag.STR, "Write a plain word");
    List<E> known = Arrays.asList(type.getEnumConstants());
    return known.stream()
        .filter(constant -> spell(constant).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                place.bad(
                    "has the unknown value " + YamlPlace.quote(word),
                    "Use one of "
                        + known.stream().map(YamlItem::spell).collect(Collectors.joining(", "))));
  }

  /** A list of distinct values. */
  <T> List<T> list(Function<YamlItem, T> item, boolean mayBeEmpty) {
    if (!(node instanceof SequenceNode sequence)) {
      throw place.bad("is not a list", "Write [one, two]");
    }
    List<T> items = new ArrayList<>();
    for (Node child : sequence.getValue()) {
      YamlItem value = new YamlItem(place.at(child), child);
      T read = item.apply(value);
      if (items.contains(read)) {
        throw value.place.bad("lists the same value twice", "Keep one of the two");
      }
      items.add(read);
    }
    if (items.isEmpty() && !mayBeEmpty) {
      throw place.bad("is an empty list", "Give at least one entry");
    }
    return Collections.unmodifiableList(items);
  }

  private static String spell(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private String plain(String what) {
    ScalarNode scalar = scalarNode(what);
    if (!scalar.isPlain()) {
      throw place.bad("is a text, not " + what, "Write it without quotes");
    }
    return scalar.getValue();
  }

  private String scalar(String what, Tag tag, String remedy) {
    ScalarNode scalar = scalarNode(what);
    if (!scalar.getTag().equals(tag)) {
      throw place.bad("is not " + what, remedy);
    }
    return scalar.getValue();
  }

  private ScalarNode scalarNode(String what) {
    if (!(node instanceof ScalarNode scalar)) {
      throw place.bad("is a list or a mapping, not " + what, "Write one value");
    }
    if (scalar.getTag().equals(Tag.NULL)) {
      throw place.bad("has no value", "Write " + what);
    }
    return scalar;
  }
}
