package io.platelake.core.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether a file that states its columns has those that a mapping names. */
public final class MappedPlaces {
  private MappedPlaces() {}

  /**
   * Fields whose places the file does not have, each with its first missing place. A field with
   * alternatives is present if one of its places is. A field with a default needs no place.
   *
   * @param has whether the file has a path, from the root of a record
   */
  public static Map<MappedField, String> missing(FileMapping mapping, Predicate<List<String>> has) {
    Map<MappedField, String> missing = new EnumMap<>(MappedField.class);
    mapping
        .fields()
        .forEach(
            (field, source) -> {
              if (mapping.defaults().containsKey(field)) {
                return;
              }
              for (Source s = source; s != null; s = s.otherwise()) {
                if (s.value() != null
                    || s.paths().stream().allMatch(path -> has.test(fromRoot(mapping, path)))) {
                  return;
                }
              }
              source.paths().stream()
                  .filter(path -> !has.test(fromRoot(mapping, path)))
                  .findFirst()
                  .or(() -> source.paths().stream().findFirst())
                  .ifPresent(path -> missing.put(field, String.join(".", path)));
            });
    return missing;
  }

  private static List<String> fromRoot(FileMapping mapping, List<String> path) {
    if (path.get(0).equals(RecordPlaces.ROOT)) {
      return path.subList(1, path.size());
    }
    List<String> whole = new ArrayList<>(mapping.each());
    if (!whole.isEmpty()) {
      // The elements of a list are all alike.
      whole.add("0");
    }
    return Stream.concat(whole.stream(), path.stream()).toList();
  }
}
