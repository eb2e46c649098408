package io.platelake.files.tree;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.mapping.MappedField;
import io.platelake.core.mapping.MappedPlaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The columns that a feed maps, held against the schema of a file. */
public final class MappedColumns {
  private MappedColumns() {}

  /**
   * What the file lacks. As with a CSV file whose header does not name the mapped columns, this is
   * one record, and no record of the file is a read.
   */
  public static Optional<Damage> missing(FeedDefinition feed, Predicate<List<String>> has) {
    Map<MappedField, String> missing = MappedPlaces.missing(feed.mapping(), has);
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String names =
        missing.entrySet().stream()
            .map(e -> e.getValue() + " for " + e.getKey().key())
            .collect(Collectors.joining(", "));
    return Optional.of(
        Damage.mapping(
            "the file has no column " + names,
            "Correct mapping.fields of feed "
                + feed.id()
                + ", or ask the sender for the columns that it maps."));
  }
}
