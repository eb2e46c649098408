package io.platelake.app.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * The record of one run: {@code schemas/run-record.schema.json}. Printed by {@code --json}, and a
 * row of {@code job_runs}.
 *
 * @param asOf ISO-8601 UTC
 * @param durationMs elapsed milliseconds
 */
@JsonPropertyOrder({
  "job",
  "run_id",
  "as_of",
  "lake",
  "principal",
  "agency",
  "policy_version",
  "outcome",
  "exit_code",
  "message",
  "counts",
  "details",
  "duration_ms"
})
public record RunRecord(
    String job,
    @JsonProperty("run_id") String runId,
    @JsonProperty("as_of") String asOf,
    String lake,
    String principal,
    String agency,
    @JsonProperty("policy_version") String policyVersion,
    String outcome,
    @JsonProperty("exit_code") int exitCode,
    String message,
    Map<String, Long> counts,
    Map<String, Object> details,
    @JsonProperty("duration_ms") long durationMs) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One line of JSON. */
  public String toJson() {
    return json(this);
  }

  /** The details as JSON, for the ledger; of a run that was not done, why. */
  String ledgerJson() {
    return json(message == null ? details : Map.of("message", message));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("run record", e);
    }
  }
}
