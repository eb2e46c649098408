package io.platelake.app.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.job.option.InputFiles;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys of the run record of one command, from {@code run-record-keys.txt}.
 *
 * @param always keys of every record
 * @param sometimes keys of some records
 * @param open whether the data name more keys
 */
public record PinnedKeys(Set<String> always, Set<String> sometimes, boolean open) {

  /** Counts and details of a command. */
  public record Both(PinnedKeys counts, PinnedKeys details) {}

  /** By command, in the order of {@code --help}. */
  public static Map<String, Both> all() {
    String text = new String(InputFiles.resource("/run-record-keys.txt"), StandardCharsets.UTF_8);
    Map<String, Both> all = new LinkedHashMap<>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              String[] parts = line.split(": counts =| \\| details =", -1);
              all.put(parts[0], new Both(of(parts[1]), of(parts[2])));
            });
    return all;
  }

  /** Checks the record of a run that did its work. */
  public static void check(JsonNode record) {
    if (Set.of("done", "finding").contains(record.path("outcome").asText())) {
      String job = record.path("job").asText();
      Both pinned = all().get(job);
      assertNotNull(pinned, "no keys are pinned for " + job);
      pinned.counts().check(job + ", counts", record.path("counts"));
      pinned.details().check(job + ", details", record.path("details"));
    }
  }

  private static PinnedKeys of(String text) {
    List<String> words = Stream.of(text.trim().split(" +")).filter(w -> !w.isEmpty()).toList();
    return new PinnedKeys(
        words.stream()
            .filter(w -> !w.endsWith("?") && !w.equals("+"))
            .collect(Collectors.toCollection(TreeSet::new)),
        words.stream()
            .filter(w -> w.endsWith("?"))
            .map(w -> w.substring(0, w.length() - 1))
            .collect(Collectors.toCollection(TreeSet::new)),
        words.contains("+"));
  }

  private void check(String where, JsonNode shown) {
    Set<String> keys = new TreeSet<>();
    shown.fieldNames().forEachRemaining(keys::add);
    Set<String> missing = new TreeSet<>(always);
    missing.removeAll(keys);
    assertEquals(Set.of(), missing, where + ": missing");
    if (!open) {
      keys.removeAll(always);
      keys.removeAll(sometimes);
      assertEquals(Set.of(), keys, where + ": new");
    }
  }
}
