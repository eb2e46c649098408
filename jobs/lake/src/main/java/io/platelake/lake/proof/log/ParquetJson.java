package io.platelake.lake.proof.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.lake.proof.files.StoredFile;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Rows of a Parquet file as JSON: maps and structs become objects, lists arrays, absent values are
 * left out. Times, decimals and other bytes become Base64 text; checkpoints need none of them.
 */
final class ParquetJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ParquetJson() {}

  static void forEachRow(StoredFile file, Consumer<JsonNode> reader) throws IOException {
    try (ParquetFileReader parquet = file.parquet()) {
      MessageType schema = parquet.getFileMetaData().getSchema();
      MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
      for (PageReadStore rows = parquet.readNextRowGroup();
          rows != null;
          rows = parquet.readNextRowGroup()) {
        RecordReader<Group> records =
            columns.getRecordReader(rows, new GroupRecordConverter(schema));
        for (long row = 0; row < rows.getRowCount(); row++) {
          reader.accept(struct(records.read()));
        }
      }
    }
  }

  private static ObjectNode struct(Group group) {
    ObjectNode node = NODES.objectNode();
    GroupType type = group.getType();
    for (int field = 0; field < type.getFieldCount(); field++) {
      int count = group.getFieldRepetitionCount(field);
      if (type.getType(field).isRepetition(Type.Repetition.REPEATED)) {
        ArrayNode array = node.putArray(type.getFieldName(field));
        for (int i = 0; i < count; i++) {
          array.add(value(group, field, i));
        }
      } else if (count > 0) {
        node.set(type.getFieldName(field), value(group, field, 0));
      }
    }
    return node;
  }

  private static JsonNode value(Group group, int field, int index) {
    Type type = group.getType().getType(field);
    if (type.isPrimitive()) {
      return primitive(group, field, index);
    }
    Group child = group.getGroup(field, index);
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation) {
      return map(child);
    }
    if (meaning instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation) {
      return list(child);
    }
    return struct(child);
  }

  private static JsonNode map(Group map) {
    ObjectNode node = NODES.objectNode();
    for (int i = 0; i < map.getFieldRepetitionCount(0); i++) {
      Group entry = map.getGroup(0, i);
      String key = entry.getString(0, 0);
      if (entry.getFieldRepetitionCount(1) > 0) {
        node.set(key, value(entry, 1, 0));
      } else {
        node.putNull(key);
      }
    }
    return node;
  }

  private static JsonNode list(Group list) {
    ArrayNode node = NODES.arrayNode();
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      Group item = list.getGroup(0, i);
      node.add(item.getFieldRepetitionCount(0) > 0 ? value(item, 0, 0) : NODES.nullNode());
    }
    return node;
  }

  private static JsonNode primitive(Group group, int field, int index) {
    Type type = group.getType().getType(field);
    return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> NODES.numberNode(group.getInteger(field, index));
      case INT64 -> NODES.numberNode(group.getLong(field, index));
      case BOOLEAN -> NODES.booleanNode(group.getBoolean(field, index));
      case FLOAT -> NODES.numberNode(group.getFloat(field, index));
      case DOUBLE -> NODES.numberNode(group.getDouble(field, index));
      case INT96 -> NODES.binaryNode(group.getInt96(field, index).getBytes());
      case BINARY, FIXED_LEN_BYTE_ARRAY ->
          type.getLogicalTypeAnnotation()
                  instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
              ? NODES.textNode(group.getString(field, index))
              : NODES.binaryNode(group.getBinary(field, index).getBytes());
    };
  }
}
