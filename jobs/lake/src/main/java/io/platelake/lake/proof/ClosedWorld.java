package io.platelake.lake.proof;

import io.platelake.lake.proof.files.FileClass;
import io.platelake.lake.proof.files.FileListing;
import io.platelake.lake.proof.files.StoredFile;
import io.platelake.lake.proof.log.LogFiles;
import io.platelake.lake.proof.log.LogReplay;
import io.platelake.lake.proof.log.PartitionPath;
import io.platelake.lake.proof.log.TableState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Closed-world audit of one table: every file below its root is accounted for, and what may not be
 * there is named. Nothing may write to the table meanwhile: a file not yet committed is an orphan.
 */
public final class ClosedWorld {
  private final FileListing listing;
  private final TableState table;
  private final WorldRules rules;

  private ClosedWorld(FileListing listing, TableState table, WorldRules rules) {
    this.listing = listing;
    this.table = table;
    this.rules = rules;
  }

  /**
   * Audits the table; changes nothing.
   *
   * @throws Unprovable when the log cannot be read completely, which is no clean bill
   */
  public static WorldReport audit(FileSystem fs, Path tableRoot, WorldRules rules)
      throws IOException {
    FileListing listing = FileListing.of(fs, tableRoot);
    return new ClosedWorld(listing, LogReplay.read(listing), rules).report();
  }

  private WorldReport report() throws IOException {
    Census census = new Census(listing, table);
    Map<String, FileClass> classes = census.classes();
    LogFiles log = LogFiles.of(listing);

    TreeSet<Finding> findings = new TreeSet<>(census.missing());
    findings.addAll(census.foreignFolders());
    listing
        .odd()
        .forEach(
            file -> findings.add(new Finding(Finding.Kind.FOREIGN, file.path(), file.reason())));
    findings.addAll(ExpiredPartitions.check(listing, table, rules));
    findings.addAll(new LogLeaks(rules.forbiddenStatistics()).check(log));
    findings.addAll(new RecordedConditions(rules, table).check(log));
    findings.addAll(ProofBreakers.check(table, log));
    findings.addAll(files(classes));
    return new WorldReport(
        table.version(), tallies(classes), List.copyOf(findings), listing.sha256());
  }

  private Map<FileClass, WorldReport.Tally> tallies(Map<String, FileClass> classes) {
    Map<FileClass, WorldReport.Tally> tallies = new EnumMap<>(FileClass.class);
    for (FileClass kind : FileClass.values()) {
      tallies.put(kind, new WorldReport.Tally(0, 0));
    }
    classes.forEach(
        (path, kind) ->
            tallies.computeIfPresent(
                kind, (same, tally) -> tally.plus(listing.files().get(path).length())));
    return tallies;
  }

  /** What is wrong with single files; footers are read side by side, since stores are slow. */
  private List<Finding> files(Map<String, FileClass> classes) {
    return classes.entrySet().parallelStream()
        .flatMap(file -> findings(file.getKey(), file.getValue()).stream())
        .toList();
  }

  private List<Finding> findings(String path, FileClass kind) {
    StoredFile file = listing.files().get(path);
    return switch (kind) {
      case LIVE -> overstayed(file, table.active().get(path).partitionValues());
      case TOMBSTONED -> tombstoned(file);
      case ORPHAN -> List.of(new Finding(Finding.Kind.ORPHAN, path, "data file not in the log"));
      case FOREIGN -> List.of(new Finding(Finding.Kind.FOREIGN, path, "file of no known kind"));
      case LOG, CONTROL -> List.of();
    };
  }

  private List<Finding> tombstoned(StoredFile file) {
    Instant removed = Instant.ofEpochMilli(table.tombstones().get(file.path()));
    Map<String, String> values = PartitionPath.values(file.folder());
    boolean expired = ExpiredDate.of(values).filter(rules.expired()::contains).isPresent();
    boolean tolerated =
        !expired && rules.tombstonesFrom().filter(from -> !removed.isBefore(from)).isPresent();
    List<Finding> findings = new ArrayList<>(overstayed(file, values));
    if (!tolerated) {
      findings.add(
          new Finding(
              Finding.Kind.TOMBSTONED, file.path(), "removed " + removed + ", bytes still there"));
    }
    return findings;
  }

  private List<Finding> overstayed(StoredFile file, Map<String, String> values) {
    try {
      return new Overstayers(rules.cutOffs()).check(file, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
