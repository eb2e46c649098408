package io.platelake.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packages that the map of the house names. */
final class HouseMap {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| ");

  private HouseMap() {}

  /** Full package names, from the tables of {@code jobs/README.md}. */
  static Set<String> packages() {
    try {
      return ROW.matcher(Files.readString(Path.of("../README.md")))
          .results()
          .map(row -> "io.platelake." + row.group(1))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
