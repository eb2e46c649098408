package io.platelake.lake.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
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
  private final OptimisticTransaction transaction;
  private final CommitKey key;

  private KeyedAppend(OptimisticTransaction transaction, CommitKey key) {
    this.transaction = transaction;
    this.key = key;
  }

  static void write(
      SparkSession spark, Path table, Dataset<Row> rows, CommitKey key, OptionalLong expected) {
    on(spark, table, key).unlessSeen(rows, expected);
  }

  /** Whether the table has seen the key. */
  static boolean seen(SparkSession spark, Path table, CommitKey key) {
    return on(spark, table, key).isSeen();
  }

  private static KeyedAppend on(SparkSession spark, Path table, CommitKey key) {
    OptimisticTransaction transaction =
        DeltaLog.forTable(spark, table).startTransaction(Option.empty(), Option.empty());
    return new KeyedAppend(transaction, key);
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
    transaction.commit(CollectionConverters.asScala(actions).toSeq(), append());
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

  private static DeltaOperations.Write append() {
    return new DeltaOperations.Write(
        SaveMode.Append,
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }
}
