package io.platelake.app.purge.verify;

import io.platelake.lake.contract.ShownPath;
import io.platelake.lake.proof.needle.NeedleHit;
import io.platelake.lake.proof.needle.Needles;
import io.platelake.lake.proof.needle.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A search of every file of the lake for some plates, and what it found.
 *
 * @param foundMarks marks of the plates that were found
 * @param covers numbers of earlier certificates of the plan whose found plates were searched for
 */
record SearchedPlates(
    Needles needles, ScanReport report, Set<String> foundMarks, List<Long> covers) {
  /**
   * Adds what the certificate needs, so that only a search for the found plates closes a finding.
   *
   * @param before searches of earlier certificates of the plan: number to the marks they found
   */
  static SearchedPlates of(
      PlateNeedles plates, ScanReport report, SearchKey key, Map<Long, Set<String>> before) {
    Set<String> searched = plates.marks(key);
    List<Long> covers =
        before.entrySet().stream()
            .filter(earlier -> searched.containsAll(earlier.getValue()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    Set<String> found = new TreeSet<>();
    hits(report).forEach(hit -> found.add(plates.mark(hit, key)));
    return new SearchedPlates(plates.needles(), report, found, covers);
  }

  /** Hits that are findings. A plate may be part of a longer text, which is another plate. */
  List<NeedleHit> hits() {
    return hits(report);
  }

  private static List<NeedleHit> hits(ScanReport report) {
    return report.hits().stream().filter(hit -> !hit.insideLongerRun()).toList();
  }

  /** Findings in words; the plate is not in them. */
  List<String> findings() {
    List<String> findings = new ArrayList<>();
    hits()
        .forEach(
            hit ->
                findings.add(
                    ShownPath.of(hit.path()) + ": FOUND, searched plate in " + hit.where()));
    report.unread().forEach(u -> findings.add(ShownPath.of(u.path()) + ": UNREAD, " + u.reason()));
    return findings;
  }

  /** As a certificate states it. */
  Map<String, Object> stated() {
    Map<String, Object> search = new TreeMap<>();
    search.put("plates_and_keys", needles.size());
    search.put("files", report.files());
    search.put("bytes", report.bytes());
    search.put("found", (long) hits().size());
    search.put("inside_longer_text", (long) report.hits().size() - hits().size());
    search.put("unread", report.unread().size());
    search.put("found_marks", foundMarks);
    search.put("covers", covers);
    return search;
  }
}
