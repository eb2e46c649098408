package io.platelake.lake.wall;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.V2WriteCommand;
import org.apache.spark.sql.execution.columnar.InMemoryRelation;
import scala.collection.Iterable;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One walk through a plan, from its root to everything that it reads: children, subqueries, and the
 * plans that commands carry inside them.
 */
final class Inspection {
  private final Relations relations;

  private Inspection(Relations relations) {
    this.relations = relations;
  }

  /**
   * Lets a plan pass, or not.
   *
   * @throws PurposeViolation if it would read what the session may not
   */
  static void of(LogicalPlan plan, SparkSession session) {
    Declaration pass = Declarations.of(session);
    if (!pass.all()) {
      new Inspection(new Relations(pass, session)).visit(plan, Pins.NONE);
    }
  }

  private void visit(LogicalPlan plan, Pins above) {
    // What a command carries unresolved is analysed, and inspected, when the command runs it.
    if (!plan.resolved()) {
      return;
    }
    relations.check(plan, above);
    if (plan instanceof InMemoryRelation memory) {
      // Rows in memory are of the plan that put them there, under names of their own.
      LogicalPlan kept = memory.cacheBuilder().logicalPlan();
      visit(kept, above.renamed(memory.output(), kept.output()));
    }
    CollectionConverters.asJava(plan.subqueries()).forEach(q -> visit(q, Pins.NONE));
    Pins below = above.below(plan);
    parts(plan).forEach(part -> visit(part, below));
  }

  /** Children and every other plan among the arguments of a node, without the target of a write. */
  private static List<LogicalPlan> parts(LogicalPlan plan) {
    List<LogicalPlan> parts = new ArrayList<>(CollectionConverters.asJava(plan.children()));
    collect(plan.productIterator(), parts);
    if (plan instanceof V2WriteCommand write) {
      parts.removeIf(p -> p == write.table());
    }
    return parts;
  }

  private static void collect(Iterator<?> arguments, List<LogicalPlan> parts) {
    while (arguments.hasNext()) {
      Object argument = arguments.next();
      if (argument instanceof LogicalPlan plan) {
        if (parts.stream().noneMatch(p -> p == plan)) {
          parts.add(plan);
        }
      } else if (argument instanceof scala.Option<?> option) {
        collect(option.iterator(), parts);
      } else if (argument instanceof Iterable<?> several) {
        collect(several.iterator(), parts);
      }
    }
  }
}
