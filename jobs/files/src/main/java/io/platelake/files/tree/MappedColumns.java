package io.platelake.files.tree;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.mapping.MappedField;
import io.platelake.core.mapping.MappedPlaces;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The columns that a feed maps, held against the schema of a file. */
public final class MappedColumns {
  private MappedColumns() {}

  /**
   * What the file lacks of the fields that a read needs. As with a CSV file whose header does not
   * name the mapped columns, this is one record, and no record of the file is a read.
   */
  public static Optional<Damage> missing(FeedDefinition feed, Predicate<List<String>> has) {
    String names =
        MappedPlaces.missing(feed.mapping(), has).entrySet().stream()
            .filter(e -> MappedField.NEEDED.contains(e.getKey()))
            .map(e -> e.getValue() + " for " + e.getKey().key())
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Damage.mapping(
                "the file has no column " + names,
                "Correct mapping.fields of feed "
                    + feed.id()
                    + ", or ask the sender for the columns that it maps."));
  }

  /** Other mapped fields that the file has no column for: they are unknown in every read. */
  public static Set<String> gone(FeedDefinition feed, Predicate<List<String>> has) {
    return MappedPlaces.missing(feed.mapping(), has).keySet().stream()
        .filter(field -> !MappedField.NEEDED.contains(field))
        .map(MappedField::key)
        .collect(Collectors.toSet());
  }
}
