package io.platelake.lake.wall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.BinaryComparison;
import org.apache.spark.sql.catalyst.expressions.EqualNullSafe;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.InSet;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A column of text held to values: {@code =}, {@code <=>} and {@code IN} with literals, and no
 * other form. Text with a collation is not the values it says.
 */
record Comparison(Attribute column, Set<String> values) {

  /** Reads a condition; empty if it is of another form. */
  static Optional<Comparison> of(Expression condition) {
    if (condition instanceof EqualTo || condition instanceof EqualNullSafe) {
      BinaryComparison equal = (BinaryComparison) condition;
      return of(equal.left(), List.of(equal.right()))
          .or(() -> of(equal.right(), List.of(equal.left())));
    }
    if (condition instanceof In in) {
      return of(in.value(), CollectionConverters.asJava(in.list()));
    }
    if (condition instanceof InSet in) {
      return values(in.child(), new ArrayList<>(CollectionConverters.asJava(in.hset())));
    }
    return Optional.empty();
  }

  private static Optional<Comparison> of(Expression column, List<Expression> literals) {
    List<Object> values = new ArrayList<>();
    for (Expression literal : literals) {
      if (!(literal instanceof Literal l) || !l.dataType().equals(DataTypes.StringType)) {
        return Optional.empty();
      }
      values.add(l.value());
    }
    return values(column, values);
  }

  private static Optional<Comparison> values(Expression column, List<Object> values) {
    if (!(column instanceof AttributeReference attribute)
        || !attribute.dataType().equals(DataTypes.StringType)) {
      return Optional.empty();
    }
    Set<String> texts = new HashSet<>();
    for (Object value : values) {
      // Null included: rows without a purpose belong to no purpose.
      if (!(value instanceof UTF8String text)) {
        return Optional.empty();
      }
      texts.add(text.toString());
    }
    return Optional.of(new Comparison(attribute, texts));
  }
}
