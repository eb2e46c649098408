package io.platelake.app.land;

import io.platelake.app.job.JobContext;
import io.platelake.app.job.Sha256;
import io.platelake.app.job.terminal.Progress;
import io.platelake.app.land.files.AfterLandingStep;
import io.platelake.app.land.files.Batch;
import io.platelake.app.land.files.BatchSize;
import io.platelake.app.land.files.Manifest;
import io.platelake.app.land.files.RawFile;
import io.platelake.app.land.files.RawLimits;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.app.ledger.site.CameraRegistry;
import io.platelake.app.ledger.site.FileLedgerView;
import io.platelake.app.ledger.site.LandedFile;
import io.platelake.app.ledger.site.ZoneRegistry;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.core.land.CameraPositions;
import io.platelake.core.land.Deployment;
import io.platelake.core.land.LandingRulebook;
import io.platelake.core.plate.OcrClasses;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    AfterLandingStep after = new AfterLandingStep(lake, feed, job, paths);
    after.check();
    List<RawFile> delivered = RawFile.find(paths, lake.spark());
    List<RawFile> files = new ArrayList<>(delivered);
    kept.forEach((digest, bytes) -> files.add(RawFile.kept(digest, bytes)));
    LandingRulebook rules = rules(lake, feed, policy, job.asOf());
    OcrClasses classes = OcrClasses.of(policy.policy().matchingRules().ocrClasses());
    String judgedBy = digest(lake, feed, policy);
    Manifest manifest = new Manifest(lake, feed, job.asOf(), judgedBy, files);
    UnusualFiles unusual = new UnusualFiles(feed);
    Map<String, Long> landed = manifest.landed(files);
    List<Batch> batches = new ArrayList<>(manifest.unfinished(files));
    long resumed = batches.size();
    batches.addAll(manifest.plan(files, batchBytes.orElseGet(() -> BatchSize.of(lake.spark()))));
    List<FileAccount> accounts = new ArrayList<>();
    Set<RawFile> changed = new HashSet<>();
    int number = 0;
    long again = 0;
    long knownRecords = landed.values().stream().mapToLong(Long::longValue).sum();
    for (Batch batch : batches) {
      Progress part = job.progress().part(number, batches.size());
      number++;
      part.step(
          0,
          BatchLanding.STEPS,
          (batch.resumed() ? "finishing" : "landing")
              + " batch "
              + batch.seq()
              + " of feed "
              + feed.id()
              + ", "
              + batch.files().size()
              + " file(s)"
              + (batches.size() == 1 ? "" : ", " + number + " of " + batches.size()));
      Batch rest = batch;
      BatchLanding.Result result;
      do {
        result =
            new BatchLanding(lake, feed, rest, job.asOf(), judgedBy, part)
                .land(rules, classes, unusual);
        if (!result.changed().isEmpty()) {
          part.say(result.changed().size() + " file(s) changed and wait");
          changed.addAll(result.changed());
          rest = manifest.without(rest, result.changed());
        }
      } while (!result.changed().isEmpty());
      accounts.addAll(result.accounts());
      Batch done = rest;
      for (FileAccount account : result.accounts()) {
        again += done.findBefore(account.file()).isPresent() ? 1 : 0;
        knownRecords += done.findBefore(account.file()).map(b -> rest(b, account)).orElse(0L);
      }
    }
    after.run(
        delivered.stream().filter(f -> !changed.contains(f)).toList(),
        FileLedgerView.of(lake, feed, delivered.stream().map(RawFile::digest).toList()),
        new RawLimits(feed, policy.policy()));
    return new Outcome(
        accounts, landed.size(), knownRecords, again, unusual.found(), resumed, changed.size());
  }

  /** Records of a file that were not judged again. */
  private static long rest(LandedFile before, FileAccount account) {
    return FileAccount.isJudgedWhole(account.file(), before)
        ? 0
        : before.counts().records() - account.rejudged().size();
  }

  /** The digest of what decides whether a record is quarantined. */
  private static String digest(Lake lake, FeedDefinition feed, PolicyInForce policy) {
    String cameras =
        CameraRegistry.deployments(lake, feed.agency()).stream()
            .map(Deployment::toString)
            .sorted()
            .collect(Collectors.joining("\n"));
    return Sha256.of(feed.digest() + "\n" + policy.text() + "\n" + cameras);
  }

  private static LandingRulebook rules(
      Lake lake, FeedDefinition feed, PolicyInForce policy, Instant asOf) {
    Set<LocalDate> closed =
        ClosedDates.of(lake).stream()
            .filter(c -> c.agency().equals(feed.agency()) && c.purpose().equals(feed.purpose()))
            .map(ClosedDates.Closed::date)
            .collect(Collectors.toSet());
    return new LandingRulebook(
        policy.text(),
        feed.purpose(),
        asOf,
        new CameraPositions(CameraRegistry.deployments(lake, feed.agency())),
        ZoneRegistry.fence(lake, feed.agency()),
        closed);
  }
}
