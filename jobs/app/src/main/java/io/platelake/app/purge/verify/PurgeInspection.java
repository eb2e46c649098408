package io.platelake.app.purge.verify;

import io.platelake.lake.contract.ShownPath;
import io.platelake.lake.contract.Table;
import io.platelake.lake.proof.covered.Coverage;
import io.platelake.lake.proof.covered.TableCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a verification looked at and found.
 *
 * @param tables the proof of each table that holds plates or persons
 * @param besideTables findings in the folders of raw files and in the chain, in words
 * @param overdueRaw raw files whose time is up and that no purge takes, in words: no finding of
 *     this purge, but its certificate must not be silent about them
 * @param search the search for plates, if one was asked for
 */
record PurgeInspection(
    Map<Table, TableProof> tables,
    List<String> besideTables,
    List<String> overdueRaw,
    Optional<SearchedPlates> search) {

  /** Every finding in words; empty when the purge is proved. */
  List<String> findings() {
    List<String> findings = new ArrayList<>();
    tables.forEach(
        (table, proof) ->
            proof
                .findings()
                .forEach(
                    f ->
                        findings.add(
                            table.folder()
                                + "/"
                                + ShownPath.of(f.path())
                                + ": "
                                + f.kind()
                                + ", "
                                + f.detail())));
    findings.addAll(besideTables);
    search.ifPresent(s -> findings.addAll(s.findings()));
    return findings;
  }

  /** The outcome that the certificate states. */
  String outcome() {
    return findings().isEmpty() ? "clean" : "finding";
  }

  /** Files of the tables. */
  long files() {
    return tables.values().stream().mapToLong(TableProof::files).sum();
  }

  /** Files that were read now: data files by their footer, log files whole. */
  long read() {
    return tables.values().stream().mapToLong(t -> t.report().readings().read()).sum();
  }

  /** Files of which the reading of an earlier verification counts. */
  long carried() {
    return tables.values().stream().mapToLong(t -> t.report().readings().carried()).sum();
  }

  /** What the next verification need not read. */
  Coverage covered() {
    SortedMap<String, TableCoverage> covered = new TreeMap<>();
    tables.forEach(
        (table, proof) -> covered.put(table.folder(), proof.report().readings().covered()));
    return new Coverage(covered);
  }

  /** Plates and keys that were searched. */
  long searched() {
    return search.map(s -> (long) s.needles().size()).orElse(0L);
  }
}
