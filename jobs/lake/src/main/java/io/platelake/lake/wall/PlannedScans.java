package io.platelake.lake.wall;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ReturnAnswer;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.SparkStrategy;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Inspects every optimised plan on its way to execution, and plans nothing itself.
 *
 * <p>Spark does not analyse a plan twice, so one that was analysed in another session comes through
 * here only; so does one from Spark's single-pass analyser, which runs no injected checks.
 */
final class PlannedScans extends SparkStrategy {
  private static final long serialVersionUID = 1L;

  private final transient SparkSession session;

  PlannedScans(SparkSession session) {
    this.session = session;
  }

  @Override
  public Seq<SparkPlan> apply(LogicalPlan plan) {
    // The root of what is executed; below it every node comes by again.
    if (plan instanceof ReturnAnswer) {
      Inspection.of(plan, session);
    }
    return CollectionConverters.asScala(List.<SparkPlan>of()).toSeq();
  }
}
