package io.platelake.lake.table;

import io.platelake.lake.contract.TableContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An append that happens once for its key, or for all of its keys together.
 *
 * <p>Delta's own options {@code txnAppId} and {@code txnVersion} do the same and rebuild the whole
 * state of the table to look for the key, which was more than half of the time of a small append.
 * Here the log itself is searched: see {@link LoggedKeys}.
 */
final class KeyedAppend {
  private final WatchedCommit commit;
  private final OptimisticTransaction transaction;
  private final Set<CommitKey> keys;

  private KeyedAppend(WatchedCommit commit, Set<CommitKey> keys) {
    this.commit = commit;
    this.transaction = commit.begin();
    this.keys = keys;
  }

  static void write(
      WatchedCommit commit, Dataset<Row> rows, Set<CommitKey> keys, OptionalLong expected) {
    KeyedAppend append = new KeyedAppend(commit, keys);
    append.unlessSeen(
        () -> CollectionConverters.asJava(append.transaction.writeFiles(rows)), expected);
  }

  /** Appends a few rows in this thread. */
  static void write(
      WatchedCommit commit, TableContract contract, List<Row> rows, Set<CommitKey> keys) {
    new KeyedAppend(commit, keys)
        .unlessSeen(() -> commit.write(contract, rows), OptionalLong.of(rows.size()));
  }

  /** Whether the table has seen the key. */
  static boolean seen(WatchedCommit commit, CommitKey key) {
    return new KeyedAppend(commit, Set.of(key)).isSeen();
  }

  /**
   * @throws IllegalStateException if the table has seen some of the keys and not all
   */
  private boolean isSeen() {
    Optional<Map<String, Long>> logged = commit.keys(transaction.snapshot());
    long seen = keys.stream().filter(key -> lastVersion(logged, key) >= key.version()).count();
    if (seen > 0 && seen < keys.size()) {
      throw new IllegalStateException(
          "of " + keys.size() + " keys of one commit the table has seen " + seen);
    }
    return seen > 0;
  }

  private void unlessSeen(Supplier<List<? extends Action>> files, OptionalLong expected) {
    if (isSeen()) {
      return;
    }
    List<Action> actions = new ArrayList<>(files.get());
    if (expected.isPresent() && rows(actions) != expected.getAsLong()) {
      throw new IllegalStateException(
          rows(actions) + " rows to append, " + expected.getAsLong() + " expected");
    }
    keys.forEach(key -> actions.add(KeyExpiry.standing(key.app(), key.version())));
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
  private long lastVersion(Optional<Map<String, Long>> logged, CommitKey key) {
    if (logged.isEmpty()) {
      return transaction.txnVersion(key.app());
    }
    // Another commit of the same key in between has to be a conflict, so the key counts as read.
    transaction.readTxn().addOne(key.app());
    return logged.get().getOrDefault(key.app(), -1L);
  }
}
