package io.platelake.app.compact;

import io.platelake.lake.erase.LiveFile;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When the files of a partition are worth a rewrite. An agency has more of them than their size
 * asks for, shares one, or has more than a few reads in files that are not sorted. What was
 * rewritten has as many as it needs.
 */
final class ScatteredFiles {
  private static final double FULL = 0.5;

  /** A search reads all keys of these, 3.5 of 48 bytes a read; it shall read 1 % of all bytes. */
  private static final double LATE = 0.02;

  private ScatteredFiles() {}

  static boolean areWorthARewrite(List<LiveFile> files, String sortedBy, long fileBytes) {
    return sharesFiles(files)
        || files.stream().collect(Collectors.groupingBy(LiveFile::agency)).values().stream()
            .anyMatch(own -> isScattered(own, fileBytes) || isUnsorted(own, sortedBy));
  }

  /** Whether agencies share a file, or the log does not say that they do not. */
  static boolean sharesFiles(List<LiveFile> files) {
    return files.stream().anyMatch(f -> f.agency().isEmpty());
  }

  private static boolean isScattered(List<LiveFile> files, long fileBytes) {
    return files.size() > Math.max(1, Math.ceil(bytes(files) / (FULL * fileBytes)));
  }

  private static boolean isUnsorted(List<LiveFile> files, String column) {
    List<LiveFile> unsorted =
        files.stream().filter(f -> f.sortedBy().filter(column::equals).isEmpty()).toList();
    return bytes(unsorted) > LATE * bytes(files);
  }

  private static long bytes(List<LiveFile> files) {
    return files.stream().mapToLong(LiveFile::bytes).sum();
  }
}
