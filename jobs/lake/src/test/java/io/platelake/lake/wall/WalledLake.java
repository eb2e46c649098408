package io.platelake.lake.wall;

import static org.apache.spark.sql.functions.expr;

import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Column;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A lake with reads and hits of three purposes, and the lakes of jobs that look at it. */
final class WalledLake {
  interface Way {
    Dataset<?> plan() throws Exception;
  }

  static final List<String> PLATES = List.of("CRI111", "CRI222", "PAR333", "TRA444");

  final Path folder;

  /** Nothing declared. */
  final Lake bare;

  final Lake criminal;
  final Lake duty;

  WalledLake(Path folder) {
    this.folder = folder;
    this.bare = Lake.at(TestSpark.session(), folder.toString(), Contracts.load());
    this.criminal = bare.serving("criminal");
    this.duty = bare.forDuty(Duty.RETENTION);
    bare.create(List.of(Table.READS, Table.HITS, Table.EXCLUSIONS));
    String rows =
        "SELECT * FROM VALUES (1L, 'CRI111', 'criminal'), (2L, 'CRI222', 'criminal'),"
            + " (3L, 'PAR333', 'parking'), (4L, 'TRA444', 'traffic') AS t(read_id, plate, purpose)";
    append(Table.READS, bare.spark().sql(rows));
    append(
        Table.HITS,
        bare.spark()
            .sql(rows)
            .drop("plate")
            .withColumn("list_id", expr("if(read_id % 2 = 1, 'l-1', 'l-2')")));
  }

  /** Appends rows; what they lack and the contract requires is made up. */
  void append(Table table, Dataset<Row> rows) {
    bare.append(table, whole(table, rows), new CommitKey("test:" + rows.hashCode(), 0));
  }

  /** Rows with every column of the contract. */
  Dataset<Row> whole(Table table, Dataset<Row> rows) {
    Dataset<Row> whole = rows;
    List<String> given = List.of(rows.columns());
    for (Column column : bare.contracts().get(table).columns()) {
      if (!given.contains(column.name())) {
        String value = column.required() ? value(column.type()) : "NULL";
        whole =
            whole.withColumn(column.name(), expr("CAST(" + value + " AS " + column.type() + ")"));
      }
    }
    return whole;
  }

  private static String value(String type) {
    return switch (type) {
      case "timestamp" -> "'2026-06-01T12:00:00Z'";
      case "date" -> "'2026-06-01'";
      case "boolean" -> "true";
      default -> "'1'";
    };
  }

  /** Folder of the reads. */
  String reads() {
    return folder.resolve("reads").toString();
  }

  /** A data file of the reads of a purpose. */
  String file(String purpose) {
    try (Stream<Path> files = Files.walk(folder.resolve("reads/purpose=" + purpose))) {
      return files
          .filter(f -> f.toString().endsWith(".parquet"))
          .findFirst()
          .orElseThrow()
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A query: {@code $READS} and {@code $HITS} are the tables, {@code $OWN} the criminal reads,
   * {@code $FOLDER} the lake, {@code $FILE} a file of the parking reads.
   */
  String sql(String text) {
    return text.replace("$OWN", "(SELECT * FROM $READS WHERE purpose = 'criminal')")
        .replace("$READS", "delta.`" + reads() + "`")
        .replace("$HITS", "delta.`" + folder.resolve("hits") + "`")
        .replace("$EXCLUSIONS", "delta.`" + folder.resolve("exclusions") + "`")
        .replace("$FOLDER", folder.toString())
        .replace("$FILE", file("parking"));
  }

  /** The reads that a job which serves criminal may see. */
  Dataset<Row> own() {
    return criminal.read(Table.READS, "criminal");
  }

  /** Folder of the reads of a purpose. */
  String in(String purpose) {
    return reads() + "/purpose=" + purpose;
  }

  /** This lake in another session, with what that has declared. */
  Lake in(SparkSession other) {
    return Lake.at(other, folder.toString(), bare.contracts());
  }

  /** A plan in a session that serves criminal as well, with a setting. */
  Dataset<Row> with(String key, String value, Function<SparkSession, Dataset<Row>> plan) {
    SparkSession other = criminal.ownSession();
    other.conf().set(key, value);
    return plan.apply(other);
  }

  /** A session as Spark clones it for its own work. */
  static SparkSession clone(SparkSession of) {
    return ((org.apache.spark.sql.classic.SparkSession) of).cloneSession();
  }

  static LegalBasis basis(String purpose) {
    return new LegalBasis("rel-1", "research_release", Set.of(purpose));
  }
}
