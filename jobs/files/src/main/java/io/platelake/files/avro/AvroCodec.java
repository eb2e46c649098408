package io.platelake.files.avro;

import com.github.luben.zstd.ZstdInputStream;
import io.platelake.files.tree.Damage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.xerial.snappy.Snappy;

/** How the blocks of an Avro file are packed: {@code avro.codec} in its header. */
enum AvroCodec {
  NONE,
  DEFLATE,
  SNAPPY,
  ZSTD;

  private static final int CRC = 4;

  /**
   * @param name as the header has it, null where it has none
   */
  static AvroCodec of(String name) throws Damage {
    return switch (name == null ? "null" : name) {
      case "null" -> NONE;
      case "deflate" -> DEFLATE;
      case "snappy" -> SNAPPY;
      case "zstandard" -> ZSTD;
      default ->
          throw Damage.broken(
              "the Avro file is packed by a codec that is not read",
              "Write it with deflate, snappy or zstandard.");
    };
  }

  /**
   * The content of a block.
   *
   * @param limit bytes above which it is none
   * @throws Damage if it does not unpack, or to more
   */
  byte[] unpack(byte[] block, int limit) throws Damage {
    try {
      return switch (this) {
        case NONE -> block;
        case DEFLATE -> inflate(block, limit);
        case SNAPPY -> snappy(block, limit);
        case ZSTD -> read(new ZstdInputStream(new ByteArrayInputStream(block)), limit);
      };
    } catch (IOException e) {
      throw Damage.of(e, "a block of the Avro file is damaged");
    }
  }

  private static byte[] inflate(byte[] block, int limit) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      return read(new InflaterInputStream(new ByteArrayInputStream(block), inflater), limit);
    } finally {
      inflater.end();
    }
  }

  private static byte[] read(InputStream in, int limit) throws IOException {
    try (in) {
      byte[] content = in.readNBytes(limit);
      if (content.length == limit && in.read() >= 0) {
        throw tooLarge();
      }
      return content;
    }
  }

  /** The checksum of the content follows it. */
  private static byte[] snappy(byte[] block, int limit) throws IOException {
    int length = block.length - CRC;
    if (length <= 0) {
      throw Damage.broken("a block of the Avro file is damaged");
    }
    byte[] packed = Arrays.copyOf(block, length);
    int stated = Snappy.uncompressedLength(packed);
    if (stated > limit) {
      throw tooLarge();
    }
    // No encoding of it makes more than 64 bytes of three; nothing is allocated for a false size.
    byte[] content = stated < 0 || stated > 32L * length + 64 ? null : Snappy.uncompress(packed);
    CRC32 crc = new CRC32();
    if (content != null) {
      crc.update(content);
    }
    if (content == null || (int) crc.getValue() != ByteBuffer.wrap(block, length, CRC).getInt()) {
      throw Damage.broken("a block of the Avro file is damaged");
    }
    return content;
  }

  private static Damage tooLarge() {
    return Damage.limit(
        "a block unpacks to more than the limit", "Write the file with smaller blocks.");
  }
}
