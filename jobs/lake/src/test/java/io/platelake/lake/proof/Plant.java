package io.platelake.lake.proof;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Ways to hide something in a file. */
public final class Plant {
  private Plant() {}

  public static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  public static void text(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a line; the local checksum file beside it then no longer fits, as after any tampering. */
  public static void line(Path file, String text) throws IOException {
    Files.writeString(file, text + "\n", StandardOpenOption.APPEND);
  }

  public static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(plain);
    }
    return bytes.toByteArray();
  }

  public static byte[] zstd(byte[] plain) {
    return Zstd.compress(plain);
  }

  public static byte[] zip(String name, byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream packed = new ZipOutputStream(bytes)) {
      packed.putNextEntry(new ZipEntry(name));
      packed.write(plain);
    }
    return bytes.toByteArray();
  }

  public static byte[] eightBytes(long value, ByteOrder order) {
    return ByteBuffer.allocate(24).order(order).position(11).putLong(value).array();
  }

  /** A Parquet file of one row: a text, a number, bytes, and an entry in the footer. */
  public static void parquet(Path file, String text, long number, byte[] bytes, String footer)
      throws IOException {
    Files.createDirectories(file.getParent());
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message m { optional group deep { required binary word (STRING); }"
                + " required int64 n; required binary blob; }");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(schema)
            .withExtraMetaData(Map.of("note", footer))
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      Group row = new SimpleGroup(schema);
      row.addGroup("deep").add("word", text);
      row.add("n", number);
      row.add("blob", org.apache.parquet.io.api.Binary.fromConstantByteArray(bytes));
      writer.write(row);
    }
  }
}
