package io.platelake.app.land;

import io.platelake.app.job.JobContext;
import io.platelake.app.job.terminal.Progress;
import io.platelake.app.land.files.AfterLandingStep;
import io.platelake.app.land.files.Batch;
import io.platelake.app.land.files.BatchGroup;
import io.platelake.app.land.files.FeedBatch;
import io.platelake.app.land.files.KnownCopies;
import io.platelake.app.land.files.Manifest;
import io.platelake.app.land.files.RawFile;
import io.platelake.app.land.files.RawLimits;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.site.FileLedgerView;
import io.platelake.app.ledger.site.LandedFile;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One feed in a run: its files, what they are judged by, and what became of them. */
final class FeedLanding {
  private final JobContext job;
  private final Lake lake;
  private final FeedDefinition feed;
  private final PolicyInForce policy;
  private final List<String> paths;
  private final List<RawFile> gone;
  private final AfterLandingStep after;
  private final FeedRules rules;
  private final UnusualFiles unusual;
  private List<RawFile> delivered;
  private List<RawFile> files;
  private Manifest manifest;
  private long known;
  private long knownRecords;
  private long again;
  private long resumed;
  private final List<FileAccount> accounts = new ArrayList<>();
  private final Set<RawFile> changed = new HashSet<>();

  /**
   * @param lake serving the purpose of the feed
   * @param paths where its raw files are
   * @param known files that need not be read
   * @param gone files that are gone, whose records are read from quarantine
   * @throws io.platelake.core.BadInput if the files cannot be what the feed says
   */
  FeedLanding(
      JobContext job,
      Lake lake,
      FeedDefinition feed,
      PolicyInForce policy,
      FeedRules.Source rules,
      List<String> paths,
      KnownCopies known,
      List<RawFile> gone)
      throws IOException {
    this.job = job;
    this.lake = lake;
    this.feed = feed;
    this.policy = policy;
    this.after = new AfterLandingStep(lake, feed, paths);
    after.check();
    this.paths = paths;
    this.gone = gone;
    this.rules = rules.of(feed, policy);
    this.unusual = new UnusualFiles(feed);
    find(known);
  }

  private void find(KnownCopies copies) {
    delivered = RawFile.find(paths, lake.spark(), copies);
    files = new ArrayList<>(delivered);
    files.addAll(gone);
  }

  FeedDefinition feed() {
    return feed;
  }

  FeedRules rules() {
    return rules;
  }

  UnusualFiles unusual() {
    return unusual;
  }

  /** SHA-256 of its files. */
  List<String> digests() {
    return files.stream().map(RawFile::digest).toList();
  }

  /**
   * @param view what {@code landing} knows of its files
   */
  void compare(FileLedgerView view) {
    Map<String, Long> landed = landed(view);
    if (files.stream().anyMatch(file -> !file.isRead() && !landed.containsKey(file.digest()))) {
      // Other rules judge it again, or an earlier run did not finish it: it has to be read.
      find(KnownCopies.NONE);
      landed.clear();
      landed.putAll(landed(FileLedgerView.of(lake, feed, digests())));
    }
    known = landed.size();
    knownRecords = landed.values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<String, Long> landed(FileLedgerView view) {
    manifest = new Manifest(lake, feed, job.asOf(), rules.judgedBy(), view);
    return manifest.landed(files);
  }

  /** The batch that can land together with those of other feeds; not planned yet. */
  Optional<FeedBatch> findJoining(long size) {
    return manifest
        .findOnly(files, size)
        .map(batch -> new FeedBatch(feed, batch))
        .filter(BatchGroup::joins);
  }

  /** Whether nothing of it is left to land. */
  boolean isLanded() {
    return manifest.isLanded(files);
  }

  /** Plans its files, finishes what an earlier run left, and lands all, batch by batch. */
  void land(long size) {
    List<Batch> batches = new ArrayList<>(manifest.unfinished(files));
    resumed = batches.size();
    batches.addAll(manifest.plan(files, size));
    for (int i = 0; i < batches.size(); i++) {
      land(batches.get(i), i + 1, batches.size());
    }
  }

  private void land(Batch batch, int number, int of) {
    Progress part = job.progress().part(number - 1, of);
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
            + (of == 1 ? "" : ", " + number + " of " + of));
    Batch rest = batch;
    BatchLanding.Result result = landed(rest, part);
    while (!result.isDone()) {
      Set<RawFile> wait = result.changed().get(0);
      part.say(wait.size() + " file(s) changed and wait");
      changed.addAll(wait);
      rest = manifest.without(rest, wait);
      result = landed(rest, part);
    }
    take(rest, result.accounts().get(0));
  }

  private BatchLanding.Result landed(Batch batch, Progress part) {
    return new BatchLanding(lake, BatchGroup.of(feed, batch), List.of(this), job.asOf(), part)
        .land();
  }

  /** Takes over what became of a batch. */
  void take(Batch done, List<FileAccount> of) {
    accounts.addAll(of);
    for (FileAccount account : of) {
      Optional<LandedFile> before = done.findBefore(account.file());
      again += before.isPresent() ? 1 : 0;
      knownRecords += before.map(b -> rest(b, account)).orElse(0L);
    }
  }

  /** Records of a file that were not judged again. */
  private static long rest(LandedFile before, FileAccount account) {
    return FileAccount.isJudgedWhole(account.file(), before)
        ? 0
        : before.counts().records() - account.rejudged().size();
  }

  /** What is left to do with its files. */
  AfterLandingStep.Ending ending() {
    return new AfterLandingStep.Ending(
        after,
        delivered.stream().filter(f -> !changed.contains(f)).toList(),
        new RawLimits(feed, policy.policy()));
  }

  LandJob.Outcome outcome() {
    return new LandJob.Outcome(
        accounts, known, knownRecords, again, unusual.found(), resumed, changed.size());
  }
}
