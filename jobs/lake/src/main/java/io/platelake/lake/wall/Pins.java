package io.platelake.lake.wall;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.ResolvedHint;
import org.apache.spark.sql.catalyst.plans.logical.ReturnAnswer;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.delta.commands.DeleteCommand;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Which columns of a relation are held to which values by the filters above it.
 *
 * <p>A pin goes down only through nodes that Spark is sure to push a filter through: other filters,
 * projections that leave the column as it is, names and views; all of them deterministic, because a
 * filter stays above what is not, and then every partition is read. Everything else, a join, union,
 * aggregate, window or limit, lets go of all pins.
 */
record Pins(Map<ExprId, Set<String>> values) {
  static final Pins NONE = new Pins(Map.of());

  /** Values the column is held to, if it is. */
  Optional<Set<String>> of(Attribute column) {
    return Optional.ofNullable(values.get(column.exprId()));
  }

  /** What still holds below a node. */
  Pins below(LogicalPlan plan) {
    if (plan instanceof Filter filter) {
      return filtered(filter.condition());
    }
    if (plan instanceof DeleteCommand delete && delete.condition().isDefined()) {
      // Delta opens the files whose partition the condition allows, to keep the rest of their rows.
      return NONE.filtered(delete.condition().get());
    }
    if (plan instanceof Project project) {
      return through(CollectionConverters.asJava(project.projectList()));
    }
    boolean sameRows =
        plan instanceof SubqueryAlias
            || plan instanceof View
            || plan instanceof ResolvedHint
            || plan instanceof ReturnAnswer;
    return sameRows ? this : NONE;
  }

  private Pins filtered(Expression condition) {
    return condition.deterministic() ? and(condition) : NONE;
  }

  /** The same pins on the columns that replace these. */
  Pins renamed(Seq<Attribute> columns, Seq<Attribute> others) {
    Map<ExprId, Set<String>> renamed = new HashMap<>();
    for (int i = 0; i < columns.size() && columns.size() == others.size(); i++) {
      ExprId other = others.apply(i).exprId();
      of(columns.apply(i)).ifPresent(v -> renamed.put(other, v));
    }
    return new Pins(renamed);
  }

  private Pins and(Expression condition) {
    if (condition instanceof And both) {
      return and(both.left()).and(both.right());
    }
    return Comparison.of(condition)
        .map(
            c -> {
              Map<ExprId, Set<String>> more = new HashMap<>(values);
              more.merge(c.column().exprId(), c.values(), Pins::common);
              return new Pins(more);
            })
        .orElse(this);
  }

  private static Set<String> common(Set<String> some, Set<String> others) {
    Set<String> common = new HashSet<>(some);
    common.retainAll(others);
    return common;
  }

  private Pins through(List<NamedExpression> columns) {
    Map<ExprId, Set<String>> kept = new HashMap<>();
    for (NamedExpression named : columns) {
      Expression expression = (Expression) named;
      if (!expression.deterministic()) {
        return NONE;
      }
      // An alias makes another column of it, even under the same name.
      if (expression instanceof Attribute column) {
        of(column).ifPresent(v -> kept.put(column.exprId(), v));
      }
    }
    return new Pins(kept);
  }
}
