package io.platelake.app.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.platelake.app.publish.PublishedCsv;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that a bad read or entry has reached; never with a plate.
 *
 * @param kind snapshot, hit, alert, outcome, evidence, export, share or release
 * @param id its id
 * @param at when, UTC
 * @param recipient who must be informed; null when unknown
 * @param carried {@code yes}, or {@code maybe} where the record does not go down to single reads
 * @param says what it is
 */
record NoticeLine(
    String kind,
    String id,
    String agency,
    String purpose,
    String at,
    String recipient,
    String carried,
    String says) {
  private static final List<String> COLUMNS =
      List.of("kind", "id", "agency", "purpose", "at", "recipient", "carried", "says");
  private static final JsonMapper JSON = new JsonMapper();

  static byte[] csv(List<NoticeLine> lines) {
    return PublishedCsv.bytes(COLUMNS, lines.stream().map(NoticeLine::cells).toList());
  }

  /** One JSON object a line. */
  static byte[] jsonLines(List<NoticeLine> lines) {
    StringBuilder text = new StringBuilder();
    for (NoticeLine line : lines) {
      Map<String, String> object = new LinkedHashMap<>();
      for (int i = 0; i < COLUMNS.size(); i++) {
        object.put(COLUMNS.get(i), line.cells().get(i));
      }
      try {
        text.append(JSON.writeValueAsString(object)).append('\n');
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("writing to memory", e);
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<String> cells() {
    return Arrays.asList(kind, id, agency, purpose, at, recipient, carried, says);
  }
}
