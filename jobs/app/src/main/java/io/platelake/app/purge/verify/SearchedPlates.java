package io.platelake.app.purge.verify;

import io.platelake.lake.proof.ShownPath;
import io.platelake.lake.proof.needle.NeedleHit;
import io.platelake.lake.proof.needle.Needles;
import io.platelake.lake.proof.needle.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A search of every file of the lake for some plates, and what it found. */
record SearchedPlates(Needles needles, ScanReport report) {
  /** Hits that are findings. A plate may be part of a longer text, which is another plate. */
  List<NeedleHit> hits() {
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
    return search;
  }
}
