package io.platelake.lake.proof;

import io.platelake.lake.proof.covered.Reading;
import io.platelake.lake.proof.covered.TableCoverage;
import io.platelake.lake.proof.files.FileClass;
import io.platelake.lake.proof.files.FileListing;
import io.platelake.lake.proof.files.Unprovable;
import io.platelake.lake.proof.log.LogFiles;
import io.platelake.lake.proof.log.LogReplay;
import io.platelake.lake.proof.log.TableState;
import java.io.IOException;
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
  private final Path root;
  private final FileListing listing;
  private final TableState table;
  private final WorldRules rules;
  private final Reading reading;

  private ClosedWorld(
      Path root, FileListing listing, TableState table, WorldRules rules, Reading reading) {
    this.root = root;
    this.listing = listing;
    this.table = table;
    this.rules = rules;
    this.reading = reading;
  }

  /**
   * Audits the table and reads every file of it; changes nothing.
   *
   * @throws Unprovable when the log cannot be read completely, which is no clean bill
   */
  public static WorldReport audit(FileSystem fs, Path tableRoot, WorldRules rules)
      throws IOException {
    return audit(fs, tableRoot, rules, Reading.everything());
  }

  /**
   * Audits the table; changes nothing. Every file is listed and classed, whatever was read before.
   *
   * @param reading what need not be read again, and who reads the rest
   * @throws Unprovable when the log cannot be read completely, which is no clean bill
   */
  public static WorldReport audit(FileSystem fs, Path tableRoot, WorldRules rules, Reading reading)
      throws IOException {
    FileListing listing = FileListing.of(fs, tableRoot);
    TableState table = LogReplay.read(listing);
    return new ClosedWorld(tableRoot, listing, table, rules, reading).report();
  }

  private WorldReport report() throws IOException {
    Census census = new Census(listing, table);
    Map<String, FileClass> classes = census.classes();

    TreeSet<Finding> findings = new TreeSet<>(census.missing());
    findings.addAll(census.foreignFolders());
    listing
        .odd()
        .forEach(
            file -> findings.add(new Finding(Finding.Kind.FOREIGN, file.path(), file.reason())));
    findings.addAll(ExpiredPartitions.check(listing, table, rules));
    LogAudit logs = LogAudit.of(LogFiles.of(listing), table, rules, reading.known());
    findings.addAll(logs.findings());
    DataAudit data = new DataAudit(listing, table, rules);
    Reading.Answers answers = reading.answers(root, data.questions(classes));
    findings.addAll(data.check(classes, answers));
    return new WorldReport(
        table.version(),
        tallies(classes),
        List.copyOf(findings),
        listing.sha256(),
        new WorldReport.Readings(
            answers.read() + logs.read(),
            answers.carried() + logs.carried(),
            answers.again(),
            new TableCoverage(answers.covered(), logs.covered())));
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
}
