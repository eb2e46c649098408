package io.platelake.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.core.feed.ReadId;
import io.platelake.core.plate.PlateEdits;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.plate.PlateText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the generator planted: which reads are of listed vehicles, and which were misread.
 *
 * @param wanted kept reads of listed vehicles, by read id
 * @param misread kept reads, of listed vehicles or not, whose plate is not the vehicle's
 * @param driven plates of all vehicles
 */
record Planted(Map<Long, Wanted> wanted, Set<Long> misread, Set<String> driven) {

  /** What became of the plate of a listed vehicle. */
  enum Reading {
    RIGHT,
    /** One character was read as one that looks alike. */
    ALIKE,
    LOST_OR_ADDED,
    ANOTHER_CHARACTER,
    /** Two characters or more: no single-character misread. */
    SEVERAL;

    boolean isSingle() {
      return this != RIGHT && this != SEVERAL;
    }
  }

  /**
   * A read of a listed vehicle.
   *
   * @param entries case numbers of the entries about the vehicle
   */
  record Wanted(Set<String> entries, Reading reading) {}

  /** From {@code truth.jsonl}. */
  static Planted read(Path truth) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Planted planted = new Planted(new HashMap<>(), new HashSet<>(), new HashSet<>());
    try (Stream<String> lines = Files.lines(truth)) {
      for (String line : (Iterable<String>) lines::iterator) {
        planted.add(json.readTree(line));
      }
    }
    return planted;
  }

  private void add(JsonNode record) {
    String truth = record.path("true_plate").asText();
    driven.add(truth);
    if (!record.get("outcome").asText().equals("kept") || !record.has("plate")) {
      return;
    }
    long read = key(record.get("plate").asText());
    long id =
        ReadId.ofReading(
            ReadId.of(
                "city-2",
                record.get("camera").asText(),
                Instant.parse(record.get("captured_at").asText()),
                record.get("event").asText() + "#0"),
            read);
    if (read != key(truth)) {
      misread.add(id);
    }
    Set<String> entries = new HashSet<>();
    boolean alike = false;
    for (JsonNode match : record.path("matches")) {
      if (match.get("cause").asText().equals("vehicle")) {
        entries.add(match.get("entry").asText());
        alike = true;
      }
    }
    if (record.has("missed")) {
      entries.add(record.get("missed").get("entry").asText());
    }
    if (!entries.isEmpty()) {
      wanted.put(id, new Wanted(entries, reading(read, key(truth), alike)));
    }
  }

  private static Reading reading(long read, long truth, boolean alike) {
    if (read == truth) {
      return Reading.RIGHT;
    }
    if (PlateEdits.distance(read, truth) > 1) {
      return Reading.SEVERAL;
    }
    if (alike) {
      return Reading.ALIKE;
    }
    return PlateKey.length(read) == PlateKey.length(truth)
        ? Reading.ANOTHER_CHARACTER
        : Reading.LOST_OR_ADDED;
  }

  private static long key(String plate) {
    return PlateText.normalise(plate).map(PlateKey::pack).orElse(0L);
  }
}
