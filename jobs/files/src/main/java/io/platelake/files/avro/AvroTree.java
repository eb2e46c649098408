package io.platelake.files.avro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.files.tree.Damage;
import io.platelake.files.tree.TreeBudget;
import io.platelake.files.tree.TreeValues;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Records of a block as trees: records and maps are objects, a union is the value of its branch.
 * Every length is held against the block; what exceeds the budget is passed over.
 */
final class AvroTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ByteBuffer in;
  private final TreeBudget budget;
  private final int deepest;
  private final Set<String> names;

  /**
   * @param names of fields that may be told where one is damaged; others are told by their number
   */
  AvroTree(byte[] block, TreeBudget budget, int deepest, Set<String> names) {
    this.in = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    this.budget = budget;
    this.deepest = deepest;
    this.names = names;
  }

  boolean isAtEnd() {
    return !in.hasRemaining();
  }

  /**
   * The next record; incomplete where the budget is exceeded.
   *
   * @throws Damage if the bytes are no such record
   */
  ObjectNode record(Schema schema) throws Damage {
    int from = in.position();
    ObjectNode node = (ObjectNode) value(schema, 0);
    if (in.position() == from) {
      // Records of no bytes could be as many as the block says.
      throw damaged();
    }
    return node;
  }

  private JsonNode value(Schema schema, int depth) throws Damage {
    if (depth > deepest) {
      throw Damage.limit("a record of the Avro file nests too deep", "Write flatter records.");
    }
    budget.take(TreeBudget.NODE);
    return switch (schema.getType()) {
      case RECORD -> {
        ObjectNode node = NODES.objectNode();
        for (Schema.Field field : schema.getFields()) {
          put(node, field.name(), field(field, depth));
        }
        yield node;
      }
      case UNION -> value(schema.getTypes().get(index(schema.getTypes().size())), depth + 1);
      case ARRAY -> array(schema.getElementType(), depth);
      case MAP -> map(schema.getValueType(), depth);
      case ENUM ->
          TreeValues.text(schema.getEnumSymbols().get(index(schema.getEnumSymbols().size())));
      case NULL -> NullNode.instance;
      case BOOLEAN -> TreeValues.flag(flag());
      case INT -> number(schema.getLogicalType(), number());
      case LONG -> number(schema.getLogicalType(), number());
      case FLOAT -> TreeValues.real(ahead(Float.BYTES).getFloat());
      case DOUBLE -> TreeValues.real(ahead(Double.BYTES).getDouble());
      case STRING -> TreeValues.text(new String(bytes(number()), StandardCharsets.UTF_8));
      case BYTES -> bytes(schema.getLogicalType(), bytes(number()));
      case FIXED -> bytes(schema.getLogicalType(), bytes(schema.getFixedSize()));
    };
  }

  private JsonNode field(Schema.Field field, int depth) throws Damage {
    try {
      return value(field.schema(), depth + 1);
    } catch (Damage e) {
      throw e.under(names.contains(field.name()) ? field.name() : "field " + (field.pos() + 1));
    }
  }

  private void put(ObjectNode node, String name, JsonNode value) {
    if (!budget.isExceeded()) {
      node.set(name, value);
    }
  }

  private ArrayNode array(Schema elements, int depth) throws Damage {
    ArrayNode node = NODES.arrayNode();
    for (long count = items(); count != 0; count = items()) {
      for (long i = 0; i < count; i++) {
        int from = in.position();
        JsonNode element = value(elements, depth + 1);
        if (!budget.isExceeded()) {
          node.add(element);
        } else if (in.position() == from) {
          // Elements of no bytes: no end of the block would ever stop them.
          throw damaged();
        }
      }
    }
    return node;
  }

  private ObjectNode map(Schema values, int depth) throws Damage {
    ObjectNode node = NODES.objectNode();
    for (long count = items(); count != 0; count = items()) {
      for (long i = 0; i < count; i++) {
        String key = new String(bytes(number()), StandardCharsets.UTF_8);
        put(node, key, value(values, depth + 1));
      }
    }
    return node;
  }

  private long items() throws Damage {
    long count = number();
    if (count < 0) {
      number();
      count = -count;
    }
    if (count < 0) {
      throw damaged();
    }
    return count;
  }

  private static JsonNode number(LogicalType logical, long value) {
    if (logical instanceof LogicalTypes.TimestampMillis) {
      return TreeValues.timestamp(value, 1_000, true);
    }
    if (logical instanceof LogicalTypes.TimestampMicros) {
      return TreeValues.timestamp(value, 1_000_000, true);
    }
    if (logical instanceof LogicalTypes.TimestampNanos) {
      return TreeValues.timestamp(value, 1_000_000_000, true);
    }
    if (logical instanceof LogicalTypes.LocalTimestampMillis) {
      return TreeValues.timestamp(value, 1_000, false);
    }
    if (logical instanceof LogicalTypes.LocalTimestampMicros) {
      return TreeValues.timestamp(value, 1_000_000, false);
    }
    if (logical instanceof LogicalTypes.LocalTimestampNanos) {
      return TreeValues.timestamp(value, 1_000_000_000, false);
    }
    if (logical instanceof LogicalTypes.Date && value == (int) value) {
      return TreeValues.date((int) value);
    }
    if (logical instanceof LogicalTypes.TimeMillis) {
      return TreeValues.time(value, 1_000);
    }
    return logical instanceof LogicalTypes.TimeMicros
        ? TreeValues.time(value, 1_000_000)
        : TreeValues.whole(value);
  }

  private static JsonNode bytes(LogicalType logical, byte[] value) {
    if (logical instanceof LogicalTypes.Decimal decimal) {
      return TreeValues.decimal(value, decimal.getScale());
    }
    return logical instanceof LogicalTypes.Uuid ? TreeValues.uuid(value) : TreeValues.bytes(value);
  }

  private byte[] bytes(long length) throws Damage {
    if (length < 0 || length > in.remaining()) {
      throw damaged();
    }
    if (!budget.take(length)) {
      in.position(in.position() + (int) length);
      return new byte[0];
    }
    byte[] bytes = new byte[(int) length];
    in.get(bytes);
    return bytes;
  }

  private int index(int size) throws Damage {
    long index = number();
    if (index < 0 || index >= size) {
      throw damaged();
    }
    return (int) index;
  }

  private boolean flag() throws Damage {
    byte value = ahead(1).get();
    if (value < 0 || value > 1) {
      throw damaged();
    }
    return value == 1;
  }

  private long number() throws Damage {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      byte b = ahead(1).get();
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value >>> 1 ^ -(value & 1);
      }
    }
    throw damaged();
  }

  private ByteBuffer ahead(int bytes) throws Damage {
    if (in.remaining() < bytes) {
      throw damaged();
    }
    return in;
  }

  private static Damage damaged() {
    return Damage.broken("a block of the Avro file is damaged");
  }
}
