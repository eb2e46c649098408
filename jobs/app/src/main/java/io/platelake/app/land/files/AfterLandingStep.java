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
import java.util.TreeSet;
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
  private final JobContext job;
  private final List<String> given;
  private final Configuration conf;

  /**
   * @param lake serving the purpose of the feed
   * @param given paths that were given to land
   */
  public AfterLandingStep(Lake lake, FeedDefinition feed, JobContext job, List<String> given) {
    this.lake = lake;
    this.feed = feed;
    this.job = job;
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
      if (isWithin(folder, from)) {
        throw new BadInput(
            place, "it is inside the folder that is landed", "Name a folder outside of it.");
      }
    }
    if (isWithin(folder, lake.root())) {
      throw new BadInput(place, "it is inside the lake", "Name a folder outside of it.");
    }
  }

  /**
   * @param files files given, all of them landed
   * @param known what {@code landing} knows of them
   */
  public void run(List<RawFile> files, FileLedgerView known, RawLimits limits) throws IOException {
    Set<String> unread = known.unread();
    AfterLanding after = feed.afterLanding();
    List<RawFile> read =
        after == AfterLanding.KEEP
            ? List.of()
            : files.stream().filter(f -> !unread.contains(f.digest())).toList();
    if (after == AfterLanding.MOVE) {
      note(files, Set.copyOf(read), known, limits);
      move(read);
    } else {
      boolean keeps = after == AfterLanding.KEEP;
      note(
          files.stream().filter(f -> keeps || unread.contains(f.digest())).toList(),
          Set.of(),
          known,
          limits);
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

  /** Files that are not yet recorded. */
  private void note(
      List<RawFile> files, Set<RawFile> moving, FileLedgerView landed, RawLimits limits)
      throws IOException {
    Set<String> known =
        RawLedger.lying(lake).stream()
            .filter(f -> f.feed().equals(feed.id()))
            .map(f -> f.digest() + " " + f.folder())
            .collect(Collectors.toCollection(HashSet::new));
    List<RawFileEvent> fresh = new ArrayList<>();
    List<Path> roots = roots();
    for (RawFile file : files) {
      for (String folder : folders(file, moving, roots)) {
        if (known.add(file.digest() + " " + folder)) {
          fresh.add(
              new RawFileEvent(
                  feed.id(),
                  feed.agency(),
                  feed.purpose(),
                  file.digest(),
                  file.bytes(),
                  moving.contains(file) ? RawFileEvent.Event.MOVED : RawFileEvent.Event.KEPT,
                  folder,
                  Optional.empty()));
        }
      }
    }
    Map<String, Instant> limit =
        limits.of(
            lake,
            fresh.stream()
                .map(RawFileEvent::digest)
                .distinct()
                .collect(Collectors.toMap(d -> d, d -> landed.find(d).orElseThrow().batch())));
    List<RawFileEvent> rows =
        fresh.stream().map(f -> f.until(Optional.ofNullable(limit.get(f.digest())))).toList();
    // Two runs of the feed at once write the same rows once.
    String what = job.asOf() + " " + rows.stream().map(RawFileEvent::digest).toList();
    RawLedger.append(
        lake, rows, job.asOf(), "raw:" + feed.id() + ":" + Sha256.of(what).substring(0, 16));
  }

  private List<Path> roots() throws IOException {
    List<Path> roots = new ArrayList<>();
    for (String path : given) {
      roots.add(qualified(path));
    }
    return roots;
  }

  /** The future place of a file; for one that stays, the folders its copies were found through. */
  private Set<String> folders(RawFile file, Set<RawFile> moving, List<Path> roots)
      throws IOException {
    if (moving.contains(file)) {
      return Set.of(qualified(feed.rawFiles().folder()).toString());
    }
    return file.copies().stream()
        .map(copy -> folder(new Path(copy.path()), roots))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String folder(Path file, List<Path> roots) {
    return roots.stream()
        .filter(root -> !root.equals(file) && isWithin(file, root))
        .findFirst()
        .orElse(file.getParent())
        .toString();
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

  private Path qualified(String path) throws IOException {
    FileSystem fs = new Path(path).getFileSystem(conf);
    return fs.makeQualified(new Path(path));
  }

  private static boolean isWithin(Path path, Path folder) {
    for (Path p = path; p != null; p = p.getParent()) {
      if (p.equals(folder)) {
        return true;
      }
    }
    return false;
  }
}
