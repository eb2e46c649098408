package io.platelake.lake.table;

import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Ddl;
import io.platelake.lake.contract.Table;
import io.platelake.lake.root.AuditRoot;
import io.platelake.lake.wall.Declaration;
import io.platelake.lake.wall.Declarations;
import io.platelake.lake.wall.Duty;
import io.platelake.lake.wall.LegalBasis;
import io.platelake.lake.wall.PurposeViolation;
import io.platelake.lake.wall.PurposeWall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * The tables of one lake, one folder a table under the root.
 *
 * <p>Rows are written in the shape of the contract: a missing or additional column is an error
 * before anything is written. Every write is one Delta commit; with a {@link CommitKey} it happens
 * once.
 */
public final class Lake {
  private static final int CREATED_AT_ONCE = 4;

  /**
   * What putting small files together did.
   *
   * @param before files of the table before
   * @param after files of the table after
   */
  public record MergedFiles(long before, long after) {}

  private final SparkSession spark;
  private final Path root;
  private final Path auditRoot;
  private final Contracts contracts;
  private final TableExtension extension;
  private final Closings closings;

  private Lake(
      SparkSession spark, Path root, Path auditRoot, Contracts contracts, Closings closings) {
    this.spark = Objects.requireNonNull(spark, "spark");
    this.root = Objects.requireNonNull(root, "root");
    this.auditRoot = Objects.requireNonNull(auditRoot, "auditRoot");
    this.contracts = Objects.requireNonNull(contracts, "contracts");
    this.extension = new TableExtension(this);
    this.closings = closings;
  }

  /**
   * The lake under a root, whether or not its tables exist yet. What it may read of the tables
   * partitioned by purpose is for {@link #serving} and {@link #forDuty} to declare: as it is,
   * nothing.
   *
   * @throws PurposeViolation if the session is not guarded by the purpose wall
   */
  public static Lake at(SparkSession spark, String root, Contracts contracts) {
    PurposeWall.requireIn(spark);
    try {
      Configuration conf = spark.sessionState().newHadoopConf();
      Path path = AuditRoot.qualified(new Path(root), conf);
      return new Lake(spark, path, AuditRoot.of(path, conf), contracts, new Closings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * This lake for a job that serves a purpose: it reads the partitions of that purpose only.
   *
   * @throws PurposeViolation if something has been declared already: a declaration is final
   */
  public Lake serving(String purpose) {
    return declared(Declaration.serving(purpose));
  }

  /**
   * This lake for a duty that the law orders over all purposes.
   *
   * @throws PurposeViolation if something has been declared already: a declaration is final
   */
  public Lake forDuty(Duty duty) {
    return declared(Declaration.on(duty));
  }

  /**
   * This lake for secondary use: also the partitions that a legal basis opens. The caller has seen
   * the record of the basis, and names it in the record of its own run.
   *
   * @throws IllegalStateException if this lake serves no purpose: a basis is for somebody's use
   */
  public Lake withBasis(LegalBasis basis) {
    Declaration pass = Declarations.of(spark).with(basis);
    return new Lake(Declarations.session(spark, pass), root, auditRoot, contracts, closings);
  }

  private Lake declared(Declaration pass) {
    if (!Declarations.of(spark).equals(Declaration.NONE)) {
      throw PurposeViolation.declaredBefore(Declarations.of(spark));
    }
    return new Lake(Declarations.session(spark, pass), root, auditRoot, contracts, closings);
  }

  /** Creates the tables that do not exist; running it again changes nothing. */
  public void create() {
    create(List.of(Table.values()));
  }

  /** Creates these tables where they do not exist. */
  public void create(List<Table> tables) {
    // Each is its own commit on its own table; several at a time shorten a newcomer's wait.
    List<Callable<Object>> all = new ArrayList<>();
    for (Table table : tables) {
      String ddl = Ddl.createTable(contracts.get(table), "delta.`" + path(table) + "`");
      all.add(() -> spark.sql(ddl));
    }
    // Threads of its own have the class loader of this one; on a cluster only that knows Delta.
    ExecutorService threads = Executors.newFixedThreadPool(CREATED_AT_ONCE);
    try {
      for (Future<Object> each : threads.invokeAll(all)) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while tables were created", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a table could not be created", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Brings the tables of an earlier release to the contracts of this one. Missing tables and
   * columns come, and the log says more of new files; rows stay as they are.
   *
   * @return the tables that were changed or created
   */
  public List<String> bringForward() {
    List<String> missing = missing();
    create();
    List<String> changed = new ArrayList<>();
    for (Table table : Table.values()) {
      if (extension.extend(table) || missing.contains(table.folder())) {
        changed.add(table.folder());
      }
      if (contracts.get(table).isAudit()) {
        extension.removeMoved(table);
      }
    }
    return changed;
  }

  /** Whether every table of the contracts has been created. */
  public boolean exists() {
    return missing().isEmpty();
  }

  /** Tables of the contracts that have not been created. */
  public List<String> missing() {
    try {
      List<String> missing = new ArrayList<>();
      for (Table table : Table.values()) {
        if (!fileSystem(table).exists(new Path(path(table), "_delta_log"))) {
          missing.add(table.folder());
        }
      }
      return missing;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All rows of a table.
   *
   * @throws PurposeViolation for a table partitioned by purpose, unless this lake is for a duty
   */
  public Dataset<Row> read(Table table) {
    return extension.complete(table, spark.read().format("delta").load(path(table).toString()));
  }

  /**
   * All rows of an earlier version of a table.
   *
   * @throws PurposeViolation for a table partitioned by purpose, unless this lake is for a duty
   */
  public Dataset<Row> readAt(Table table, long version) {
    return extension.complete(
        table,
        spark.read().format("delta").option("versionAsOf", version).load(path(table).toString()));
  }

  /**
   * All rows of a table that has few: the same as {@link #read(Table)}, from memory where nobody
   * has committed since they were read last.
   *
   * @throws PurposeViolation for a table partitioned by purpose, unless this lake is for a duty
   */
  public Dataset<Row> ledger(Table table) {
    return contracts.get(table).partitionedBy().contains("purpose")
        ? read(table)
        : KeptRows.of(spark, path(table), contracts.get(table), () -> read(table));
  }

  /**
   * All rows of a table that has few, in no order. They pass no plan, so the table may name plates.
   *
   * @throws PurposeViolation for a table partitioned by purpose, unless this lake is for a duty
   */
  public List<NamedRow> ledgerRows(Table table) {
    return contracts.get(table).partitionedBy().contains("purpose")
        ? NamedRow.all(read(table))
        : KeptRows.rows(spark, path(table), contracts.get(table))
            .map(rows -> rows.stream().map(NamedRow::new).toList())
            .orElseGet(() -> NamedRow.all(read(table)));
  }

  /** Whether the log says that a table has no rows; it may have none where it does not say so. */
  public boolean isKnownEmpty(Table table) {
    return KeptRows.isKnownEmpty(spark, path(table));
  }

  /**
   * Rows of one purpose of a table partitioned by purpose.
   *
   * @throws PurposeViolation if this lake does not serve the purpose
   */
  public Dataset<Row> read(Table table, String purpose) {
    // In one statement, because the wall does not even let a plan be made of the whole table.
    String own = Slice.all().where("purpose", purpose).sql(contracts.get(table));
    return extension.complete(
        table, spark.sql("SELECT * FROM delta.`" + path(table) + "` WHERE " + own));
  }

  /** Rows of one purpose captured in a window. */
  public Dataset<Row> read(Table table, String purpose, Window window) {
    return read(table, purpose)
        .where(functions.col("date").between(window.firstDate(), window.lastDate()))
        .where(
            functions
                .col("captured_at")
                .geq(window.from())
                .and(functions.col("captured_at").lt(window.to())));
  }

  /** Appends rows, once for a key: a key the table has seen writes nothing. */
  public void append(Table table, Dataset<Row> rows, CommitKey key) {
    extension.extend(table);
    KeyedAppend.write(
        commit(table),
        ContractShape.of(contracts.get(table), rows),
        Set.of(key),
        OptionalLong.empty());
  }

  /**
   * Appends rows, once for a key, if they are as many as expected.
   *
   * @throws IllegalStateException if they are not; then nothing is committed
   */
  public void append(Table table, Dataset<Row> rows, CommitKey key, long expected) {
    append(table, rows, Set.of(key), expected);
  }

  /**
   * Appends rows, once for all of these keys together, if the rows are as many as expected.
   *
   * @throws IllegalStateException if they are not, or if the table has seen some of the keys and
   *     not all; then nothing is committed
   */
  public void append(Table table, Dataset<Row> rows, Set<CommitKey> keys, long expected) {
    extension.extend(table);
    KeyedAppend.write(
        commit(table),
        ContractShape.of(contracts.get(table), rows),
        keys,
        OptionalLong.of(expected));
  }

  /** Appends rows built by the driver, once for a key. */
  public void append(Table table, List<Row> rows, CommitKey key) {
    append(table, rows, Set.of(key));
  }

  /**
   * Appends rows built by the driver, once for all of these keys together.
   *
   * @throws IllegalStateException if the table has seen some of the keys and not all
   */
  public void append(Table table, List<Row> rows, Set<CommitKey> keys) {
    extension.extend(table);
    if (LedgerFile.takes(contracts.get(table), rows)) {
      KeyedAppend.write(commit(table), contracts.get(table), rows, keys);
    } else {
      KeyedAppend.write(
          commit(table),
          ContractShape.of(contracts.get(table), rows(table, rows)),
          keys,
          OptionalLong.empty());
    }
  }

  /** Whether something has been appended to a table for a key. */
  public boolean seen(Table table, CommitKey key) {
    return KeyedAppend.seen(commit(table), key);
  }

  /** Applications of the keys that a table has seen and did not retire. */
  public Set<String> keys(Table table) {
    return KeyExpiry.standing(commit(table));
  }

  /**
   * Lets a table forget keys that nobody asks for again. From then on {@link #seen} does not know
   * them.
   *
   * @param finished applications for which all is done
   * @return how many; few are left for another time
   */
  public long retire(Table table, Set<String> finished) {
    return KeyExpiry.retire(commit(table), contracts.get(table), finished);
  }

  /**
   * Puts the rows of small files of a table together, in one commit that says that no data changed.
   *
   * @throws IllegalStateException if the rows read back are not the rows that were there
   */
  public MergedFiles merge(Table table) {
    return SmallFiles.merge(spark, commit(table), contracts.get(table));
  }

  /**
   * Writes a checkpoint of a table, so that readers need not go through many commits, and lets
   * Delta remove commits older than its property says.
   *
   * @param commits fewer commits since the last checkpoint are left for another time
   * @return whether one was written
   */
  public boolean checkpoint(Table table, long commits) {
    return TableLog.checkpoint(spark, path(table), commits);
  }

  /** Data files that the current version of a table refers to, as qualified paths. */
  public Set<Path> liveFiles(Table table) {
    return TableLog.liveFiles(spark, path(table));
  }

  /** Current version of a table. */
  public long version(Table table) {
    return TableLog.now(spark, path(table)).version();
  }

  /** Replaces a slice of a table with these rows in one commit; every row must be in the slice. */
  public void replace(Table table, Dataset<Row> rows, Slice slice) {
    extension.extend(table);
    commit(table)
        .replace(ContractShape.of(contracts.get(table), rows), slice.sql(contracts.get(table)));
  }

  /** Replaces a slice with rows built by the driver. */
  public void replace(Table table, List<Row> rows, Slice slice) {
    replace(table, rows(table, rows), slice);
  }

  /**
   * Replaces a slice with its own rows in other files. The commit says that no data changed, and of
   * each file by which column it is sorted.
   */
  public void rewrite(Table table, Dataset<Row> rows, Slice slice, String sortedBy) {
    extension.extend(table);
    commit(table)
        .rewrite(
            ContractShape.of(contracts.get(table), rows),
            slice.sql(contracts.get(table)),
            sortedBy);
  }

  /**
   * Remembers which dates are closed from now on: a commit of this lake, however declared, fails
   * with {@link ClosedMeanwhile} once a purge has closed more. To be called before the closed dates
   * are read, or rows that are written again.
   */
  public void watchClosings() {
    closable().forEach(table -> closings.remember(spark, table, path(table)));
  }

  /**
   * Whether a purge has closed dates since {@link #watchClosings}. What fails then can have lost
   * its files to the purge.
   */
  public boolean isOvertaken() {
    return closable().stream().anyMatch(table -> closings.isOvertaken(spark, table, path(table)));
  }

  /**
   * Lets no commit of a job pass that did not know of the dates closed by now. To be called once
   * the closed dates are on record.
   *
   * @param plan digest of the plan that closed them
   */
  public void markClosed(String plan) {
    closable().forEach(table -> Closings.close(spark, path(table), plan));
  }

  /** Tables whose rows of a closed date are final. */
  private List<Table> closable() {
    List<Table> tables = new ArrayList<>(contracts.walled());
    // Rows of the access log are of today, which no purge closes.
    tables.removeIf(table -> contracts.get(table).isAudit());
    tables.add(Table.DAILY_FACTS);
    return tables;
  }

  private WatchedCommit commit(Table table) {
    return new WatchedCommit(
        spark, table, path(table), closings, contracts.walled().contains(table));
  }

  /** Deletes a slice, in the session that may. */
  public void delete(SparkSession session, Table table, Slice slice) {
    session.sql("DELETE FROM delta.`" + path(table) + "` WHERE " + slice.sql(contracts.get(table)));
  }

  /**
   * Rows built by the driver, in the order of the contract's columns; where agencies share no file,
   * each in a task of its own.
   */
  public Dataset<Row> rows(Table table, List<Row> rows) {
    StructType schema = contracts.get(table).schema();
    Dataset<Row> all = spark.createDataFrame(rows, schema);
    if (!contracts.walled().contains(table)) {
      return all;
    }
    int agency = schema.fieldIndex("agency_id");
    Set<String> agencies =
        rows.stream().map(row -> row.getString(agency)).collect(Collectors.toSet());
    return agencies.size() > 1 ? AgencyFiles.split(all, agencies) : all;
  }

  /**
   * Rows built by the executors in Spark's own form, which nothing checks: they have to be of these
   * columns. Each is used before the next is asked for.
   */
  public Dataset<Row> rows(StructType columns, JavaRDD<InternalRow> rows) {
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .internalCreateDataFrame(rows.rdd(), columns, false);
  }

  /** Folder of a table. */
  public Path path(Table table) {
    return new Path(rootOf(table), table.folder());
  }

  /** Root folder of a table: of the lake, or of its audits. */
  public Path rootOf(Table table) {
    return contracts.get(table).isAudit() ? auditRoot : root;
  }

  /** Root folder of the audit tables. */
  public Path auditRoot() {
    return auditRoot;
  }

  /** Root folder. */
  public Path root() {
    return root;
  }

  /** The session that this lake reads in, with its declaration. */
  public SparkSession spark() {
    return spark;
  }

  /** A row of a table to fill in, column by column. */
  public TableRow newRow(Table table) {
    return new TableRow(contracts.get(table));
  }

  public Contracts contracts() {
    return contracts;
  }

  /** Another session with the same declaration, for settings that no other plan may see. */
  public SparkSession ownSession() {
    return Declarations.session(spark, Declarations.of(spark));
  }

  /** The file system of the lake. */
  public FileSystem fileSystem() throws IOException {
    return root.getFileSystem(spark.sessionState().newHadoopConf());
  }

  /** The file system of a table. */
  public FileSystem fileSystem(Table table) throws IOException {
    return rootOf(table).getFileSystem(spark.sessionState().newHadoopConf());
  }
}
