package io.platelake.app.night;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.Platelake;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.run.PastRuns;
import io.platelake.app.ledger.run.PastRuns.PastRun;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the steps of a night. Each leaves its own run record. Its run id follows from the now of the
 * night and the command, so a night that is started again with the same now passes over what is
 * done.
 */
final class StepRunner {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A step that fails is tried once more: the cause may be gone. */
  private static final int ATTEMPTS = 2;

  private final Platelake root;
  private final JobContext job;
  private final PastRuns past;

  StepRunner(Platelake root, JobContext job) {
    this.root = root;
    this.job = job;
    this.past = PastRuns.of(job.lake(), job.asOf());
  }

  StepEnd run(NightStep step) {
    String id = "night-" + Sha256.of(job.asOf() + "\n" + String.join("\n", step.command()));
    id = id.substring(0, "night-".length() + 16);
    List<StepEnd> attempts = new ArrayList<>();
    past.attempts(id).forEach(run -> attempts.add(before(step, run)));
    for (StepEnd whole : attempts.stream().filter(StepEnd::isWhole).limit(1).toList()) {
      attempts.remove(whole);
      return whole.after(attempts);
    }
    StepEnd end = null;
    int next = attempts.size() + 1;
    for (int attempt = next; attempt < next + ATTEMPTS; attempt++) {
      end = attempt(step, id + "-" + attempt).after(attempts);
      if (end.outcome() != RunOutcome.FAILED) {
        return end;
      }
      attempts.add(end);
    }
    return end;
  }

  private static StepEnd before(NightStep step, PastRun run) {
    return new StepEnd(
        step, run.outcome(), json(run.details()), json(run.counts()), "", true, List.of());
  }

  private StepEnd attempt(NightStep step, String runId) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    List<String> args =
        new ArrayList<>(
            List.of(
                "--lake",
                root.options().lake(),
                "--as-of",
                job.asOf().toString(),
                "--principal",
                job.principal(),
                "--json"));
    root.options().tokenFile().ifPresent(file -> args.addAll(List.of("--token", file)));
    if (root.options().verbose) {
      args.add("--verbose");
    }
    args.addAll(step.command());
    int code = root.runs(out, runId, args.toArray(String[]::new));
    JsonNode record = json(bytes.toString(StandardCharsets.UTF_8));
    return new StepEnd(
        step,
        RunOutcome.of(code),
        record.path("details"),
        record.path("counts"),
        record.path("message").asText(""),
        false,
        List.of());
  }

  private static JsonNode json(String text) {
    try {
      JsonNode read = JSON.readTree(text);
      return read == null ? MissingNode.getInstance() : read;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
