package io.platelake.lake.table;

import io.platelake.lake.contract.Table;
import io.platelake.lake.contract.TableContract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.DeltaOptions;
import org.apache.spark.sql.delta.MetadataChangedException;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.commands.WriteIntoDelta;
import org.apache.spark.sql.functions;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * One commit on a table that no purge may overtake: see {@link Closings}. Files that were written
 * for a commit that fails so are deleted, since they can hold reads of a date that is proved empty.
 */
final class WatchedCommit {
  private final SparkSession spark;
  private final Table table;
  private final Path path;
  private final DeltaLog log;
  private final Closings closings;
  private final boolean byAgency;

  /**
   * @param byAgency whether each of its files must be of one agency
   */
  WatchedCommit(SparkSession spark, Table table, Path path, Closings closings, boolean byAgency) {
    this.spark = spark;
    this.table = table;
    this.path = path;
    this.log = DeltaLog.forTable(spark, path);
    this.closings = closings;
    this.byAgency = byAgency;
  }

  /** A transaction on the table as it is now. */
  OptimisticTransaction begin() {
    OptimisticTransaction transaction = log.startTransaction(Option.empty(), Option.empty());
    closings.check(table, transaction.snapshot());
    return transaction;
  }

  /** Files of a few rows for a commit, written in this thread. */
  List<AddFile> write(TableContract contract, List<Row> rows) {
    return LedgerFile.write(spark, log, contract, rows);
  }

  /** A description of a table with these properties where it has no others. */
  static Metadata with(Metadata now, java.util.Map<String, String> more) {
    java.util.Map<String, String> properties = new java.util.HashMap<>(more);
    properties.putAll(CollectionConverters.asJava(now.configuration()));
    return now.copy(
        now.id(),
        now.name(),
        now.description(),
        now.format(),
        now.schemaString(),
        now.partitionColumns(),
        scala.collection.immutable.Map.from(CollectionConverters.asScala(properties)),
        now.createdTime());
  }

  /** The keys that a version has seen; empty where only Delta can tell. */
  Optional<java.util.Map<String, Long>> keys(Snapshot version) {
    return LoggedKeys.of(version, spark.sessionState().newHadoopConf());
  }

  /**
   * Commits what has been written.
   *
   * @throws ClosedMeanwhile if a purge has closed dates since the transaction began
   * @throws IllegalStateException if agencies would share a file
   */
  void commit(
      OptimisticTransaction transaction,
      List<Action> actions,
      DeltaOperations.Operation operation) {
    Seq<Action> all = CollectionConverters.asScala(actions).toSeq();
    if (byAgency) {
      try {
        AgencyFiles.check(table.folder(), actions);
      } catch (IllegalStateException e) {
        deleteFiles(actions);
        throw e;
      }
    }
    try {
      transaction.commitIfNeeded(all, operation, Map$.MODULE$.empty());
    } catch (MetadataChangedException e) {
      deleteFiles(actions);
      throw overtaken(e);
    } catch (Exception e) {
      // A purge also removes what an unfinished commit has left in the log.
      if (!isLost(actions, e)) {
        throw e;
      }
      deleteFiles(actions);
      throw overtaken(e);
    }
  }

  /** Whether a purge took a commit that failed. A store that is down must not hide the failure. */
  private boolean isLost(List<Action> actions, Exception first) {
    try {
      return closings.isOvertaken(spark, table, path) && !isCommitted(actions);
    } catch (RuntimeException e) {
      first.addSuppressed(e);
      return false;
    }
  }

  private ClosedMeanwhile overtaken(Exception cause) {
    ClosedMeanwhile closed = new ClosedMeanwhile(table.folder());
    closed.initCause(cause);
    return closed;
  }

  /** Whether the table has one of the files: then the commit was made, whatever was heard of it. */
  private boolean isCommitted(List<Action> actions) {
    Object[] files =
        actions.stream()
            .filter(AddFile.class::isInstance)
            .map(file -> ((AddFile) file).path())
            .toArray();
    return !log.update(false, Option.empty(), Option.empty())
        .allFiles()
        .toDF()
        .where(functions.col("path").isin(files))
        .isEmpty();
  }

  /** Replaces the rows that a condition selects; all new rows must be selected too. */
  void replace(Dataset<Row> rows, String condition) {
    replace(rows, condition, true, actions -> actions);
  }

  /** Replaces them with the same rows in files that are sorted by a column. */
  void rewrite(Dataset<Row> rows, String condition, String sortedBy) {
    replace(rows, condition, false, actions -> SortedFiles.marked(actions, sortedBy));
  }

  private void replace(
      Dataset<Row> rows,
      String condition,
      boolean dataChange,
      UnaryOperator<List<Action>> finished) {
    log.withNewTransaction(
        Option.empty(),
        Option.empty(),
        new AbstractFunction1<>() {
          @Override
          public BoxedUnit apply(OptimisticTransaction transaction) {
            closings.check(table, transaction.snapshot());
            WriteIntoDelta write = write(rows, condition, dataChange);
            List<Action> actions =
                new ArrayList<>(
                    CollectionConverters.asJava(
                        write.write(transaction, spark, Option.empty(), false)));
            commit(
                transaction,
                finished.apply(actions),
                operation(SaveMode.Overwrite, Optional.of(condition)));
            return BoxedUnit.UNIT;
          }
        });
  }

  private WriteIntoDelta write(Dataset<Row> rows, String condition, boolean dataChange) {
    java.util.Map<String, String> options =
        java.util.Map.of(
            DeltaOptions.REPLACE_WHERE_OPTION(),
            condition,
            DeltaOptions.DATA_CHANGE_OPTION(),
            Boolean.toString(dataChange));
    return new WriteIntoDelta(
        log,
        SaveMode.Overwrite,
        new DeltaOptions(
            scala.collection.immutable.Map.from(CollectionConverters.asScala(options)),
            spark.sessionState().conf()),
        CollectionConverters.asScala(List.<String>of()).toSeq(),
        Map$.MODULE$.empty(),
        rows,
        Option.empty(),
        Option.empty(),
        false);
  }

  static DeltaOperations.Write operation(SaveMode mode, Optional<String> condition) {
    return new DeltaOperations.Write(
        mode,
        Option.empty(),
        Option.apply(condition.orElse(null)),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }

  private void deleteFiles(List<Action> actions) {
    try {
      FileSystem fs = path.getFileSystem(spark.sessionState().newHadoopConf());
      for (Action action : actions) {
        if (action instanceof AddFile file) {
          fs.delete(file.absolutePath(log), false);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
