package io.platelake.core.feed.variant;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.mapping.FileMapping;
import io.platelake.core.mapping.MappedField;
import io.platelake.core.mapping.Source;
import io.platelake.core.yaml.YamlValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names by which a maker's records hold our fields.
 *
 * @param names by field, without their paths
 * @param kept names without which a record means another read or none
 */
record FieldNames(Map<MappedField, Set<String>> names, Set<String> kept) {
  /** Names of the two makers whose records are read by a class of their own. */
  private static final List<String> STRUCTURE =
      List.of(
          "data_type",
          "group",
          "is_preview",
          "hook",
          "event",
          "data",
          "results",
          "best_plate",
          "uuids",
          "best_uuid",
          "plate_index",
          "score");

  /** Names in an estimate of one of these fields. */
  private static final Map<MappedField, Set<String>> IN_ESTIMATES =
      Map.of(
          MappedField.MAKE, Set.of("name", "make"),
          MappedField.MODEL, Set.of("name", "model"),
          MappedField.COLOR, Set.of("name", "color"),
          MappedField.BODY, Set.of("name"));

  static FieldNames of(FeedDefinition feed, Map<String, YamlValue> definition) {
    return feed.mapping() == null ? told(definition) : mapped(feed.mapping());
  }

  private static FieldNames told(Map<String, YamlValue> definition) {
    Map<MappedField, Set<String>> names = new EnumMap<>(MappedField.class);
    Set<String> kept = new HashSet<>(STRUCTURE);
    Map<String, YamlValue> fields = definition.get("fields").entries();
    for (MappedField field : MappedField.values()) {
      YamlValue told = fields.get(field.key());
      if (told != null) {
        Set<String> words = Set.copyOf(Arrays.asList(told.text().split("[^A-Za-z0-9_]+")));
        Set<String> all = new HashSet<>(words);
        all.addAll(IN_ESTIMATES.getOrDefault(field, Set.of()));
        names.put(field, all);
        if (isKept(field) || words.contains("else") && field != MappedField.MAKE) {
          kept.addAll(words);
        }
      }
    }
    return new FieldNames(names, kept);
  }

  private static FieldNames mapped(FileMapping mapping) {
    Map<MappedField, Set<String>> names = new EnumMap<>(MappedField.class);
    Set<String> kept = new HashSet<>(mapping.each());
    mapping.kinds().forEach(kind -> kind.source().names().forEach(kept::add));
    if (mapping.unread() != null) {
      mapping.unread().values().keySet().forEach(kept::addAll);
    }
    mapping
        .fields()
        .forEach(
            (field, source) -> {
              names.put(field, source.names().collect(Collectors.toSet()));
              if (isKept(field) || isChoice(source)) {
                kept.addAll(names.get(field));
              }
            });
    return new FieldNames(names, kept);
  }

  private static boolean isKept(MappedField field) {
    return MappedField.NEEDED.contains(field)
        || field == MappedField.EVENT_ID
        || field == MappedField.CAPTURED_MS
        || field == MappedField.COUNTRY
        || field.name().startsWith("OBSERVER");
  }

  /** Without its first place the field is what the second one says. */
  private static boolean isChoice(Source source) {
    return source.otherwise() != null || source.when() != null;
  }

  boolean isRemovable(Collection<String> all) {
    return all.stream().noneMatch(kept::contains);
  }

  Set<MappedField> fields(Collection<String> removed) {
    Set<MappedField> fields = new HashSet<>();
    names.forEach(
        (field, of) -> {
          if (of.stream().anyMatch(removed::contains)) {
            fields.add(field);
          }
        });
    return withTwins(fields);
  }

  /** A score needs its state, and half a position is none. */
  private static Set<MappedField> withTwins(Set<MappedField> fields) {
    Stream<MappedField> twins =
        fields.stream()
            .flatMap(
                field ->
                    switch (field) {
                      case STATE -> Stream.of(MappedField.STATE_CONFIDENCE);
                      case LAT -> Stream.of(MappedField.LON);
                      case LON -> Stream.of(MappedField.LAT);
                      default -> Stream.empty();
                    });
    return Stream.concat(fields.stream(), twins).collect(Collectors.toSet());
  }

  boolean isPlate(String name) {
    return names.get(MappedField.PLATE).contains(name);
  }

  boolean isTime(String name) {
    return names.getOrDefault(MappedField.CAPTURED_AT, Set.of()).contains(name);
  }
}
