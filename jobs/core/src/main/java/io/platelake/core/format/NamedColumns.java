package io.platelake.core.format;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of a CSV file that a mapping names, or their numbers from 1.
 *
 * @param needed fields without which no row is understood
 * @param names every column that is read; a row says nothing in those that the file has not
 */
public record NamedColumns(List<Needed> needed, Set<String> names) {
  /** For the other layouts. */
  public static final NamedColumns NONE = new NamedColumns(List.of(), Set.of());

  public NamedColumns {
    needed = List.copyOf(needed);
    names = Set.copyOf(names);
  }

  /**
   * A field that is needed.
   *
   * @param field its key in the mapping
   * @param places columns that hold it, one of these sets at least
   */
  public record Needed(String field, List<Set<String>> places) {
    public Needed {
      places = places.stream().map(Set::copyOf).toList();
    }

    boolean isIn(Set<String> columns) {
      return places.stream().anyMatch(columns::containsAll);
    }

    /** The first of its columns that is not there, and the field. */
    private String missing(Set<String> columns) {
      return places.get(0).stream()
              .filter(name -> !columns.contains(name))
              .sorted()
              .findFirst()
              .get()
          + " for "
          + field;
    }
  }

  /** Needed columns that are not among these, in words; empty when none is missing. */
  String missing(Set<String> columns) {
    return needed.stream()
        .filter(field -> !field.isIn(columns))
        .map(field -> field.missing(columns))
        .collect(Collectors.joining(", "));
  }
}
