package io.platelake.app.land;

import io.platelake.app.job.JobContext;
import io.platelake.app.land.files.AfterLandingStep;
import io.platelake.app.land.files.BatchSize;
import io.platelake.app.land.files.KnownCopies;
import io.platelake.app.land.files.RawFile;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.site.FileLedgerView;
import io.platelake.app.ledger.site.RawLedger;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.raw.AfterLanding;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lands raw files of one feed.
 *
 * <p>Reads files; appends to {@code reads} (key {@code read_id}), {@code images} (key {@code
 * read_id} and kind, where policy and feed keep them), {@code quarantine} and {@code exclusions};
 * one row a file in {@code landing} (key feed and digest), and one in {@code raw_files} while the
 * file exists. Running it again with the same files, renamed or not, writes nothing. A run that was
 * killed is finished by the next.
 */
public final class LandJob {

  /**
   * What a run did.
   *
   * @param files files accounted for in this run
   * @param known files that had landed before
   * @param knownRecords their records, and those of files judged again that were not judged:
   *     duplicates all
   * @param again files of which quarantined records were judged again
   * @param unusual of what the files had an unusual share
   * @param resumed batches of an interrupted run that were finished
   * @param changed files that changed while they were landed, and wait for the next run
   */
  public record Outcome(
      List<FileAccount> files,
      long known,
      long knownRecords,
      long again,
      Set<LandingShare> unusual,
      long resumed,
      long changed) {}

  private LandJob() {}

  /**
   * @param kept digests and sizes of files that are gone, whose records are read from quarantine
   * @param batchBytes raw text that lands together; nothing for what memory holds
   */
  public static Outcome run(
      JobContext job,
      FeedDefinition feed,
      PolicyInForce policy,
      List<String> paths,
      Map<String, Long> kept,
      Optional<Long> batchBytes)
      throws IOException {
    Lake lake = job.lake().serving(feed.purpose());
    FeedRules.Source rules = new FeedRules.Source(lake, Set.of(feed.agency()), job.asOf());
    List<RawFile> gone =
        kept.entrySet().stream().map(e -> RawFile.kept(e.getKey(), e.getValue())).toList();
    KnownCopies known =
        feed.afterLanding() == AfterLanding.KEEP && kept.isEmpty()
            ? KnownCopies.of(RawLedger.lying(lake), feed.id())
            : KnownCopies.NONE;
    FeedLanding landing = new FeedLanding(job, lake, feed, policy, rules, paths, known, gone);
    landing.compare(FileLedgerView.of(lake, feed, landing.digests()));
    landing.land(batchBytes.orElseGet(() -> BatchSize.of(lake.spark())));
    AfterLandingStep.run(lake, job, landing.ending());
    return landing.outcome();
  }
}
