package io.platelake.app.land.check;

import io.platelake.app.job.Detail;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.core.land.Fate;
import io.platelake.core.trial.TrialCounts;
import io.platelake.core.trial.TrialLanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a check of a feed gives. The run record holds no value of a record. */
record FeedCheckResult(
    long files,
    long records,
    Map<Fate, Long> fates,
    String feed,
    Map<String, Long> refusedBy,
    Map<String, Long> quarantinedBy,
    @Detail Map<String, Long> filled,
    List<String> unusual,
    List<String> lines)
    implements RunResult {
  /** In {@code unusual}: no record is a read. */
  static final String NO_READ = "NO_READ";

  @Override
  public RunOutcome outcome() {
    return unusual.isEmpty() ? RunOutcome.DONE : RunOutcome.FINDING;
  }

  static FeedCheckResult of(
      FeedDefinition feed, int files, TrialLanding trial, List<String> notes, boolean showPlates) {
    TrialCounts counts = trial.counts();
    List<String> unusual =
        new ArrayList<>(counts.unusual(feed.unusual()).stream().map(LandingShare::name).toList());
    if (files > 0 && counts.reads() == 0) {
      unusual.add(NO_READ);
    }
    return new FeedCheckResult(
        files,
        counts.records(),
        counts.fates(),
        feed.id(),
        counts.reasons(Fate.REFUSED),
        counts.reasons(Fate.QUARANTINED),
        counts.filled(),
        unusual,
        new FeedCheckLines(feed, files, trial, showPlates).all(notes, unusual));
  }
}
