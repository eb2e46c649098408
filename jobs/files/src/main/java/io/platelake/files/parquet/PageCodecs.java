package io.platelake.files.parquet;

import com.github.luben.zstd.ZstdInputStream;
import io.platelake.files.tree.ContainerLimits;
import io.platelake.files.tree.Damage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Unpacks the pages of a Parquet file, each to the size in its header and never more. A size above
 * the limit is not even allocated.
 */
final class PageCodecs implements CompressionCodecFactory {
  private static final Set<CompressionCodecName> KNOWN =
      Set.of(
          CompressionCodecName.UNCOMPRESSED,
          CompressionCodecName.SNAPPY,
          CompressionCodecName.GZIP,
          CompressionCodecName.ZSTD,
          CompressionCodecName.LZ4_RAW);

  private final ContainerLimits limits;
  private final long stored;
  private long unpacked;

  /**
   * @param stored bytes of the whole file
   */
  PageCodecs(ContainerLimits limits, long stored) {
    this.limits = limits;
    this.stored = stored;
  }

  static void check(CompressionCodecName codec) throws Damage {
    if (!KNOWN.contains(codec)) {
      throw Damage.broken(
          "the Parquet file is packed by " + codec + ", which is not read",
          "Write it with snappy, gzip, zstd or lz4_raw.");
    }
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return new Page(codec);
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new IllegalStateException("files are only read");
  }

  @Override
  public void release() {
    // Holds nothing.
  }

  private final class Page implements BytesInputDecompressor {
    private final CompressionCodecName codec;

    Page(CompressionCodecName codec) {
      this.codec = codec;
    }

    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      if (size < 0) {
        throw Damage.broken("a page of the Parquet file is damaged");
      }
      unpacked += size;
      if (size > limits.block() || limits.isSwollen(unpacked, stored)) {
        throw Damage.limit(
            "a page unpacks to more than the limit", "Write the file with smaller pages.");
      }
      return BytesInput.from(unpack(bytes.toInputStream().readAllBytes(), size));
    }

    private byte[] unpack(byte[] packed, int size) throws IOException {
      byte[] page =
          switch (codec) {
            case UNCOMPRESSED -> packed;
            case SNAPPY -> snappy(packed, size);
            case GZIP -> read(new GZIPInputStream(new ByteArrayInputStream(packed)), size);
            case ZSTD -> read(new ZstdInputStream(new ByteArrayInputStream(packed)), size);
            case LZ4_RAW -> lz4(packed, size);
            default -> throw new IllegalStateException("checked before");
          };
      if (page.length != size) {
        throw Damage.broken("a page of the Parquet file is damaged");
      }
      return page;
    }

    @Override
    public void decompress(ByteBuffer in, int packed, ByteBuffer out, int size) {
      throw new IllegalStateException("pages are on the heap");
    }

    @Override
    public void release() {
      // Holds nothing.
    }
  }

  static byte[] snappy(byte[] packed, int size) throws IOException {
    return packed.length > 0 && Snappy.uncompressedLength(packed) == size
        ? Snappy.uncompress(packed)
        : new byte[0];
  }

  private static byte[] read(InputStream in, int size) throws IOException {
    try (in) {
      return in.readNBytes(size);
    }
  }

  private static byte[] lz4(byte[] packed, int size) throws Damage {
    try {
      return LZ4Factory.fastestJavaInstance().safeDecompressor().decompress(packed, size);
    } catch (LZ4Exception e) {
      throw Damage.of(e, "a page of the Parquet file is damaged");
    }
  }
}
