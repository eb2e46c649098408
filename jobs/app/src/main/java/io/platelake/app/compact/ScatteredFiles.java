package io.platelake.app.compact;

import io.platelake.lake.erase.LiveFile;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When the files of a partition are worth a rewrite: an agency has more of them than their size
 * asks for, or shares one. What was rewritten has as many as it needs.
 */
final class ScatteredFiles {
  private static final double FULL = 0.5;

  private ScatteredFiles() {}

  static boolean areWorthARewrite(List<LiveFile> files, long fileBytes) {
    return sharesFiles(files)
        || files.stream().collect(Collectors.groupingBy(LiveFile::agency)).values().stream()
            .anyMatch(own -> isScattered(own, fileBytes));
  }

  /** Whether agencies share a file, or the log does not say that they do not. */
  static boolean sharesFiles(List<LiveFile> files) {
    return files.stream().anyMatch(f -> f.agency().isEmpty());
  }

  private static boolean isScattered(List<LiveFile> files, long fileBytes) {
    long bytes = files.stream().mapToLong(LiveFile::bytes).sum();
    return files.size() > Math.max(1, Math.ceil(bytes / (FULL * fileBytes)));
  }
}
