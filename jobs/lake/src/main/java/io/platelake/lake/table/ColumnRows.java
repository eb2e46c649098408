package io.platelake.lake.table;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Predicate;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.FilterExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows in the columns in which they were read, for a job that looks at every row and keeps few.
 * Spark would first copy all values of every row into one of its own, which costs as much as the
 * lookup.
 */
public final class ColumnRows {
  private ColumnRows() {}

  /**
   * The rows of a plan that selects columns, and filters rows, of one table; of any other plan, the
   * rows that Spark makes.
   *
   * @return rows that are valid until the next is asked for
   */
  public static JavaRDD<InternalRow> of(Dataset<Row> rows) {
    return direct(rows).orElseGet(() -> rows.queryExecution().toRdd().toJavaRDD());
  }

  /** Nothing where the plan is of another shape, or files are not read by columns. */
  static Optional<JavaRDD<InternalRow>> direct(Dataset<Row> rows) {
    SparkPlan plan = inside(rows.queryExecution().executedPlan());
    List<Attribute> wanted = CollectionConverters.asJava(plan.output());
    if (plan instanceof ProjectExec project) {
      if (!CollectionConverters.asJava(project.projectList()).stream()
          .allMatch(AttributeReference.class::isInstance)) {
        return Optional.empty();
      }
      plan = inside(project.child());
    }
    Expression condition = Literal.TrueLiteral();
    if (plan instanceof FilterExec filter) {
      condition = filter.condition();
      plan = inside(filter.child());
    }
    if (!(plan instanceof ColumnarToRowExec toRows)) {
      return Optional.empty();
    }
    SparkPlan scan = inside(toRows.child());
    Seq<Attribute> read = scan.output();
    List<Attribute> columns = CollectionConverters.asJava(read);
    int[] places =
        wanted.stream()
            .mapToInt(a -> columns.stream().map(Attribute::exprId).toList().indexOf(a.exprId()))
            .toArray();
    Expression holds = condition;
    return Optional.of(
        scan.executeColumnar()
            .toJavaRDD()
            .mapPartitions(batches -> new Rows(batches, places, Predicate.create(holds, read))));
  }

  /** What generated code is wrapped around. */
  private static SparkPlan inside(SparkPlan plan) {
    SparkPlan inside = plan;
    while (inside instanceof WholeStageCodegenExec || inside instanceof InputAdapter) {
      inside = inside.children().head();
    }
    return inside;
  }

  private static final class Rows implements Iterator<InternalRow> {
    private final Iterator<ColumnarBatch> batches;
    private final int[] places;
    private final BasePredicate condition;
    private ColumnarBatch read;
    private ColumnarBatch wanted;
    private int next;
    private boolean ready;

    Rows(Iterator<ColumnarBatch> batches, int[] places, BasePredicate condition) {
      this.batches = batches;
      this.places = places;
      this.condition = condition;
      condition.initialize(0);
    }

    @Override
    public boolean hasNext() {
      while (!ready) {
        if (read == null || next == read.numRows()) {
          if (!batches.hasNext()) {
            return false;
          }
          open(batches.next());
        } else if (condition.eval(read.getRow(next))) {
          ready = true;
        } else {
          next++;
        }
      }
      return true;
    }

    private void open(ColumnarBatch batch) {
      read = batch;
      ColumnVector[] columns = new ColumnVector[places.length];
      for (int i = 0; i < places.length; i++) {
        columns[i] = batch.column(places[i]);
      }
      wanted = new ColumnarBatch(columns, batch.numRows());
      next = 0;
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      ready = false;
      return wanted.getRow(next++);
    }
  }
}
