package io.platelake.lake.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An append that happens once for its key.
 *
 * <p>Delta's own options {@code txnAppId} and {@code txnVersion} do the same and rebuild the whole
 * state of the table to look for the key, which was more than half of the time of a small append.
 * The checksum beside each commit lists the keys, so here the state is rebuilt only where a
 * checksum is missing or has too many of them.
 */
final class KeyedAppend {
  private final WatchedCommit commit;
  private final OptimisticTransaction transaction;
  private final CommitKey key;

  private KeyedAppend(WatchedCommit commit, CommitKey key) {
    this.commit = commit;
    this.transaction = commit.begin();
    this.key = key;
  }

  static void write(WatchedCommit commit, Dataset<Row> rows, CommitKey key, OptionalLong expected) {
    new KeyedAppend(commit, key).unlessSeen(rows, expected);
  }

  /** Whether the table has seen the key. */
  static boolean seen(WatchedCommit commit, CommitKey key) {
    return new KeyedAppend(commit, key).isSeen();
  }

  private boolean isSeen() {
    return lastVersion() >= key.version();
  }

  private void unlessSeen(Dataset<Row> rows, OptionalLong expected) {
    if (isSeen()) {
      return;
    }
    List<Action> actions =
        new ArrayList<>(CollectionConverters.asJava(transaction.writeFiles(rows)));
    if (expected.isPresent() && rows(actions) != expected.getAsLong()) {
      throw new IllegalStateException(
          rows(actions) + " rows to append, " + expected.getAsLong() + " expected");
    }
    // Without a time it never expires: what was done once stays done.
    actions.add(new SetTransaction(key.app(), key.version(), Option.empty()));
    commit.commit(transaction, actions, WatchedCommit.operation(SaveMode.Append, Optional.empty()));
  }

  private static long rows(List<Action> actions) {
    return actions.stream()
        .filter(AddFile.class::isInstance)
        .map(a -> ((AddFile) a).numPhysicalRecords())
        .mapToLong(n -> n.isEmpty() ? 0 : (Long) n.get())
        .sum();
  }

  /** Highest version that the table has seen of the key's application; -1 when none. */
  private long lastVersion() {
    Snapshot snapshot = transaction.snapshot();
    Option<Seq<SetTransaction>> known =
        snapshot.checksumOpt().flatMap(VersionChecksum::setTransactions);
    if (known.isEmpty()) {
      return transaction.txnVersion(key.app());
    }
    // Another commit of the same key in between has to be a conflict, so the key counts as read.
    transaction.readTxn().addOne(key.app());
    return CollectionConverters.asJava(known.get()).stream()
        .filter(t -> t.appId().equals(key.app()))
        .mapToLong(SetTransaction::version)
        .max()
        .orElse(-1);
  }
}
