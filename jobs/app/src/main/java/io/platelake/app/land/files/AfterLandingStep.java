package io.platelake.app.land.files;

import io.platelake.app.job.JobContext;
import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.site.FileLedgerView;
import io.platelake.app.ledger.site.RawFileEvent;
import io.platelake.app.ledger.site.RawFolder;
import io.platelake.app.ledger.site.RawLedger;
import io.platelake.core.BadInput;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.raw.AfterLanding;
import io.platelake.files.tree.StorageFailure;
import io.platelake.lake.contract.ShownPath;
import io.platelake.lake.erase.NotErased;
import io.platelake.lake.table.Lake;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Deletes, moves or leaves raw files once every batch is committed. Records every file that still
 * exists, with its limit.
 *
 * <p>Written down first and moved then: a run that is killed in between leaves a row about a file
 * that the next run moves. A file that did not unpack to its end stays where it is in any case,
 * since only the file itself has the rest; so does one that has changed since it was read, which
 * the next run lands.
 */
public final class AfterLandingStep {
  private final Lake lake;
  private final FeedDefinition feed;
  private final List<String> given;
  private final Configuration conf;

  /**
   * @param lake serving the purpose of the feed
   * @param given paths that were given to land
   */
  public AfterLandingStep(Lake lake, FeedDefinition feed, List<String> given) {
    this.lake = lake;
    this.feed = feed;
    this.given = given;
    this.conf = lake.spark().sessionState().newHadoopConf();
  }

  /**
   * Looks at the folder for moved files before anything is landed.
   *
   * @throws BadInput if files cannot be renamed into it, or would be landed again from it
   */
  public void check() throws IOException {
    if (feed.afterLanding() != AfterLanding.MOVE) {
      return;
    }
    Path folder = qualified(feed.rawFiles().folder());
    String place = "Feed " + feed.id() + ", raw_folder";
    for (String path : given) {
      Path from = qualified(path);
      if (!from.getFileSystem(conf).getUri().equals(folder.getFileSystem(conf).getUri())) {
        throw new BadInput(
            place, "it is on another file system than the files", "Name a folder on the same.");
      }
      if (GivenPaths.isWithin(folder, from)) {
        throw new BadInput(
            place, "it is inside the folder that is landed", "Name a folder outside of it.");
      }
    }
    if (GivenPaths.isWithin(folder, lake.root())) {
      throw new BadInput(place, "it is inside the lake", "Name a folder outside of it.");
    }
  }

  /**
   * Notes down which files of feeds that have landed will still exist, in one commit, before a file
   * moves or goes.
   *
   * @param lake serving the purpose of the feeds
   * @return what is left to do, feed by feed
   */
  public static List<Noted> note(Lake lake, JobContext job, List<Ending> endings)
      throws IOException {
    if (endings.isEmpty()) {
      return List.of();
    }
    Map<String, FileLedgerView> known =
        FileLedgerView.of(
            lake,
            endings.stream()
                .collect(
                    Collectors.toMap(
                        e -> e.step().feed.id(),
                        e -> e.files().stream().map(RawFile::digest).toList())));
    Set<String> lying =
        RawLedger.lying(lake).stream()
            .map(f -> noted(f.feed(), f.digest(), f.folder(), f.modified()))
            .collect(Collectors.toCollection(HashSet::new));
    List<RawFileEvent> fresh = new ArrayList<>();
    for (Ending ending : endings) {
      fresh.addAll(ending.step().fresh(ending.files(), known.get(ending.step().feed.id()), lying));
    }
    WrittenBatches written =
        WrittenBatches.of(
            lake,
            endings.stream().map(e -> e.step().feed).toList(),
            fresh.stream()
                .map(f -> known.get(f.feed()).find(f.digest()).orElseThrow().batch())
                .collect(Collectors.toSet()));
    List<RawFileEvent> rows = new ArrayList<>();
    for (Ending ending : endings) {
      List<RawFileEvent> own =
          fresh.stream().filter(f -> f.feed().equals(ending.step().feed.id())).toList();
      Map<String, Instant> limits =
          ending
              .limits()
              .of(written, own.stream().map(RawFileEvent::digest).collect(Collectors.toSet()));
      own.forEach(f -> rows.add(f.until(Optional.ofNullable(limits.get(f.digest())))));
    }
    // Two runs of the feeds at once write the same rows once.
    String feeds = endings.stream().map(e -> e.step().feed.id()).collect(Collectors.joining(" "));
    String what = job.asOf() + " " + rows.stream().map(RawFileEvent::digest).toList();
    RawLedger.append(
        lake,
        rows,
        job.asOf(),
        "raw:"
            + (endings.size() == 1 ? feeds : Sha256.of(feeds).substring(0, 16))
            + ":"
            + Sha256.of(what).substring(0, 16));
    return endings.stream()
        .map(e -> new Noted(e.step(), e.files(), known.get(e.step().feed.id())))
        .toList();
  }

  /** Notes down the files of one feed, and then moves, deletes or leaves them. */
  public static void run(Lake lake, JobContext job, Ending ending) throws IOException {
    note(lake, job, List.of(ending)).forEach(Noted::finish);
  }

  /** A feed whose files are noted down. */
  public record Noted(AfterLandingStep step, List<RawFile> files, FileLedgerView known) {
    /** Moves, deletes or leaves the files. */
    public void finish() {
      step.finish(files, known);
    }
  }

  /**
   * A feed that has landed.
   *
   * @param files files given, all of them landed
   */
  public record Ending(AfterLandingStep step, List<RawFile> files, RawLimits limits) {}

  /** A kept file that somebody writes to again without a change is noted again. */
  private static String noted(
      String feed, String digest, String folder, Optional<Instant> modified) {
    return feed + " " + digest + " " + folder + modified.map(at -> " " + at).orElse("");
  }

  /** Files that have been read to their end, which the feed says to move or to delete. */
  private List<RawFile> read(List<RawFile> files, FileLedgerView known) {
    Set<String> unread = known.unread();
    return feed.afterLanding() == AfterLanding.KEEP
        ? List.of()
        : files.stream().filter(f -> !unread.contains(f.digest())).toList();
  }

  /**
   * Files that will exist and are not yet noted down.
   *
   * @param known what {@code landing} knows of them
   * @param lying what is noted down, of all feeds; takes the new ones
   */
  private List<RawFileEvent> fresh(List<RawFile> files, FileLedgerView known, Set<String> lying)
      throws IOException {
    AfterLanding after = feed.afterLanding();
    Set<RawFile> moving = after == AfterLanding.MOVE ? Set.copyOf(read(files, known)) : Set.of();
    Set<String> unread = known.unread();
    List<RawFileEvent> fresh = new ArrayList<>();
    List<Path> roots = roots();
    for (RawFile file : files) {
      if (after == AfterLanding.DELETE && !unread.contains(file.digest())) {
        continue;
      }
      boolean moves = moving.contains(file);
      for (Map.Entry<String, Instant> folder : folders(file, moves, roots).entrySet()) {
        Optional<Instant> modified = moves ? Optional.empty() : Optional.of(folder.getValue());
        if (lying.add(noted(feed.id(), file.digest(), folder.getKey(), modified))) {
          fresh.add(
              new RawFileEvent(
                  feed.id(),
                  feed.agency(),
                  feed.purpose(),
                  file.digest(),
                  file.bytes(),
                  moves ? RawFileEvent.Event.MOVED : RawFileEvent.Event.KEPT,
                  folder.getKey(),
                  Optional.empty(),
                  modified));
        }
      }
    }
    return fresh;
  }

  private void finish(List<RawFile> files, FileLedgerView known) {
    List<RawFile> read = read(files, known);
    if (feed.afterLanding() == AfterLanding.MOVE) {
      move(read);
    } else {
      for (RawFolder.Incoming file : unchanged(read)) {
        delete(file.path());
      }
    }
  }

  /** Looks at each file only when it is its turn. */
  private Iterable<RawFolder.Incoming> unchanged(List<RawFile> files) {
    return () ->
        files.stream()
            .flatMap(f -> f.copies().stream().map(c -> Map.entry(f, c)))
            .filter(e -> isUnchanged(e.getValue()))
            .map(
                e ->
                    new RawFolder.Incoming(
                        new Path(e.getValue().path()), e.getKey().digest(), e.getKey().bytes()))
            .iterator();
  }

  private boolean isUnchanged(RawFile.Copy copy) {
    Path path = new Path(copy.path());
    try {
      return copy.is(path.getFileSystem(conf).getFileStatus(path));
    } catch (FileNotFoundException e) {
      // Another process has removed it.
      return false;
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
  }

  private List<Path> roots() {
    return GivenPaths.qualified(given, conf);
  }

  /**
   * The future place of a file. For one that stays, the folders its copies were found through, each
   * with the time when the first of its copies there was last written to.
   */
  private Map<String, Instant> folders(RawFile file, boolean moves, List<Path> roots)
      throws IOException {
    if (moves) {
      return Map.of(qualified(feed.rawFiles().folder()).toString(), Instant.EPOCH);
    }
    Map<String, Instant> folders = new TreeMap<>();
    for (RawFile.Copy copy : file.copies()) {
      folders.merge(
          GivenPaths.folder(new Path(copy.path()), roots),
          Instant.ofEpochMilli(copy.modified()),
          (a, b) -> a.isBefore(b) ? a : b);
    }
    return folders;
  }

  private void move(List<RawFile> files) {
    try {
      new RawFolder(feed.rawFiles().folder(), conf).moveIn(unchanged(files));
    } catch (IOException e) {
      throw StorageFailure.during("moving landed files", e);
    }
  }

  private void delete(Path file) {
    try {
      FileSystem fs = file.getFileSystem(conf);
      NotErased.delete(fs, file, ShownPath.file(file.toString()));
    } catch (NotErased e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      throw StorageFailure.during("deleting a landed file", e);
    }
  }

  private Path qualified(String path) {
    return GivenPaths.qualified(path, conf);
  }
}
