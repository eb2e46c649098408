package io.platelake.app.land.check;

import io.platelake.app.land.files.UnpackedOutcomes;
import io.platelake.core.BadInput;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.RecordResult;
import io.platelake.core.format.Layout;
import io.platelake.core.trial.TrialLanding;
import io.platelake.files.tree.InputBytes;
import io.platelake.files.unpack.UnpackLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Local raw files, read for a trial. */
final class RawTrial {
  /** A container is read from its end, so all of it has to fit into memory. */
  private static final long LARGEST_CONTAINER = 1L << 30;

  private RawTrial() {}

  /** The files at these paths, folders searched through; hidden ones are left out. */
  static List<Path> files(List<Path> paths) {
    return paths.stream().flatMap(RawTrial::files).sorted().distinct().toList();
  }

  private static Stream<Path> files(Path given) {
    if (!Files.exists(given)) {
      throw new BadInput("Path " + given, "there is nothing there", "Check the path.");
    }
    try (Stream<Path> all = Files.walk(given)) {
      return all
          .filter(
              file -> Files.isRegularFile(file) && (file.equals(given) || !isHidden(given, file)))
          .toList()
          .stream();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(given);
    }
  }

  /** Feeds mark so what they still write, folders too. */
  private static boolean isHidden(Path root, Path file) {
    for (Path name : root.relativize(file)) {
      if (name.toString().startsWith(".") || name.toString().startsWith("_")) {
        return true;
      }
    }
    return false;
  }

  /** Judges every record of a file. */
  static void read(Path file, FeedDefinition feed, TrialLanding trial) {
    trial.begin(file.getFileName().toString());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Iterator<RecordResult> records =
          feed.layout() == Layout.PARQUET
              ? UnpackedOutcomes.ofSeekable(feed, container(file), UnpackLimits.DEFAULT)
              : UnpackedOutcomes.of(feed, in, UnpackLimits.DEFAULT);
      records.forEachRemaining(trial::take);
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(file);
    }
  }

  private static InputBytes container(Path file) throws IOException {
    if (Files.size(file) > LARGEST_CONTAINER) {
      throw new BadInput("File " + file, "it is larger than 1 GiB", "Check a smaller file.");
    }
    return InputBytes.of(Files.readAllBytes(file));
  }

  private static BadInput unreadable(Path file) {
    return new BadInput("File " + file, "it cannot be read", "Check its permissions.");
  }
}
