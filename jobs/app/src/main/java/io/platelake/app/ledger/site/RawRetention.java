package io.platelake.app.ledger.site;

import io.platelake.app.job.Sha256;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds raw files whose time is up, and removes those that are ours to remove. */
public final class RawRetention {
  private RawRetention() {}

  /**
   * Moved files of a feed in one folder that must go.
   *
   * @param until those that must be gone by then, ISO-8601 UTC
   * @param expires when the first of them must be gone, ISO-8601 UTC
   * @param listing SHA-256 over their digests and sizes: the plan is for exactly these
   */
  public record Due(
      String feed,
      String agency,
      String folder,
      String until,
      long files,
      long bytes,
      String expires,
      String listing) {}

  /**
   * What a purge has to take.
   *
   * @param until instant up to which a purge looks ahead, by agency
   */
  public static List<Due> due(Lake lake, Function<String, Instant> until) throws IOException {
    List<RawFileEvent> moved =
        RawLedger.lying(lake).stream()
            .filter(f -> f.event() == RawFileEvent.Event.MOVED)
            .filter(f -> f.isDue(until.apply(f.agency())))
            .toList();
    List<Due> due = new ArrayList<>();
    for (List<RawFileEvent> files : byFeedAndFolder(moved).values()) {
      Set<RawFileEvent> present = folder(lake, files).present(files);
      if (!present.isEmpty()) {
        due.add(due(files.stream().filter(present::contains).toList(), until));
      }
    }
    return due;
  }

  private static Due due(List<RawFileEvent> files, Function<String, Instant> until) {
    RawFileEvent first = files.get(0);
    return new Due(
        first.feed(),
        first.agency(),
        first.folder(),
        until.apply(first.agency()).toString(),
        files.size(),
        files.stream().mapToLong(RawFileEvent::bytes).sum(),
        files.stream().map(RawFileEvent::deleteAfter).min(Instant::compareTo).get().toString(),
        Sha256.of(
            files.stream()
                .map(f -> f.digest() + " " + f.bytes())
                .sorted()
                .collect(Collectors.joining("\n"))));
  }

  /**
   * Removes the files that are due, and records every file that is gone. That includes kept files
   * that their deliverer has removed.
   *
   * @param key of the run: however often it is repeated, it notes once
   */
  public static void remove(Lake lake, Collection<Due> due, Instant asOf, String key)
      throws IOException {
    List<RawFileEvent> lying = RawLedger.lying(lake);
    List<RawFileEvent> gone = new ArrayList<>();
    for (Due one : due) {
      List<RawFileEvent> files =
          lying.stream()
              .filter(f -> f.event() == RawFileEvent.Event.MOVED)
              .filter(f -> f.feed().equals(one.feed()) && f.folder().equals(one.folder()))
              .filter(f -> f.isDue(Instant.parse(one.until())))
              .toList();
      if (!files.isEmpty()) {
        folder(lake, files).removeMoved(files);
        gone.addAll(files);
      }
    }
    List<RawFileEvent> others = new ArrayList<>(lying);
    others.removeAll(gone);
    others.removeIf(f -> !f.isDue(asOf));
    for (List<RawFileEvent> files : byFeedAndFolder(others).values()) {
      Set<RawFileEvent> present = folder(lake, files).present(files);
      files.stream().filter(f -> !present.contains(f)).forEach(gone::add);
    }
    RawLedger.append(lake, gone.stream().map(RawFileEvent::gone).toList(), asOf, key);
  }

  /** Files that should be gone and are not, by feed and folder. */
  public static Collection<List<RawFileEvent>> overdue(Lake lake, Instant asOf) throws IOException {
    List<RawFileEvent> expired = RawLedger.lying(lake).stream().filter(f -> f.isDue(asOf)).toList();
    List<List<RawFileEvent>> overdue = new ArrayList<>();
    for (List<RawFileEvent> files : byFeedAndFolder(expired).values()) {
      Set<RawFileEvent> present = folder(lake, files).present(files);
      if (!present.isEmpty()) {
        overdue.add(files.stream().filter(present::contains).toList());
      }
    }
    return overdue;
  }

  private static Map<String, List<RawFileEvent>> byFeedAndFolder(List<RawFileEvent> files) {
    return files.stream()
        .collect(
            Collectors.groupingBy(
                f -> f.feed() + " " + f.folder(), TreeMap::new, Collectors.toList()));
  }

  private static RawFolder folder(Lake lake, List<RawFileEvent> files) throws IOException {
    return new RawFolder(files.get(0).folder(), lake.spark().sessionState().newHadoopConf());
  }
}
