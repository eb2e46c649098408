package io.platelake.files.parquet;

import io.platelake.files.tree.Damage;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Columns as messages name them. A name of the path that the feed does not map is {@code ...}.
 *
 * @param names that the feed maps
 */
record ColumnNames(Set<String> names) {
  ColumnNames {
    names = Set.copyOf(names);
  }

  /** The damage that made a column fail, at that column. */
  Damage damage(Throwable failure, String[] path) {
    return Damage.of(failure, "a page of the Parquet file is damaged")
        .in(
            "column "
                + Arrays.stream(path)
                    .map(name -> names.contains(name) ? name : "...")
                    .collect(Collectors.joining(".")));
  }
}
