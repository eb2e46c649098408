package io.platelake.files.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.files.tree.ColumnTypes;
import io.platelake.files.tree.TreeBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;

/**
 * A row of a Parquet file as a tree: groups are objects, repeated fields and lists are arrays, maps
 * are objects by their keys. A null is there as a null, since the column is. What exceeds the
 * budget is left out.
 */
final class ParquetTree extends RecordMaterializer<ObjectNode> {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final TreeBudget budget;
  private final ObjectConverter root;
  private ObjectNode record;

  ParquetTree(GroupType schema, TreeBudget budget) {
    this.budget = budget;
    this.root = new ObjectConverter(schema, node -> record = (ObjectNode) node);
  }

  @Override
  public ObjectNode getCurrentRecord() {
    return record;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  private Converter converter(Type type, Consumer<JsonNode> sink) {
    if (type.isPrimitive()) {
      return new ParquetValue(type.asPrimitiveType(), budget, sink);
    }
    if (ColumnTypes.isList(type)) {
      return new ListConverter(type, sink);
    }
    return ColumnTypes.isMap(type)
        ? new MapConverter(type.asGroupType().getType(0).asGroupType(), sink)
        : new ObjectConverter(type.asGroupType(), sink);
  }

  /** A group with fields by name. */
  private final class ObjectConverter extends GroupConverter {
    private final GroupType type;
    private final Consumer<JsonNode> sink;
    private final List<Converter> fields = new ArrayList<>();
    private ObjectNode node;

    ObjectConverter(GroupType type, Consumer<JsonNode> sink) {
      this.type = type;
      this.sink = sink;
      for (Type field : type.getFields()) {
        String name = field.getName();
        fields.add(
            field.isRepetition(Type.Repetition.REPEATED)
                ? converter(field, value -> ((ArrayNode) node.get(name)).add(value))
                : converter(field, value -> node.set(name, value)));
      }
    }

    @Override
    public Converter getConverter(int field) {
      return fields.get(field);
    }

    @Override
    public void start() {
      node = NODES.objectNode();
      boolean fits = budget.take((long) TreeBudget.NODE * (1 + fields.size()));
      for (Type field : type.getFields()) {
        if (field.isRepetition(Type.Repetition.REPEATED)) {
          node.putArray(field.getName());
        } else if (fits) {
          node.putNull(field.getName());
        }
      }
    }

    @Override
    public void end() {
      ObjectNode done = node;
      if (this == root || !budget.isExceeded()) {
        sink.accept(done);
      }
    }
  }

  /** A list, whose repeated field is its element or a group around it. */
  private final class ListConverter extends GroupConverter {
    private final Consumer<JsonNode> sink;
    private final Converter repeated;
    private ArrayNode node;

    ListConverter(Type list, Consumer<JsonNode> sink) {
      this.sink = sink;
      Type field = list.asGroupType().getType(0);
      this.repeated =
          ColumnTypes.wrapsElement(list)
              ? new EntryConverter(field.asGroupType(), values -> node.add(values[0]))
              : converter(field, value -> node.add(value));
    }

    @Override
    public Converter getConverter(int field) {
      return repeated;
    }

    @Override
    public void start() {
      budget.take(TreeBudget.NODE);
      node = NODES.arrayNode();
    }

    @Override
    public void end() {
      sink.accept(node);
    }
  }

  /** A map, as an object. */
  private final class MapConverter extends GroupConverter {
    private final Consumer<JsonNode> sink;
    private final Converter pair;
    private ObjectNode node;

    MapConverter(GroupType pair, Consumer<JsonNode> sink) {
      this.sink = sink;
      this.pair = new EntryConverter(pair, values -> node.set(values[0].asText(), values[1]));
    }

    @Override
    public Converter getConverter(int field) {
      return pair;
    }

    @Override
    public void start() {
      budget.take(TreeBudget.NODE);
      node = NODES.objectNode();
    }

    @Override
    public void end() {
      sink.accept(node);
    }
  }

  /** A group that is no node of its own; what it holds comes together at its end. */
  private final class EntryConverter extends GroupConverter {
    private final Consumer<JsonNode[]> sink;
    private final JsonNode[] values;
    private final List<Converter> fields = new ArrayList<>();

    EntryConverter(GroupType type, Consumer<JsonNode[]> sink) {
      this.sink = sink;
      this.values = new JsonNode[type.getFieldCount()];
      for (int i = 0; i < values.length; i++) {
        int field = i;
        fields.add(converter(type.getType(i), value -> values[field] = value));
      }
    }

    @Override
    public Converter getConverter(int field) {
      return fields.get(field);
    }

    @Override
    public void start() {
      Arrays.fill(values, NullNode.instance);
    }

    @Override
    public void end() {
      if (budget.take(TreeBudget.NODE)) {
        sink.accept(values);
      }
    }
  }
}
