package io.platelake.app.land;

import io.platelake.app.cli.JobContext;
import io.platelake.app.cli.Sha256;
import io.platelake.app.raw.LandedFile;
import io.platelake.app.raw.RawFolder;
import io.platelake.app.raw.RawLedger;
import io.platelake.core.BadInput;
import io.platelake.core.feed.AfterLanding;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.lake.Lake;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What happens to raw files once every batch is committed: they are deleted, moved or left, and
 * what still lies anywhere is written down with its limit.
 *
 * <p>Written down first and moved then: a run that is killed in between leaves a row about a file
 * that the next run moves. A file that did not unpack to its end stays where it is in any case,
 * since only the file itself has the rest.
 */
final class AfterLandingStep {
  private final Lake lake;
  private final FeedDefinition feed;
  private final JobContext job;
  private final List<String> given;
  private final Configuration conf;

  /**
   * @param lake serving the purpose of the feed
   * @param given paths that were given to land
   */
  AfterLandingStep(Lake lake, FeedDefinition feed, JobContext job, List<String> given) {
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
  void check() throws IOException {
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
            place, "it lies inside the folder that is landed", "Name a folder outside of it.");
      }
    }
    if (isWithin(folder, lake.root())) {
      throw new BadInput(place, "it lies inside the lake", "Name a folder outside of it.");
    }
  }

  /**
   * @param files files given, all of them landed
   * @param unread digests of those that did not unpack to their end
   */
  void run(List<RawFile> files, Set<String> unread, RawLimits limits) throws IOException {
    List<RawFile> read = files.stream().filter(f -> !unread.contains(f.digest())).toList();
    AfterLanding after = feed.afterLanding();
    List<RawFile> staying = after == AfterLanding.DELETE ? new ArrayList<>(files) : files;
    if (after == AfterLanding.DELETE) {
      staying.removeAll(read);
    }
    List<RawFile> moving = after == AfterLanding.MOVE ? read : List.of();
    note(staying, Set.copyOf(moving), limits);
    if (after == AfterLanding.DELETE) {
      delete(read);
    }
    if (!moving.isEmpty()) {
      RawFolder folder = new RawFolder(feed.rawFiles().folder(), conf);
      for (RawFile file : moving) {
        folder.moveIn(new Path(file.path()), file.digest(), file.bytes());
      }
    }
  }

  /** Files that nobody wrote down yet. */
  private void note(List<RawFile> files, Set<RawFile> moving, RawLimits limits) throws IOException {
    Set<String> known =
        RawLedger.lying(lake).stream()
            .filter(f -> f.feed().equals(feed.id()))
            .map(f -> f.digest() + " " + f.folder())
            .collect(Collectors.toCollection(HashSet::new));
    List<RawFile> fresh = new ArrayList<>();
    for (RawFile file : files) {
      if (!known.contains(file.digest() + " " + folder(file, moving))) {
        fresh.add(file);
      }
    }
    Map<String, Instant> limit =
        limits.of(lake, fresh.stream().map(RawFile::digest).collect(Collectors.toSet()));
    List<LandedFile> rows = new ArrayList<>();
    for (RawFile file : fresh) {
      rows.add(
          new LandedFile(
              feed.id(),
              feed.agency(),
              feed.purpose(),
              file.digest(),
              file.bytes(),
              moving.contains(file) ? LandedFile.Event.MOVED : LandedFile.Event.KEPT,
              folder(file, moving),
              limit.get(file.digest())));
    }
    // Two runs of the feed at once write the same rows once.
    String what = job.asOf() + " " + rows.stream().map(LandedFile::digest).toList();
    RawLedger.append(
        lake, rows, job.asOf(), "raw:" + feed.id() + ":" + Sha256.of(what).substring(0, 16));
  }

  /** Where a file will lie: of one that stays, the folder it was found through. */
  private String folder(RawFile file, Set<RawFile> moving) throws IOException {
    if (moving.contains(file)) {
      return qualified(feed.rawFiles().folder()).toString();
    }
    Path at = new Path(file.path());
    for (String path : given) {
      Path root = qualified(path);
      if (!root.equals(at) && isWithin(at, root)) {
        return root.toString();
      }
    }
    return at.getParent().toString();
  }

  /** A file that is gone already has been deleted by us before. */
  private void delete(List<RawFile> files) throws IOException {
    for (RawFile file : files) {
      Path path = new Path(file.path());
      if (!path.getFileSystem(conf).delete(path, false)) {
        throw new IOException("could not delete a landed file");
      }
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
