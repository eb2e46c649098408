package io.platelake.lake.wall;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/** Inspects every plan that a session analyses: queries, views, commands, whoever wrote them. */
final class AnalysedPlans extends AbstractFunction1<LogicalPlan, BoxedUnit> {
  private final SparkSession session;

  AnalysedPlans(SparkSession session) {
    this.session = session;
  }

  @Override
  public BoxedUnit apply(LogicalPlan plan) {
    Inspection.of(plan, session);
    return BoxedUnit.UNIT;
  }
}
