package io.platelake.files.tree;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.FeedParser;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.feed.RecordResult;
import io.platelake.core.record.Fault;
import io.platelake.core.record.RawRecord;
import io.platelake.files.avro.AvroRecords;
import io.platelake.files.parquet.ParquetRecords;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Parquet and Avro files in memory, as the formats' own libraries write them. */
public final class Samples {
  /** Behind the header and every block of an Avro file. */
  static final byte[] SYNC = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private Samples() {}

  public static FeedDefinition feed(String mapping) {
    return FeedDefinition.read(
        """
        id: f-1
        agency: city-2
        purpose: criminal
        adapter: mapping
        """
            + mapping,
        "f.yaml");
  }

  /** A file of {@code rows} rows, each filled in by its number. */
  public static byte[] parquet(
      String schema,
      Consumer<ExampleParquetWriter.Builder> options,
      int rows,
      BiConsumer<Group, Integer> fill) {
    MessageType type = MessageTypeParser.parseMessageType(schema);
    Memory file = new Memory();
    ExampleParquetWriter.Builder builder = ExampleParquetWriter.builder(file).withType(type);
    options.accept(builder);
    try (ParquetWriter<Group> writer = builder.build()) {
      for (int i = 0; i < rows; i++) {
        Group row = new SimpleGroupFactory(type).newGroup();
        fill.accept(row, i);
        writer.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.bytes.toByteArray();
  }

  /** A file of {@code rows} records, each filled in by its number. */
  public static byte[] avro(
      String schema, CodecFactory codec, int rows, BiConsumer<GenericRecord, Integer> fill) {
    Schema type = new Schema.Parser().parse(schema);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<>(type))) {
      writer.setCodec(codec).setSyncInterval(200);
      writer.create(type, out, SYNC);
      for (int i = 0; i < rows; i++) {
        GenericRecord record = new GenericData.Record(type);
        fill.accept(record, i);
        writer.append(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static List<RawRecord> parquetRecords(FeedDefinition feed, byte[] file) {
    return parquetRecords(feed, file, ContainerLimits.DEFAULT);
  }

  public static List<RawRecord> parquetRecords(
      FeedDefinition feed, byte[] file, ContainerLimits limits) {
    try {
      return list(ParquetRecords.of(feed, InputBytes.of(file), limits));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<RawRecord> avroRecords(FeedDefinition feed, byte[] file) {
    return list(AvroRecords.of(feed, new ByteArrayInputStream(file)));
  }

  public static List<RawRecord> avroRecords(
      FeedDefinition feed, byte[] file, ContainerLimits limits) {
    return list(AvroRecords.of(feed, new ByteArrayInputStream(file), limits));
  }

  /** Plates of reads, reason codes of what is none. */
  public static List<String> words(FeedDefinition feed, List<RawRecord> records) {
    return outcomes(feed, records).stream()
        .map(
            o ->
                o.parsed() instanceof ParsedRead.Read read
                    ? read.read().plate()
                    : ((ParsedRead.Defect) o.parsed()).reason().name())
        .toList();
  }

  /** What is wrong with the records that are no reads. */
  public static List<Fault> faults(FeedDefinition feed, List<RawRecord> records) {
    return outcomes(feed, records).stream()
        .filter(o -> o.parsed() instanceof ParsedRead.Defect)
        .map(o -> ((ParsedRead.Defect) o.parsed()).fault())
        .toList();
  }

  static List<RecordResult> outcomes(FeedDefinition feed, List<RawRecord> records) {
    return list(FeedParser.of(feed, records.iterator()));
  }

  private static <T> List<T> list(Iterator<T> all) {
    List<T> list = new ArrayList<>();
    all.forEachRemaining(list::add);
    return list;
  }

  private static final class Memory implements OutputFile {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public PositionOutputStream create(long blockSize) {
      return new PositionOutputStream() {
        @Override
        public long getPos() {
          return bytes.size();
        }

        @Override
        public void write(int b) {
          bytes.write(b);
        }

        @Override
        public void write(byte[] from, int at, int length) {
          bytes.write(from, at, length);
        }
      };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
      return create(blockSize);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
