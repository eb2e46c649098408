package io.platelake.lake.proof.covered;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.lake.proof.files.CaptureTimes.Oldest;
import io.platelake.lake.proof.files.FileDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What verifications read of all tables, by folder of the table, as one text: a line of JSON for
 * each file, sorted. Certificates state its digest, so that nobody can change it unseen.
 */
public record Coverage(SortedMap<String, TableCoverage> tables) {
  private static final ObjectMapper JSON = new ObjectMapper();
  // Another line for readings that are not comparable: then everything is read again.
  private static final String FORMAT = "{\"format\":1}";

  public Coverage {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /** Nothing was read before. */
  public static Coverage none() {
    return new Coverage(new TreeMap<>());
  }

  /** What was read of one table. */
  public TableCoverage of(String table) {
    return tables.getOrDefault(table, TableCoverage.none());
  }

  /** Hex SHA-256 of a text. */
  public static String sha256(String text) {
    return FileDigest.of(text);
  }

  /** The text. */
  public String text() {
    StringBuilder text = new StringBuilder(FORMAT).append('\n');
    tables.forEach(
        (table, coverage) -> {
          coverage.data().values().forEach(file -> text.append(line(table, file)).append('\n'));
          coverage.logs().values().forEach(file -> text.append(line(table, file)).append('\n'));
        });
    return text.toString();
  }

  private static ObjectNode line(String table, CoveredFile file) {
    ObjectNode line = line(table, file.path(), file.length(), file.modified());
    line.put("read_at", file.readAt().toString());
    ObjectNode times = line.putObject("oldest");
    file.times()
        .forEach(
            (column, found) -> {
              ObjectNode agencies = times.putObject(column);
              found
                  .oldest()
                  .forEach(
                      (agency, oldest) ->
                          agencies
                              .putArray(agency)
                              .add(oldest.at().map(Instant::toString).orElse(null))
                              .add(oldest.undated()));
            });
    return line;
  }

  private static ObjectNode line(String table, CoveredLog file) {
    return line(table, file.path(), file.length(), file.modified()).put("rules", file.rules());
  }

  private static ObjectNode line(String table, String path, long length, long modified) {
    return JSON.createObjectNode()
        .put("table", table)
        .put("path", path)
        .put("length", length)
        .put("modified", modified);
  }

  /** When the oldest of the readings was made; empty without any. */
  public Optional<Instant> oldestReading() {
    return tables.values().stream()
        .flatMap(table -> table.data().values().stream())
        .map(CoveredFile::readAt)
        .min(Instant::compareTo);
  }

  /** Reads the text; empty when it is none of these, or one of another program version. */
  public static Optional<Coverage> parse(String text) {
    SortedMap<String, SortedMap<String, CoveredFile>> data = new TreeMap<>();
    SortedMap<String, SortedMap<String, CoveredLog>> logs = new TreeMap<>();
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(FORMAT)) {
      return Optional.empty();
    }
    try {
      for (String each : lines.subList(1, lines.size())) {
        JsonNode line = JSON.readTree(each);
        String table = line.required("table").asText();
        String path = line.required("path").asText();
        long length = line.required("length").asLong();
        long modified = line.required("modified").asLong();
        data.computeIfAbsent(table, t -> new TreeMap<>());
        logs.computeIfAbsent(table, t -> new TreeMap<>());
        if (line.has("rules")) {
          logs.get(table)
              .put(path, new CoveredLog(path, length, modified, line.get("rules").asText()));
        } else {
          Instant readAt = Instant.parse(line.required("read_at").asText());
          data.get(table)
              .put(
                  path,
                  new CoveredFile(path, length, modified, readAt, times(line.required("oldest"))));
        }
      }
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
    SortedMap<String, TableCoverage> tables = new TreeMap<>();
    data.keySet()
        .forEach(table -> tables.put(table, new TableCoverage(data.get(table), logs.get(table))));
    return Optional.of(new Coverage(tables));
  }

  private static SortedMap<String, FileTimes> times(JsonNode columns) {
    SortedMap<String, FileTimes> times = new TreeMap<>();
    columns
        .properties()
        .forEach(
            column -> {
              SortedMap<String, Oldest> oldest = new TreeMap<>();
              column
                  .getValue()
                  .properties()
                  .forEach(agency -> oldest.put(agency.getKey(), oldest(agency.getValue())));
              times.put(column.getKey(), new FileTimes(oldest, Optional.empty()));
            });
    return times;
  }

  private static Oldest oldest(JsonNode pair) {
    if (!(pair instanceof ArrayNode) || pair.size() != 2) {
      throw new IllegalArgumentException("a time and a number of rows without one");
    }
    return new Oldest(
        pair.get(0).isNull() ? Optional.empty() : Optional.of(Instant.parse(pair.get(0).asText())),
        pair.get(1).asLong());
  }
}
