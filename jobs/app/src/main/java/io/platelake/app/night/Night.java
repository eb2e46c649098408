package io.platelake.app.night;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.terminal.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The steps of a night, one after the other. They load lists and land feeds, match, take passes
 * together and count. They purge and prove, rewrite, care for the tables and check the status.
 *
 * <p>A step that fails, or is refused, holds up only what needs it: another feed lands, the rest is
 * matched, and what is due is purged.
 */
final class Night {
  private final NightFolders folders;
  private final NightWindow window;
  private final boolean purges;
  private final Function<NightStep, StepEnd> runner;
  private final Progress progress;
  private final List<StepEnd> ends = new ArrayList<>();
  private int expected;

  /**
   * @param purges whether what is due is purged
   * @param runner runs a step
   */
  Night(
      NightFolders folders,
      NightWindow window,
      boolean purges,
      Function<NightStep, StepEnd> runner,
      Progress progress) {
    this.folders = folders;
    this.window = window;
    this.purges = purges;
    this.runner = runner;
    this.progress = progress;
  }

  NightResult run(Instant asOf) {
    List<NightStep> loads = folders.loads();
    expected = loads.size() + (purges ? 12 : 8);
    loads.forEach(this::run);
    StepEnd landing = run(folders.landing());
    TreeSet<LocalDate> dates = new TreeSet<>();
    long reads = 0;
    for (StepEnd each : landing.withEarlier()) {
      reads += each.counts().path("kept").asLong(0);
      each.details().path("dates").forEach(date -> dates.add(LocalDate.parse(date.asText())));
    }
    match(window, "");
    run(
        NightStep.of(
            "match retained",
            "match",
            "--retained",
            "--window",
            window.earlier(),
            "--since",
            window.start()));
    for (NightWindow late : window.late(dates)) {
      match(late, " of " + late.first());
    }
    boolean isProven = !purges || purge();
    run(NightStep.of("compact", "compact"));
    if (isProven) {
      // It removes files, and what a verification found has to stay for a person to look at.
      run(NightStep.of("care", "care"));
    }
    run(NightStep.of("status", "status"));
    return result(landing, reads, asOf);
  }

  private void match(NightWindow of, String suffix) {
    run(NightStep.of("match" + suffix, "match", "--window", of.text()));
    run(NightStep.of("passes" + suffix, "passes", "--window", of.text()));
    run(NightStep.of("facts" + suffix, "facts", "--window", of.text()));
  }

  /** Whether all that is due is gone. */
  private boolean purge() {
    StepEnd plan = run(NightStep.of("purge plan", "purge", "plan"));
    String digest = plan.details().path("plan_digest").asText("");
    if (!plan.isDone()
        || digest.isEmpty()
        || !run(NightStep.of("purge run", "purge", "run", "--plan", digest)).isDone()) {
      return false;
    }
    StepEnd verified = run(NightStep.of("purge verify", "purge", "verify", "--plan", digest));
    String certificate = verified.details().path("certificate").asText("");
    boolean isChecked =
        !certificate.isEmpty()
            && run(NightStep.of("purge check", "purge", "check", certificate)).outcome()
                == RunOutcome.DONE;
    return verified.outcome() == RunOutcome.DONE && isChecked;
  }

  private StepEnd run(NightStep step) {
    progress.step(ends.size(), Math.max(expected, ends.size() + 1), step.name());
    StepEnd end = runner.apply(step);
    ends.add(end);
    return end;
  }

  private NightResult result(StepEnd landing, long reads, Instant asOf) {
    Map<String, String> outcomes = new LinkedHashMap<>();
    Map<String, String> problems = new LinkedHashMap<>();
    for (StepEnd end : ends) {
      outcomes.put(end.step().name(), end.outcome().label());
      if (end.outcome() != RunOutcome.DONE) {
        problems.put(
            end.step().name(),
            end.message().isEmpty() ? "it found something; see its run record" : end.message());
      }
    }
    landing
        .details()
        .path("outcomes")
        .properties()
        .forEach(feed -> outcomes.put("land " + feed.getKey(), feed.getValue().asText()));
    JsonNode feedProblems = landing.details().path("problems");
    feedProblems
        .properties()
        .forEach(feed -> problems.put("land " + feed.getKey(), feed.getValue().asText()));
    if (!feedProblems.isEmpty()) {
      problems.put("land", feedProblems.size() + " feed(s) need somebody to look at them");
    }
    if (reads == 0) {
      problems.put("reads", "no read landed tonight; see whether the feeds deliver");
    }
    return new NightResult(
        ends.size(),
        ends.stream().filter(StepEnd::isDone).count(),
        ends.stream().filter(StepEnd::isBefore).count(),
        count(RunOutcome.FAILED),
        count(RunOutcome.REFUSED) + count(RunOutcome.USAGE),
        count(RunOutcome.FINDING),
        landing.counts().path("feeds").asLong(0),
        reads,
        window.text(),
        outcomes,
        problems,
        NightResult.lines(ends, problems, asOf.toString()));
  }

  private long count(RunOutcome outcome) {
    return ends.stream().filter(end -> end.outcome() == outcome).count();
  }
}
