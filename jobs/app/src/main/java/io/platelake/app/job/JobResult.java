package io.platelake.app.job;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a job did: becomes its run record and what a person reads.
 *
 * @param outcome how it ended; a refusal is thrown, unless there is more to say than one sentence
 * @param agency agency the job served, null when none
 * @param policyVersion policy that ruled it, null when none
 * @param counts what was counted, in the order it is shown
 * @param details ids, digests and paths; never a value of a row
 * @param lines what a person sees on standard output instead of the record
 */
public record JobResult(
    RunOutcome outcome,
    String agency,
    String policyVersion,
    Map<String, Long> counts,
    Map<String, Object> details,
    List<String> lines) {

  public JobResult {
    Objects.requireNonNull(outcome, "outcome");
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    lines = List.copyOf(lines);
  }

  /** A job that did what it was asked. */
  public static JobResult done(Map<String, Long> counts) {
    return new JobResult(RunOutcome.DONE, null, null, counts, Map.of(), List.of());
  }

  /** The record of a typed result. */
  public static JobResult of(RunResult result) {
    return new JobResult(
        result.outcome(),
        null,
        null,
        ResultShape.counts(result),
        ResultShape.details(result),
        result.lines());
  }

  public JobResult under(String agency, String policyVersion) {
    return new JobResult(outcome, agency, policyVersion, counts, details, lines);
  }

  public JobResult with(Map<String, Object> details) {
    return new JobResult(outcome, agency, policyVersion, counts, details, lines);
  }

  public JobResult saying(List<String> lines) {
    return new JobResult(outcome, agency, policyVersion, counts, details, lines);
  }

  /** The same work, which found something that a person must act on. */
  public JobResult finding() {
    return ending(RunOutcome.FINDING);
  }

  /** The same work with another end: a check of several files says all before it fails. */
  public JobResult ending(RunOutcome end) {
    return new JobResult(end, agency, policyVersion, counts, details, lines);
  }
}
