package io.platelake.lake.wall;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.catalog.HiveTableRelation;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.plans.logical.LeafNode;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.delta.commands.CloneTableBase;
import org.apache.spark.sql.delta.commands.ConvertToDeltaCommandBase;
import org.apache.spark.sql.delta.commands.cdc.DeltaCDFRelationBase;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2ScanRelation;
import org.apache.spark.sql.execution.datasources.v2.FileTable;
import org.apache.spark.sql.sources.BaseRelation;
import scala.jdk.javaapi.CollectionConverters;

/** Says of each leaf of a plan whether the session may read it under the pins above. */
final class Relations {
  private final Declaration pass;
  private final DeltaScans delta;
  private final TableFiles files;

  Relations(Declaration pass, SparkSession session) {
    this.pass = pass;
    this.delta = new DeltaScans(pass);
    this.files = new TableFiles(pass, session);
  }

  /**
   * @throws PurposeViolation if the node reads what the session may not; nodes that read nothing
   *     themselves pass
   */
  void check(LogicalPlan plan, Pins pins) {
    if (plan instanceof LeafNode && plan.isStreaming()) {
      // Which files a stream reads is known only when it runs.
      throw PurposeViolation.kind("Streaming read", pass);
    }
    if (plan instanceof CloneTableBase || plan instanceof ConvertToDeltaCommandBase) {
      throw PurposeViolation.kind("Table made of the files of another", pass);
    }
    if (plan instanceof LogicalRelation relation) {
      v1(relation.relation(), columns(relation), pins);
    } else if (plan instanceof DataSourceV2Relation relation) {
      v2(relation.table(), columns(relation), pins);
    } else if (plan instanceof DataSourceV2ScanRelation scan) {
      v2(scan.relation().table(), columns(scan), pins);
    } else if (plan instanceof HiveTableRelation hive) {
      files.refuse(List.of(new Path(hive.tableMeta().location())));
    }
  }

  private void v1(BaseRelation relation, List<Attribute> columns, Pins pins) {
    if (relation instanceof HadoopFsRelation fs) {
      if (!delta.check(fs.location(), columns, pins)) {
        files.refuse(fs.location());
      }
    } else if (relation instanceof DeltaCDFRelationBase) {
      throw PurposeViolation.kind("Change feed", pass);
    }
  }

  private void v2(Table table, List<Attribute> columns, Pins pins) {
    if (table instanceof FileTable of) {
      files.refuse(of.fileIndex());
    } else {
      delta.check(table, columns, pins);
    }
  }

  private static List<Attribute> columns(LogicalPlan relation) {
    return CollectionConverters.asJava(relation.output());
  }
}
