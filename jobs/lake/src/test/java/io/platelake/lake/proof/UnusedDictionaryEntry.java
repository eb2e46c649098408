package io.platelake.lake.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes a Parquet file of one row whose dictionary holds a second value that no row refers to. */
public final class UnusedDictionaryEntry {
  private static final long ROW_GROUP = 1 << 20;

  private UnusedDictionaryEntry() {}

  public static void write(Path file, String used, String unused) throws IOException {
    Files.createDirectories(file.getParent());
    MessageType schema =
        MessageTypeParser.parseMessageType("message m { required binary word (STRING); }");
    ColumnDescriptor column = schema.getColumns().get(0);
    byte[] entries = plain(used, unused);
    // Width of an index in bits, then a run of one value: index 0.
    byte[] indexes = {1, 1 << 1, 0};
    try (ParquetFileWriter writer =
        new ParquetFileWriter(
            new LocalOutputFile(file),
            schema,
            ParquetFileWriter.Mode.CREATE,
            ROW_GROUP,
            0,
            null,
            ParquetProperties.builder().build())) {
      writer.start();
      writer.startBlock(1);
      writer.startColumn(column, 1, CompressionCodecName.UNCOMPRESSED);
      writer.writeDictionaryPage(new DictionaryPage(BytesInput.from(entries), 2, Encoding.PLAIN));
      writer.writeDataPage(
          1,
          indexes.length,
          BytesInput.from(indexes),
          Statistics.createStats(column.getPrimitiveType()),
          1,
          Encoding.RLE,
          Encoding.RLE,
          Encoding.RLE_DICTIONARY);
      writer.endColumn();
      writer.endBlock();
      writer.end(Map.of());
    }
  }

  private static byte[] plain(String... words) {
    ByteBuffer bytes = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    for (String word : words) {
      bytes.putInt(word.length()).put(word.getBytes(StandardCharsets.US_ASCII));
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}
