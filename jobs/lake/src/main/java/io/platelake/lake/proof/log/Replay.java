package io.platelake.lake.proof.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.lake.proof.files.Unprovable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Log actions applied one after another.
 *
 * <p>Adds and removes meet by path and deletion vector, as the protocol demands: one commit may
 * remove a file with its old vector and add it with the new one, in any order.
 */
final class Replay {
  private final Map<String, LoggedFile> live = new HashMap<>();
  private final Map<String, Removed> removed = new HashMap<>();
  private JsonNode protocol;
  private JsonNode metadata;

  private record Removed(String path, long at) {}

  void apply(JsonNode action) {
    if (action.hasNonNull("protocol")) {
      protocol = action.get("protocol");
      LogReplay.refuseUnknown(protocol);
    }
    if (action.hasNonNull("metaData")) {
      metadata = action.get("metaData");
    }
    if (action.hasNonNull("remove")) {
      JsonNode remove = action.get("remove");
      live.remove(key(remove));
      removed.put(
          key(remove), new Removed(path(remove), remove.path("deletionTimestamp").asLong()));
    }
    if (action.hasNonNull("add")) {
      JsonNode add = action.get("add");
      removed.remove(key(add));
      live.put(key(add), file(add));
    }
  }

  TableState state(long version) {
    if (protocol == null || metadata == null) {
      throw new Unprovable(
          "Folder " + LogFiles.FOLDER,
          "no protocol or no metadata in it",
          "Restore the missing commits or checkpoint.");
    }
    TreeMap<String, LoggedFile> active = new TreeMap<>();
    live.values().forEach(file -> active.put(file.path(), file));
    TreeMap<String, Long> tombstones = new TreeMap<>();
    for (Removed file : removed.values()) {
      if (!active.containsKey(file.path())) {
        tombstones.merge(file.path(), file.at(), Math::max);
      }
    }
    Set<String> features = new HashSet<>(texts(protocol.path("readerFeatures")));
    features.addAll(texts(protocol.path("writerFeatures")));
    Set<String> columns = new HashSet<>();
    names(LogActions.embedded(metadata.path("schemaString").asText()), columns);
    return new TableState(
        version,
        protocol.path("minReaderVersion").asInt(),
        protocol.path("minWriterVersion").asInt(),
        features,
        values(metadata.path("configuration")),
        texts(metadata.path("partitionColumns")),
        columns,
        active,
        tombstones);
  }

  private static LoggedFile file(JsonNode add) {
    JsonNode records = LogActions.embedded(add.path("stats").asText()).path("numRecords");
    return new LoggedFile(
        path(add),
        values(add.path("partitionValues")),
        add.path("size").asLong(),
        records.isIntegralNumber() ? OptionalLong.of(records.asLong()) : OptionalLong.empty(),
        add.hasNonNull("deletionVector"));
  }

  private static String key(JsonNode action) {
    JsonNode vector = action.path("deletionVector");
    return action.path("path").asText()
        + "\n"
        + vector.path("pathOrInlineDv").asText()
        + "@"
        + vector.path("offset").asText();
  }

  /** Paths are URIs in the log: relative ones to the table root, with their escapes undone here. */
  private static String path(JsonNode action) {
    return PartitionPath.decodedUri(action.path("path").asText());
  }

  private static Map<String, String> values(JsonNode object) {
    Map<String, String> values = new HashMap<>();
    object
        .properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isNull()) {
                values.put(entry.getKey(), entry.getValue().asText());
              }
            });
    return values;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static void names(JsonNode type, Set<String> columns) {
    for (JsonNode field : type.path("fields")) {
      columns.add(field.path("name").asText());
      names(field.path("type"), columns);
    }
    for (String part : List.of("elementType", "keyType", "valueType")) {
      if (type.path(part).isObject()) {
        names(type.path(part), columns);
      }
    }
  }
}
