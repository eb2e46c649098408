package io.platelake.core.mapping;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The place of a field in a record. The texts of several places are joined with a blank (a date
 * column and a time column).
 *
 * @param paths each the names from the read down; a column is a path whose first name is the
 *     column; the name {@code $} at the start goes to the root of the record
 * @param best key of the score by which one of a list of estimates is chosen; null for a plain
 *     value
 * @param value key of the value in an estimate; null for a plain value
 * @param match regular expression whose one group is the value; null when the whole text is
 * @param when the source holds only then; null when always
 * @param otherwise place of the field when this source has no value; null when there is none
 */
public record Source(
    List<List<String>> paths,
    String best,
    String value,
    String match,
    Condition when,
    Source otherwise)
    implements Serializable {

  public Source {
    paths = paths.stream().map(List::copyOf).toList();
  }

  /** A plain value. */
  public Source(List<List<String>> paths) {
    this(paths, null, null, null, null, null);
  }

  /** Every path that is looked at. */
  Stream<List<String>> allPaths() {
    Stream<List<String>> condition = when == null ? Stream.of() : when.values().keySet().stream();
    Stream<List<String>> rest = otherwise == null ? Stream.of() : otherwise.allPaths();
    return Stream.of(paths.stream(), condition, rest).flatMap(s -> s);
  }

  /** Every name that a parser must not skip. */
  public Stream<String> names() {
    Stream<String> estimate = best == null ? Stream.of() : Stream.of(best, value);
    Stream<String> rest = otherwise == null ? Stream.of() : otherwise.names();
    return Stream.of(allPaths().flatMap(List::stream), estimate, rest).flatMap(s -> s);
  }

  /** Compiled once a file. */
  Pattern pattern() {
    return match == null ? null : Pattern.compile(match);
  }
}
