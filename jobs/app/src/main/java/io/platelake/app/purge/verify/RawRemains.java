package io.platelake.app.purge.verify;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.app.ledger.site.RawFileEvent;
import io.platelake.app.ledger.site.RawRetention;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Searches the folders for the raw files of a plan. It uses the digests that landing recorded, and
 * neither the records nor the code of the purge.
 */
final class RawRemains {
  private RawRemains() {}

  static List<String> find(Lake lake, PurgePlan plan) throws IOException {
    List<String> findings = new ArrayList<>();
    for (RawRetention.Due due : plan.rawFiles()) {
      Path folder = new Path(due.folder());
      FileSystem fs = folder.getFileSystem(lake.spark().sessionState().newHadoopConf());
      List<String> digests = digests(lake, due);
      if (digests.size() < due.files()) {
        findings.add("raw files of feed " + due.feed() + ": UNPROVABLE, not all are on record");
      }
      if (fs.exists(folder)) {
        for (FileStatus file : fs.listStatus(folder)) {
          String name = file.getPath().getName();
          digests.stream()
              .filter(name::startsWith)
              .forEach(
                  digest ->
                      findings.add(
                          "raw files of feed "
                              + due.feed()
                              + ": RAW_FILE, still there: SHA-256 "
                              + digest.substring(0, 16)));
        }
      }
    }
    return findings;
  }

  /** Raw files that are still there although their time is up, moved or kept, by feed. */
  static List<String> overdue(Lake lake, Instant asOf) throws IOException {
    Map<String, List<RawFileEvent>> byFeed = new TreeMap<>();
    for (List<RawFileEvent> files : RawRetention.overdue(lake, asOf)) {
      byFeed.computeIfAbsent(files.get(0).feed(), feed -> new ArrayList<>()).addAll(files);
    }
    List<String> overdue = new ArrayList<>();
    byFeed.forEach(
        (feed, files) ->
            overdue.add(
                "raw files of feed "
                    + feed
                    + ": "
                    + files.size()
                    + " still there, the first had to be gone by "
                    + files.stream()
                        .map(RawFileEvent::deleteAfter)
                        .min(Instant::compareTo)
                        .orElseThrow()));
    return overdue;
  }

  private static List<String> digests(Lake lake, RawRetention.Due due) {
    return NamedRow.all(
            lake.ledger(Table.RAW_FILES)
                .where(col("feed_id").equalTo(due.feed()).and(col("folder").equalTo(due.folder())))
                .where(col("event").equalTo("moved"))
                .where(col("delete_after").leq(Timestamp.from(Instant.parse(due.until()))))
                .select("file_digest")
                .distinct())
        .stream()
        .map(row -> row.text("file_digest"))
        .toList();
  }
}
