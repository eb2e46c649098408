package io.platelake.lake.wall;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.delta.DeltaLogFileIndex;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.delta.catalog.DeltaTableV2;
import org.apache.spark.sql.delta.files.TahoeBatchFileIndex;
import org.apache.spark.sql.delta.files.TahoeFileIndex;
import org.apache.spark.sql.delta.stats.PreparedDeltaFileIndex;
import org.apache.spark.sql.execution.datasources.FileIndex;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Scans of Delta tables. A table is behind the wall if it is partitioned by purpose, wherever it
 * lies, so a clone or a copy of its folder is behind it too.
 */
final class DeltaScans {
  private static final String PURPOSE = "purpose";

  private final Declaration pass;

  DeltaScans(Declaration pass) {
    this.pass = pass;
  }

  /**
   * @return whether these files are Delta's, so have been judged here
   * @throws PurposeViolation if they may not be read
   */
  boolean check(FileIndex index, List<Attribute> columns, Pins pins) {
    if (index instanceof DeltaLogFileIndex log) {
      // Delta at its own log, which holds no value of a column that gives anything away.
      return Arrays.stream(log.files())
          .allMatch(f -> f.getPath().toUri().getPath().contains("/_delta_log/"));
    }
    if (!(index instanceof TahoeFileIndex delta)) {
      return false;
    }
    String table = delta.deltaLog().dataPath().getName();
    if (isWalled(delta.metadata())) {
      if (delta instanceof TahoeBatchFileIndex batch) {
        require(table, purposes(batch.addFiles()));
      } else if (delta instanceof PreparedDeltaFileIndex prepared) {
        require(table, purposes(prepared.preparedScan().files()));
      } else {
        require(table, columns, pins);
      }
    }
    return true;
  }

  /**
   * Tables of Spark's second interface, which Delta leaves to its first unless told otherwise.
   * There Spark moves filters into the scan, out of sight, so that even own partitions are refused
   * when the plan is about to run.
   */
  void check(Table table, List<Attribute> columns, Pins pins) {
    boolean walled =
        table instanceof DeltaTableV2 delta
            ? isWalled(delta.initialSnapshot().metadata())
            : Arrays.stream(table.partitioning())
                .flatMap(t -> Arrays.stream(t.references()))
                .anyMatch(r -> Arrays.equals(r.fieldNames(), new String[] {PURPOSE}));
    if (walled) {
      require(table instanceof DeltaTableV2 d ? d.path().getName() : "by purpose", columns, pins);
    }
  }

  /** Renaming the column would leave its name in the files. */
  private static boolean isWalled(Metadata metadata) {
    return metadata.partitionColumns().contains(PURPOSE)
        || metadata.physicalPartitionColumns().contains(PURPOSE);
  }

  private void require(String table, List<Attribute> columns, Pins pins) {
    Set<String> pinned =
        columns.stream()
            .filter(c -> c.name().equals(PURPOSE))
            .findFirst()
            .flatMap(pins::of)
            .orElseThrow(() -> PurposeViolation.anyPurpose(table, pass));
    require(table, pinned);
  }

  private void require(String table, Collection<String> purposes) {
    if (!pass.purposes().containsAll(purposes)) {
      throw PurposeViolation.purposes(table, new HashSet<>(purposes), pass);
    }
  }

  private static Set<String> purposes(Seq<AddFile> files) {
    Set<String> purposes = new HashSet<>();
    for (AddFile file : CollectionConverters.asJava(files)) {
      // A file without a purpose belongs to no purpose.
      String purpose = file.partitionValues().getOrElse(PURPOSE, () -> null);
      purposes.add(purpose == null ? "" : purpose);
    }
    return purposes;
  }
}
