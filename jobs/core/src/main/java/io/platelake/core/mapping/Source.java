package io.platelake.core.mapping;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The place of a field in a record, and the meaning of the text there. The texts of several places
 * are joined with a blank (a date column and a time column).
 *
 * @param paths each the names from the record down; a column, a number of a column or a position in
 *     a line is a path of one name; the name {@code $} at the start goes to the root of the record;
 *     empty for a constant
 * @param value what every record has; null when places are given
 * @param best key of the score by which one of a list of estimates is chosen; null for a plain text
 * @param take key of the value in an estimate; null for a plain text
 * @param match regular expression whose one group is the text; null when the whole text is
 * @param meaning of the text
 * @param when the source holds only then; null when always
 * @param otherwise place of the field when this source has no text; null when there is none
 */
public record Source(
    List<List<String>> paths,
    String value,
    String best,
    String take,
    String match,
    Meaning meaning,
    Condition when,
    Source otherwise)
    implements Serializable {

  public Source {
    paths = paths.stream().map(List::copyOf).toList();
    if (paths.isEmpty() == (value == null)) {
      throw new IllegalArgumentException("a source has places or a value");
    }
  }

  /** A plain text. */
  public Source(List<List<String>> paths) {
    this(paths, null, null, null, null, Meaning.PLAIN, null, null);
  }

  /** A plain text in one column, or by one name. */
  public static Source at(String name) {
    return new Source(List.of(List.of(name)));
  }

  /** Every path that is looked at. */
  public Stream<List<String>> allPaths() {
    Stream<List<String>> condition = when == null ? Stream.of() : when.values().keySet().stream();
    Stream<List<String>> rest = otherwise == null ? Stream.of() : otherwise.allPaths();
    return Stream.of(paths.stream(), condition, rest).flatMap(s -> s);
  }

  /** The places of the text, in the order in which they are looked at, with dots in paths. */
  Stream<String> places() {
    String own =
        paths.stream()
            .map(path -> String.join(".", path).replace(".[", "["))
            .collect(Collectors.joining(" and "));
    Stream<String> rest = otherwise == null ? Stream.of() : otherwise.places();
    return Stream.concat(own.isEmpty() ? Stream.of() : Stream.of(own), rest);
  }

  /** Every name that a parser must not skip. */
  public Stream<String> names() {
    Stream<String> estimate = best == null ? Stream.of() : Stream.of(best, take);
    Stream<String> rest = otherwise == null ? Stream.of() : otherwise.names();
    return Stream.of(allPaths().flatMap(List::stream), estimate, rest)
        .flatMap(s -> s)
        .map(ListSelector::name);
  }

  /** Compiled once a file. */
  Pattern pattern() {
    return match == null ? null : Pattern.compile(match);
  }
}
