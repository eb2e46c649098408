package io.platelake.files.avro;

import io.platelake.files.tree.ColumnTypes;
import io.platelake.files.tree.ContainerLimits;
import io.platelake.files.tree.Damage;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** What the schema of an Avro file has, and whether it can be that of reads. */
final class AvroSchema {
  private final ContainerLimits limits;
  private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private int fields;

  AvroSchema(ContainerLimits limits) {
    this.limits = limits;
  }

  void check(Schema schema) throws Damage {
    if (schema.getType() != Schema.Type.RECORD) {
      throw Damage.broken(
          "the Avro file does not hold records", "Ask the sender for a file of records.");
    }
    check(schema, 0);
  }

  private void check(Schema schema, int depth) throws Damage {
    if (depth > limits.depth()) {
      throw Damage.limit("the records of the file nest too deep", "Write flatter records.");
    }
    switch (schema.getType()) {
      case RECORD -> {
        // A record may hold itself.
        if (seen.add(schema)) {
          fields += schema.getFields().size();
          if (fields > limits.columns()) {
            throw Damage.limit(
                "the file has more than " + limits.columns() + " fields", "Write fewer fields.");
          }
          for (Schema.Field field : schema.getFields()) {
            check(field.schema(), depth + 1);
          }
        }
      }
      case ARRAY -> check(schema.getElementType(), depth + 1);
      case MAP -> check(schema.getValueType(), depth + 1);
      case UNION -> {
        for (Schema branch : schema.getTypes()) {
          check(branch, depth + 1);
        }
      }
      default -> {
        // A value.
      }
    }
  }

  /** Whether records of this schema have the place. */
  static boolean has(Schema schema, List<String> path) {
    if (schema.getType() == Schema.Type.UNION) {
      return schema.getTypes().stream().anyMatch(branch -> has(branch, path));
    }
    if (path.isEmpty()) {
      return true;
    }
    List<String> rest = path.subList(1, path.size());
    return switch (schema.getType()) {
      case RECORD ->
          schema.getField(path.get(0)) != null && has(schema.getField(path.get(0)).schema(), rest);
      case ARRAY -> ColumnTypes.isIndex(path.get(0)) && has(schema.getElementType(), rest);
      case MAP -> has(schema.getValueType(), rest);
      default -> false;
    };
  }
}
