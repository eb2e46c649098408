package io.platelake.lake.proof;

import io.platelake.lake.proof.covered.FileTimes;
import io.platelake.lake.proof.covered.FileTimes.Question;
import io.platelake.lake.proof.covered.Reading;
import io.platelake.lake.proof.files.FileClass;
import io.platelake.lake.proof.files.FileListing;
import io.platelake.lake.proof.files.StoredFile;
import io.platelake.lake.proof.log.PartitionPath;
import io.platelake.lake.proof.log.TableState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with single files of a table: their class, their age, and their times. */
final class DataAudit {
  private final FileListing listing;
  private final TableState table;
  private final WorldRules rules;
  private final Overstayers overstayers;

  DataAudit(FileListing listing, TableState table, WorldRules rules) {
    this.listing = listing;
    this.table = table;
    this.rules = rules;
    this.overstayers = new Overstayers(rules.cutOffs());
  }

  /** The files that must say how old their rows are, and what each is asked. */
  Map<StoredFile, List<Question>> questions(Map<String, FileClass> classes) {
    Map<StoredFile, List<Question>> asked = new LinkedHashMap<>();
    classes.forEach(
        (path, kind) -> {
          StoredFile file = listing.files().get(path);
          List<Question> questions = overstayers.questions(values(file, kind));
          if (hasRows(kind) && !questions.isEmpty()) {
            asked.put(file, questions);
          }
        });
    return asked;
  }

  /** A removed file has its rows as long as it is there. */
  private static boolean hasRows(FileClass kind) {
    return kind == FileClass.LIVE || kind == FileClass.TOMBSTONED;
  }

  /** Of a live file as the log states them, of a removed one as its folder does. */
  private Map<String, String> values(StoredFile file, FileClass kind) {
    return kind == FileClass.LIVE
        ? table.active().get(file.path()).partitionValues()
        : PartitionPath.values(file.folder());
  }

  List<Finding> check(Map<String, FileClass> classes, Reading.Answers answers) {
    List<Finding> findings = new ArrayList<>();
    classes.forEach(
        (path, kind) -> {
          StoredFile file = listing.files().get(path);
          Map<String, FileTimes> times = answers.times().getOrDefault(path, Map.of());
          switch (kind) {
            case LIVE -> findings.addAll(overstayers.check(file, values(file, kind), times));
            case TOMBSTONED -> {
              findings.addAll(overstayers.check(file, values(file, kind), times));
              findings.addAll(tombstoned(file));
            }
            case ORPHAN ->
                findings.add(new Finding(Finding.Kind.ORPHAN, path, "data file not in the log"));
            case FOREIGN ->
                findings.add(new Finding(Finding.Kind.FOREIGN, path, "file of no known kind"));
            case LOG, CONTROL -> {}
          }
        });
    answers
        .changed()
        .forEach(
            path ->
                findings.add(
                    new Finding(
                        Finding.Kind.CHANGED,
                        path,
                        "its times are not those that an earlier verification read")));
    return findings;
  }

  private List<Finding> tombstoned(StoredFile file) {
    Instant removed = Instant.ofEpochMilli(table.tombstones().get(file.path()));
    boolean expired =
        ExpiredDate.of(PartitionPath.values(file.folder()))
            .filter(rules.expired()::contains)
            .isPresent();
    boolean tolerated =
        !expired && rules.tombstonesFrom().filter(from -> !removed.isBefore(from)).isPresent();
    return tolerated
        ? List.of()
        : List.of(
            new Finding(
                Finding.Kind.TOMBSTONED,
                file.path(),
                "removed " + removed + ", bytes still there"));
  }
}
