package io.platelake.app.land.files;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.format.Layout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** What each task of a batch reads: as much as every other, however the files are sized. */
public final class Parts {
  /** A task's rows, a third of this, are sorted out, and its files written, in one go. */
  private static final long TASK_BYTES = 256L << 20;

  private Parts() {}

  /**
   * Parts of files by task, the largest first, each to the task that has least so far.
   *
   * @param firstFile number of the first file of the batch
   * @param cores for this batch
   */
  public static List<ArrayList<FilePart>> of(FeedBatch of, int firstFile, int cores) {
    List<RawFile> files = of.batch().files();
    List<Sized> parts = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (!files.get(i).isKept()) {
        parts.addAll(parts(firstFile + i, files.get(i), of.feed()));
      }
    }
    long bytes = parts.stream().mapToLong(Sized::bytes).sum();
    int tasks = (int) Math.min(parts.size(), Math.max(cores, bytes / TASK_BYTES));
    parts.sort(Comparator.comparingLong(Sized::bytes).reversed());
    List<ArrayList<FilePart>> byTask =
        IntStream.range(0, tasks).mapToObj(i -> new ArrayList<FilePart>()).toList();
    PriorityQueue<long[]> least =
        new PriorityQueue<>(
            Comparator.<long[]>comparingLong(t -> t[0]).thenComparingLong(t -> t[1]));
    for (int i = 0; i < tasks; i++) {
      least.add(new long[] {0, i});
    }
    for (Sized sized : parts) {
      long[] task = least.remove();
      byTask.get((int) task[1]).add(sized.part());
      task[0] += sized.bytes();
      least.add(task);
    }
    return byTask;
  }

  private record Sized(FilePart part, long bytes) {}

  private static List<Sized> parts(int number, RawFile file, FeedDefinition feed) {
    boolean json = feed.layout() == Layout.JSON || feed.layout() == Layout.JSON_LINES;
    if (!json || !file.lines()) {
      FilePart whole = new FilePart(number, file.copies().get(0), file.digest(), 0, FilePart.END);
      return List.of(new Sized(whole, file.weight()));
    }
    List<Sized> parts = new ArrayList<>();
    for (long from = 0; from < file.bytes(); from += RawFile.LARGE) {
      long to = from + RawFile.LARGE;
      boolean last = to >= file.bytes();
      parts.add(
          new Sized(
              new FilePart(
                  number, file.copies().get(0), file.digest(), from, last ? FilePart.END : to),
              (last ? file.bytes() : to) - from));
    }
    return parts;
  }
}
