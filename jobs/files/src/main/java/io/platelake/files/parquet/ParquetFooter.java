package io.platelake.files.parquet;

import io.platelake.files.tree.ContainerLimits;
import io.platelake.files.tree.Damage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.SeekableInputStream;

/**
 * The footer of a Parquet file, checked before anything is allocated by what it says: {@code
 * github.com/apache/parquet-format}.
 */
final class ParquetFooter {
  private static final int MAGIC = 4;
  private static final int TAIL = 2 * MAGIC;
  private static final String PLAIN = "PAR1";
  private static final String ENCRYPTED = "PARE";
  private static final String DAMAGED = "the footer of the Parquet file is damaged";

  private final ContainerLimits limits;
  private final long length;
  private final long end;
  private final long rows;
  private final ParquetMetadata metadata;

  private ParquetFooter(ContainerLimits limits, long length, long end, FileMetaData stated)
      throws IOException {
    this.limits = limits;
    this.length = length;
    this.end = end;
    this.rows = stated.getNum_rows();
    this.metadata = new ParquetMetadataConverter().fromParquetMetadata(stated);
  }

  /**
   * @throws Damage if there is none, or it cannot be that of a file of reads
   */
  static ParquetFooter read(SeekableInputStream in, long length, ContainerLimits limits)
      throws IOException {
    byte[] tail = new byte[(int) Math.min(length, TAIL)];
    byte[] head = new byte[(int) Math.min(length, MAGIC)];
    in.seek(0);
    in.readFully(head);
    in.seek(length - tail.length);
    in.readFully(tail);
    String start = ascii(head, 0);
    String magic = tail.length < TAIL ? "" : ascii(tail, MAGIC);
    if (magic.equals(ENCRYPTED)) {
      throw encrypted();
    }
    if (!magic.equals(PLAIN)) {
      throw start.equals(PLAIN) || start.equals(ENCRYPTED)
          ? Damage.broken("the Parquet file has no footer: it is truncated")
          : Damage.broken(
              "this is no Parquet file", "Name its format in the feed, or do not land it here.");
    }
    long size = tail[0] & 0xFF | (tail[1] & 0xFF) << 8 | (tail[2] & 0xFF) << 16 | tail[3] << 24;
    long from = length - TAIL - size;
    if (size <= 0 || from < MAGIC) {
      throw Damage.broken(DAMAGED);
    }
    if (size > limits.header()) {
      throw Damage.limit("the footer is larger than the limit", "Write fewer columns a file.");
    }
    byte[] footer = new byte[(int) size];
    in.seek(from);
    in.readFully(footer);
    ParquetFooter read = of(footer, limits, length, from);
    read.checkSize();
    return read;
  }

  private static ParquetFooter of(byte[] footer, ContainerLimits limits, long length, long from)
      throws Damage {
    try {
      FileMetaData stated =
          Util.readFileMetaData(new ByteArrayInputStream(footer), limits.header());
      check(stated, limits);
      return new ParquetFooter(limits, length, from, stated);
    } catch (IOException | RuntimeException e) {
      throw Damage.of(e, DAMAGED);
    }
  }

  /** Whether its groups have as many rows as it says of the file. */
  boolean isWhole() {
    return metadata.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum() == rows;
  }

  ParquetMetadata metadata() {
    return metadata;
  }

  /** Whether the library may read the row group into memory. */
  void check(BlockMetaData group) throws Damage {
    long stored = 0;
    for (ColumnChunkMetaData column : group.getColumns()) {
      long from = column.getStartingPos();
      long size = column.getTotalSize();
      if (from < MAGIC || size <= 0 || from > end - size || column.getValueCount() < 0) {
        throw Damage.broken("a column lies outside of the Parquet file");
      }
      stored += size;
      PageCodecs.check(column.getCodec());
    }
    if (stored > limits.group()) {
      throw Damage.limit(
          "a row group is larger than " + (limits.group() >> 20) + " MiB",
          "Write the file with smaller row groups.");
    }
  }

  /** What repeats takes no room: a file may state more rows than a program can read. */
  private void checkSize() throws Damage {
    long rows = 0;
    long values = 0;
    for (BlockMetaData group : metadata.getBlocks()) {
      if (group.getRowCount() < 0) {
        throw Damage.broken(DAMAGED);
      }
      rows = added(rows, group.getRowCount());
      for (ColumnChunkMetaData column : group.getColumns()) {
        values = added(values, column.getValueCount());
      }
    }
    if (rows > limits.rows(length) || values > limits.values(length)) {
      throw Damage.limit(
          "the file states more rows or values than reads of its size have",
          "Write it again with fewer columns or rows.");
    }
  }

  private static long added(long sum, long more) {
    return more > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + Math.max(0, more);
  }

  private static void check(FileMetaData stated, ContainerLimits limits) throws Damage {
    if (stated.isSetEncryption_algorithm()) {
      throw encrypted();
    }
    checkSchema(stated.getSchema(), limits);
    for (RowGroup group : stated.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        if (column.isSetCrypto_metadata() || column.isSetEncrypted_column_metadata()) {
          throw encrypted();
        }
        if (column.isSetFile_path() || !column.isSetMeta_data()) {
          throw Damage.broken(
              "a column of the Parquet file lies in another file", "Write one file.");
        }
      }
    }
  }

  /** The schema is a list of nodes, each before its children. */
  private static void checkSchema(List<SchemaElement> nodes, ContainerLimits limits) throws Damage {
    Deque<Integer> left = new ArrayDeque<>();
    if (nodes.size() > limits.columns()) {
      throw Damage.limit(
          "the file has more than " + limits.columns() + " columns", "Write fewer columns.");
    }
    for (int i = 0; i < nodes.size(); i++) {
      while (!left.isEmpty() && left.peek() == 0) {
        left.pop();
      }
      if (i > 0) {
        if (left.isEmpty()) {
          throw Damage.broken(DAMAGED);
        }
        left.push(left.pop() - 1);
      }
      int children = nodes.get(i).isSetNum_children() ? nodes.get(i).getNum_children() : 0;
      if (children < 0 || children > nodes.size()) {
        throw Damage.broken(DAMAGED);
      }
      left.push(children);
      if (left.size() > limits.depth()) {
        throw Damage.limit("the columns of the file nest too deep", "Write flatter records.");
      }
    }
    if (nodes.size() < 2) {
      throw Damage.broken("the Parquet file has no columns");
    }
  }

  private static Damage encrypted() {
    return Damage.broken(
        "the Parquet file is encrypted", "Write it without the encryption of the format.");
  }

  private static String ascii(byte[] bytes, int from) {
    return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
  }
}
