package io.platelake.lake.wall;

import java.io.Serializable;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Puts the wall into every session: the extension that {@code spark.sql.extensions} names.
 *
 * <p>A plan is inspected twice. Once when it has been analysed, so a query that goes past the wall
 * cannot even be written down; and once more when it is planned, where Delta has already chosen the
 * files, for plans that reach execution without an analysis of their own.
 */
public final class PurposeWall extends AbstractFunction1<SparkSessionExtensions, BoxedUnit>
    implements Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    extensions.injectCheckRule(AnalysedPlans::new);
    extensions.injectPlannerStrategy(PlannedScans::new);
    return BoxedUnit.UNIT;
  }

  /**
   * Spark only warns when an extension cannot be loaded, and somebody's settings can leave it out.
   *
   * @throws PurposeViolation if this session is not guarded
   */
  public static void requireIn(SparkSession session) {
    boolean stands =
        CollectionConverters.asJava(session.sessionState().analyzer().extendedCheckRules()).stream()
            .anyMatch(AnalysedPlans.class::isInstance);
    if (!stands) {
      throw PurposeViolation.noWall();
    }
  }
}
