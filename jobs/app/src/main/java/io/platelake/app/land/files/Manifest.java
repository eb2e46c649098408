package io.platelake.app.land.files;

import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.site.FileLedgerView;
import io.platelake.app.ledger.site.LandedFile;
import io.platelake.app.ledger.site.LandingLedger;
import io.platelake.app.ledger.site.PlannedFile;
import io.platelake.core.Refusal;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The plan of a landing run, recorded before the run writes. Files go in numbered batches. A batch
 * that a crash interrupted is finished first, with exactly its files.
 */
public final class Manifest {
  private final Lake lake;
  private final LandingLedger ledger;
  private final FeedDefinition feed;
  private final Instant asOf;
  private final String judgedBy;
  private final FileLedgerView known;

  /**
   * @param judgedBy digest of the rules that decide about records
   * @param known what {@code landing} knows of the files that the run has been given
   */
  public Manifest(
      Lake lake, FeedDefinition feed, Instant asOf, String judgedBy, FileLedgerView known) {
    this.judgedBy = judgedBy;
    this.lake = lake;
    this.feed = feed;
    this.asOf = asOf;
    this.ledger = new LandingLedger(lake, feed);
    this.known = known;
  }

  /** Records of files among these that have landed already: all of them are duplicates. */
  public Map<String, Long> landed(List<RawFile> files) {
    Map<String, Long> records = new TreeMap<>();
    for (RawFile file : files) {
      known
          .find(file.digest())
          .filter(one -> !one.planned() && !isAgain(file, one))
          .ifPresent(one -> records.put(file.digest(), one.records()));
    }
    return records;
  }

  /** Whether a landed file has quarantined records that other rules may accept. */
  private boolean isAgain(RawFile file, FileLedgerView.Known one) {
    boolean judged =
        file.isKept() ? one.judgedBy().endsWith(judgedBy) : one.judgedBy().equals(judgedBy);
    return !one.planned() && one.quarantined() > 0 && !judged;
  }

  /**
   * What {@code landing} says of the rules that judged a file. Without the file, records whose text
   * does not tell enough wait for it: then the same rules judge them again.
   */
  public static String judged(RawFile file, String judgedBy) {
    return file.isKept() ? "kept:" + judgedBy : judgedBy;
  }

  /**
   * Batches that an earlier run left unfinished. A file that is not here any more, or has changed,
   * is dropped from a batch that has not written anything; it is landed when it comes.
   *
   * @throws Refusal if a batch has written something, and then lacks a file
   */
  public List<Batch> unfinished(List<RawFile> files) {
    Map<String, RawFile> byDigest =
        files.stream().collect(Collectors.toMap(RawFile::digest, f -> f));
    Map<Long, List<FileLedgerView.Known>> bySeq =
        known.all().stream()
            .filter(FileLedgerView.Known::planned)
            .collect(
                Collectors.groupingBy(
                    FileLedgerView.Known::seq, TreeMap::new, Collectors.toList()));
    List<Batch> batches = new ArrayList<>();
    bySeq.forEach(
        (seq, planned) -> {
          List<RawFile> found =
              planned.stream()
                  .map(one -> byDigest.get(one.digest()))
                  .filter(Objects::nonNull)
                  .toList();
          FileLedgerView.Known first = planned.get(0);
          Map<String, LandedFile> before =
              accounts(planned.stream().filter(one -> one.records() > 0).toList());
          Batch batch = new Batch(first.batch(), seq, found, first.plannedAt(), true, before);
          if (found.size() < planned.size()) {
            refuseIfWritten(batch, planned, byDigest.keySet());
            plan(batch);
          }
          if (!found.isEmpty()) {
            batches.add(batch);
          }
        });
    return batches;
  }

  private void refuseIfWritten(Batch batch, List<FileLedgerView.Known> planned, Set<String> here) {
    boolean written =
        Stream.of(Table.READS, Table.IMAGES, Table.QUARANTINE, Table.EXCLUSIONS)
            .anyMatch(table -> lake.seen(table, batch.key()));
    if (written) {
      String missing =
          planned.stream()
              .map(FileLedgerView.Known::digest)
              .filter(d -> !here.contains(d))
              .findFirst()
              .get();
      throw new Refusal(
          "Feed " + feed.id(),
          "batch "
              + batch.seq()
              + " of an interrupted run has a file that is not among the paths"
              + " given (SHA-256 "
              + missing.substring(0, 16)
              + "…)",
          "Run again with the folder that holds it.");
    }
  }

  /** The batch without some of its files, planned again so: they have changed. */
  public Batch without(Batch batch, Set<RawFile> changed) {
    Batch rest =
        new Batch(
            batch.id(),
            batch.seq(),
            batch.files().stream().filter(f -> !changed.contains(f)).toList(),
            batch.plannedAt(),
            batch.resumed(),
            batch.before());
    plan(rest);
    return rest;
  }

  private void plan(Batch batch) {
    Set<String> digests = batch.files().stream().map(RawFile::digest).collect(Collectors.toSet());
    ledger.replan(
        batch.id(),
        batch.files().stream().map(batch::planned).toList(),
        batch.before(),
        batch.before().values().stream()
            .map(LandedFile::plan)
            .filter(file -> !digests.contains(file.digest()))
            .toList());
  }

  private Map<String, LandedFile> accounts(List<FileLedgerView.Known> files) {
    return files.isEmpty()
        ? Map.of()
        : ledger.accounts(files.stream().map(FileLedgerView.Known::digest).toList());
  }

  /**
   * Plans the files that are not yet planned, and those that are judged again; all of them before
   * the first lands. Each kind is written down in one commit.
   *
   * @param size bytes of raw text that land together
   */
  public List<Batch> plan(List<RawFile> files, long size) {
    List<Batch> batches = new ArrayList<>(fresh(files, size));
    long first = known.lastSeq() + 1;
    if (!batches.isEmpty()) {
      ledger.plan(planned(batches), first);
    }
    List<Batch> again = again(files, size, first + batches.size());
    batches.addAll(again);
    if (!batches.isEmpty()) {
      refuseIfTaken(batches);
    }
    return batches;
  }

  private List<Batch> fresh(List<RawFile> files, long size) {
    List<RawFile> fresh = files.stream().filter(f -> known.find(f.digest()).isEmpty()).toList();
    return batches(fresh, size, known.lastSeq() + 1, Map.of());
  }

  /**
   * The one batch of files that are all new, while no other of the feed waits; not planned yet.
   *
   * @param size bytes of raw text that land together
   */
  public Optional<Batch> findOnly(List<RawFile> files, long size) {
    boolean waits =
        known.all().stream().anyMatch(FileLedgerView.Known::planned)
            || files.stream()
                .anyMatch(f -> known.find(f.digest()).filter(one -> isAgain(f, one)).isPresent());
    List<Batch> batches = waits ? List.of() : fresh(files, size);
    return batches.size() == 1 ? Optional.of(batches.get(0)) : Optional.empty();
  }

  /** Whether none of the files waits, and no batch of an earlier run either. */
  public boolean isLanded(List<RawFile> files) {
    return known.all().stream().noneMatch(FileLedgerView.Known::planned)
        && files.stream()
            .allMatch(f -> known.find(f.digest()).filter(one -> !isAgain(f, one)).isPresent());
  }

  /**
   * Plans the batches of several feeds in one commit.
   *
   * @throws IllegalStateException if another run of one of the feeds is landing
   */
  public static void plan(Lake lake, BatchGroup group) {
    LandingLedger.plan(
        lake,
        group.members().stream()
            .map(
                member ->
                    new LandingLedger.Planned(
                        member.feed(),
                        member.batch().seq(),
                        member.batch().files().stream().map(member.batch()::planned).toList()))
            .toList());
    if (!LandingLedger.arePlanned(lake, Set.copyOf(group.ids()))) {
      throw new IllegalStateException("another run of one of the feeds is landing");
    }
  }

  private List<Batch> again(List<RawFile> files, long size, long first) {
    List<RawFile> again =
        files.stream()
            .filter(f -> known.find(f.digest()).filter(one -> isAgain(f, one)).isPresent())
            .toList();
    if (again.isEmpty()) {
      return List.of();
    }
    Map<String, LandedFile> before = ledger.accounts(again.stream().map(RawFile::digest).toList());
    List<Batch> batches = batches(again, size, first, before);
    ledger.planAgain(planned(batches), before);
    return batches;
  }

  private static List<PlannedFile> planned(List<Batch> batches) {
    return batches.stream().flatMap(b -> b.files().stream().map(b::planned)).toList();
  }

  private List<Batch> batches(
      List<RawFile> files, long size, long first, Map<String, LandedFile> before) {
    List<Batch> batches = new ArrayList<>();
    for (List<RawFile> group : BatchSize.cut(files, size)) {
      long seq = first + batches.size();
      String digests =
          group.stream().map(RawFile::digest).sorted().collect(Collectors.joining(" ", " ", ""));
      String id = Sha256.of(feed.id() + " " + seq + digests).substring(0, 16);
      Map<String, LandedFile> ofGroup = new TreeMap<>(before);
      ofGroup.keySet().retainAll(group.stream().map(RawFile::digest).toList());
      batches.add(new Batch(id, seq, group, asOf, false, ofGroup));
    }
    return batches;
  }

  /** Two runs that plan the same numbers: Delta lets one of them through. */
  private void refuseIfTaken(List<Batch> batches) {
    Set<String> owners = ledger.batches(batches.stream().map(Batch::seq).toList());
    if (!owners.equals(batches.stream().map(Batch::id).collect(Collectors.toSet()))) {
      throw new IllegalStateException("another run of the feed is landing");
    }
  }
}
