package io.platelake.files.tree;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** What the columns of a Parquet file are in a tree. */
public final class ColumnTypes {
  private ColumnTypes() {}

  /** A group around one repeated field, which is the list. */
  public static boolean isList(Type type) {
    return type.getLogicalTypeAnnotation()
            instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation
        && hasOneRepeated(type);
  }

  /** A group around repeated pairs. */
  public static boolean isMap(Type type) {
    LogicalTypeAnnotation stated = type.getLogicalTypeAnnotation();
    boolean map =
        stated instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation
            || stated instanceof LogicalTypeAnnotation.MapKeyValueTypeAnnotation;
    if (!map || !hasOneRepeated(type)) {
      return false;
    }
    Type pair = type.asGroupType().getType(0);
    return !pair.isPrimitive()
        && pair.asGroupType().getFieldCount() == 2
        && pair.asGroupType().getType(0).isPrimitive()
        && pair.asGroupType().getFields().stream()
            .noneMatch(f -> f.isRepetition(Type.Repetition.REPEATED));
  }

  /**
   * Whether the repeated field of a list only wraps its elements. Old writers repeat the element
   * itself; their names are those of the format's rules.
   */
  public static boolean wrapsElement(Type list) {
    Type repeated = list.asGroupType().getType(0);
    return !repeated.isPrimitive()
        && repeated.asGroupType().getFieldCount() == 1
        && !repeated.asGroupType().getType(0).isRepetition(Type.Repetition.REPEATED)
        && !repeated.getName().equals("array")
        && !repeated.getName().equals(list.getName() + "_tuple");
  }

  /** Whether records of this schema have the place. */
  public static boolean has(GroupType group, List<String> path) {
    return path.isEmpty()
        || group.containsField(path.get(0)) && hasIn(group.getType(path.get(0)), rest(path), false);
  }

  private static boolean hasIn(Type type, List<String> path, boolean element) {
    if (path.isEmpty()) {
      return true;
    }
    if (!element && type.isRepetition(Type.Repetition.REPEATED)) {
      return isIndex(path.get(0)) && hasIn(type, rest(path), true);
    }
    if (type.isPrimitive()) {
      return false;
    }
    if (isList(type)) {
      Type repeated = type.asGroupType().getType(0);
      Type elements = wrapsElement(type) ? repeated.asGroupType().getType(0) : repeated;
      return isIndex(path.get(0)) && hasIn(elements, rest(path), true);
    }
    if (isMap(type)) {
      Type pair = type.asGroupType().getType(0);
      return hasIn(pair.asGroupType().getType(1), rest(path), false);
    }
    return has(type.asGroupType(), path);
  }

  /** Which of two columns of one name is meant is unknown. */
  public static void refuseTwins(GroupType group) throws Damage {
    Set<String> names = new HashSet<>();
    for (Type field : group.getFields()) {
      if (!names.add(field.getName())) {
        throw Damage.broken(
            "two columns of the Parquet file have one name", "Write each column once.");
      }
      if (!field.isPrimitive()) {
        refuseTwins(field.asGroupType());
      }
    }
  }

  private static boolean hasOneRepeated(Type type) {
    return !type.isPrimitive()
        && type.asGroupType().getFieldCount() == 1
        && type.asGroupType().getType(0).isRepetition(Type.Repetition.REPEATED);
  }

  public static boolean isIndex(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static List<String> rest(List<String> path) {
    return path.subList(1, path.size());
  }
}
