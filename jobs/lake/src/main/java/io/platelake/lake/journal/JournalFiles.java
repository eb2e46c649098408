package io.platelake.lake.journal;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.TableLog;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.RemoveFile;
import scala.Option;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Data files of a journal. They are listed once, which may take a Spark job; from then on the
 * commits say what came and went.
 */
final class JournalFiles {
  private final Lake lake;
  private final Table table;
  private final Map<String, AddFile> files = new LinkedHashMap<>();
  private final List<Path> unsynced = new ArrayList<>();
  private Snapshot last;

  JournalFiles(Lake lake, Table table) {
    this.lake = lake;
    this.table = table;
  }

  /** The table as it is now. */
  Snapshot now() {
    Snapshot now = TableLog.now(lake.spark(), lake.path(table));
    if (last == null || now.version() < last.version()) {
      files.clear();
      TableLog.files(now).forEach(file -> files.put(file.path(), file));
    } else if (now.version() > last.version()) {
      follow(now);
    }
    last = now;
    return now;
  }

  /** Files of the table as {@link #now} found it. */
  List<AddFile> files() {
    return List.copyOf(files.values());
  }

  /** Commits and data files that have come since this was asked last. */
  List<Path> takeUnsynced() {
    List<Path> taken = List.copyOf(unsynced);
    unsynced.clear();
    return taken;
  }

  private void follow(Snapshot now) {
    Path log = now.deltaLog().logPath();
    Iterator<Tuple2<Object, Seq<Action>>> commits =
        now.deltaLog().getChanges(last.version() + 1, now.version(), Option.empty(), false);
    while (commits.hasNext()) {
      Tuple2<Object, Seq<Action>> commit = commits.next();
      unsynced.add(new Path(log, String.format("%020d.json", (Long) commit._1())));
      for (Action action : CollectionConverters.asJava(commit._2())) {
        if (action instanceof AddFile added) {
          files.put(added.path(), added);
          // Paths are URIs in the log, relative to the table.
          unsynced.add(new Path(lake.path(table), new Path(URI.create(added.path())).toString()));
        } else if (action instanceof RemoveFile removed) {
          files.remove(removed.path());
        }
      }
    }
  }
}
