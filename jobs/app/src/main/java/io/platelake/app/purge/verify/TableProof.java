package io.platelake.app.purge.verify;

import io.platelake.lake.proof.Finding;
import io.platelake.lake.proof.WorldReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was found in one table.
 *
 * @param report what was read
 * @param findings what should not be there
 * @param unsettled files of a killed job that are too young to be abandoned
 */
record TableProof(WorldReport report, List<Finding> findings, long unsettled) {
  TableProof {
    findings = List.copyOf(findings);
  }

  /** Files by class, in lower case. */
  Map<String, Long> filesByClass() {
    Map<String, Long> files = new TreeMap<>();
    report
        .files()
        .forEach((kind, tally) -> files.put(kind.name().toLowerCase(Locale.ROOT), tally.files()));
    return files;
  }

  /** Files of the table. */
  long files() {
    return report.files().values().stream().mapToLong(tally -> tally.files()).sum();
  }
}
