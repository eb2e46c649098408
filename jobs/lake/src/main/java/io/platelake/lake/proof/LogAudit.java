package io.platelake.lake.proof;

import io.platelake.lake.proof.covered.CoveredLog;
import io.platelake.lake.proof.covered.TableCoverage;
import io.platelake.lake.proof.files.FileDigest;
import io.platelake.lake.proof.files.StoredFile;
import io.platelake.lake.proof.log.LogFiles;
import io.platelake.lake.proof.log.TableState;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What single log files give away. Commits and checkpoints never change, so a file that was clean
 * under the same rules is not read again.
 *
 * @param findings what was found in them
 * @param read files that were read now
 * @param carried files that an earlier verification found clean
 * @param covered files that are clean, by path
 */
record LogAudit(
    Set<Finding> findings, long read, long carried, SortedMap<String, CoveredLog> covered) {
  // Another number for checks that find more: what was clean before is read again.
  private static final String CHECKS = "1";

  static LogAudit of(LogFiles log, TableState table, WorldRules rules, TableCoverage known)
      throws IOException {
    String held = digest(table, rules);
    LogFiles unread = log.without(file -> known.hasClean(file, held));
    Set<Finding> findings = new TreeSet<>();
    findings.addAll(new LogLeaks(rules.forbiddenStatistics()).check(unread));
    findings.addAll(new RecordedConditions(rules, table).check(unread));
    findings.addAll(ProofBreakers.check(table, unread));
    Set<String> bad = findings.stream().map(Finding::path).collect(Collectors.toSet());
    SortedMap<String, CoveredLog> covered = new TreeMap<>();
    List<StoredFile> all = log.all();
    for (StoredFile file : all) {
      if (!bad.contains(file.path())) {
        covered.put(file.path(), new CoveredLog(file.path(), file.length(), file.modified(), held));
      }
    }
    long read = unread.all().size();
    return new LogAudit(findings, read, all.size() - read, covered);
  }

  private static String digest(TableState table, WorldRules rules) {
    return FileDigest.of(
        String.join(
            "\n",
            CHECKS,
            new TreeSet<>(table.columns()).toString(),
            new TreeSet<>(rules.forbiddenStatistics()).toString(),
            new TreeSet<>(rules.predicateColumns()).toString()));
  }
}
