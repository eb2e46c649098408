package io.platelake.files.parquet;

import io.platelake.files.tree.Damage;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPageV1;

/**
 * Goes through the runs of an encoded page without decoding them. The library allocates arrays by
 * the counts in front of them, so a flipped bit would cost the memory of the whole process.
 *
 * <p>Layouts as in {@code github.com/apache/parquet-format/blob/master/Encodings.md}.
 */
@SuppressWarnings("deprecation") // Encodings that nobody should write are read all the same.
final class PageCheck {
  private static final Set<Encoding> LEVELS = Set.of(Encoding.RLE, Encoding.BIT_PACKED);
  private static final Set<Encoding> DICTIONARIES =
      Set.of(Encoding.PLAIN, Encoding.PLAIN_DICTIONARY);

  /** Values of a bit-packed run or of a page of differences, which are decoded in one go. */
  private static final int AT_ONCE = 8 << 20;

  /** The last run may be padded; writers make runs of 64 groups of eight at most. */
  private static final int PADDING = 64 * 8;

  /** Longest header of a run in bytes: it counts in 32 bits. */
  private static final int RUN_HEADER = 5;

  private final byte[] bytes;
  private final int count;
  private int at;

  /**
   * @param count values of the page, nulls too
   */
  PageCheck(byte[] bytes, int count) {
    this.bytes = bytes;
    this.count = count;
  }

  /**
   * @param entries that the header of the page states
   * @param size bytes of the page
   */
  static void dictionary(ColumnDescriptor column, Encoding encoding, int entries, int size)
      throws Damage {
    int smallest =
        switch (column.getPrimitiveType().getPrimitiveTypeName()) {
          case INT64, DOUBLE -> Long.BYTES;
          case INT96 -> 12;
          case FIXED_LEN_BYTE_ARRAY -> column.getPrimitiveType().getTypeLength();
          default -> Integer.BYTES;
        };
    if (!DICTIONARIES.contains(encoding)
        || smallest <= 0
        || entries < 0
        || (long) entries * smallest > size) {
      throw damaged();
    }
  }

  /** A page with everything in one. */
  void first(ColumnDescriptor column, DataPageV1 page) throws Damage {
    levels(column.getMaxRepetitionLevel(), page.getRlEncoding());
    levels(column.getMaxDefinitionLevel(), page.getDlEncoding());
    values(page.getValueEncoding());
  }

  private void levels(int max, Encoding encoding) throws Damage {
    if (!LEVELS.contains(encoding)) {
      throw damaged();
    }
    if (max > 0 && encoding == Encoding.RLE) {
      prefixed(width(max));
    } else if (max > 0) {
      skip(((long) count * width(max) + 7) / 8);
    }
  }

  /** Levels alone, without a length in front. */
  void levels(int max) throws Damage {
    if (max > 0) {
      runs(width(max), bytes.length);
    }
  }

  void values(Encoding encoding) throws Damage {
    switch (encoding) {
      case PLAIN, BYTE_STREAM_SPLIT -> at = bytes.length;
      case PLAIN_DICTIONARY, RLE_DICTIONARY -> indexes();
      case RLE -> prefixed(1);
      case DELTA_BINARY_PACKED, DELTA_LENGTH_BYTE_ARRAY -> differences();
      case DELTA_BYTE_ARRAY -> {
        differences();
        differences();
      }
      default -> throw damaged();
    }
  }

  private void indexes() throws Damage {
    if (at < bytes.length) {
      int width = next();
      if (width > Integer.SIZE) {
        throw damaged();
      }
      runs(width, bytes.length);
    }
  }

  /** Runs after their length in bytes. */
  private void prefixed(int width) throws Damage {
    long length = next() | next() << 8 | next() << 16 | (long) next() << 24;
    if (length > bytes.length - at) {
      throw damaged();
    }
    int end = at + (int) length;
    runs(width, end);
    at = end;
  }

  private void runs(int width, int end) throws Damage {
    long seen = 0;
    while (seen < count && at < end) {
      long header = varint(RUN_HEADER);
      if ((header & 1) == 0) {
        seen += header >>> 1;
        skip((width + 7) / 8);
      } else {
        long groups = header >>> 1;
        if (groups > AT_ONCE / 8 || groups * 8 > count - seen + PADDING) {
          throw damaged();
        }
        seen += groups * 8;
        // Some writers cut the padding of the last run.
        at = (int) Math.min(end, at + groups * width);
      }
    }
  }

  private void differences() throws Damage {
    long block = varint();
    long parts = varint();
    long total = varint();
    varint();
    boolean sane =
        block > 0
            && block <= 1 << 16
            && parts > 0
            && parts <= block
            && block % parts == 0
            && block / parts % 8 == 0
            && total <= count
            && total <= AT_ONCE;
    if (!sane) {
      throw damaged();
    }
    long left = total - 1;
    while (left > 0) {
      varint();
      int widths = at;
      skip(parts);
      for (int i = 0; i < parts && left > 0; i++) {
        int width = bytes[widths + i] & 0xFF;
        if (width > Long.SIZE) {
          throw damaged();
        }
        skip(width * (block / parts) / 8);
        left -= block / parts;
      }
    }
  }

  /** At most 64 bits. */
  private long varint() throws Damage {
    return varint(10);
  }

  /**
   * @param longest bytes that it may have
   */
  private long varint(int longest) throws Damage {
    long value = 0;
    for (int shift = 0; shift < 7 * longest; shift += 7) {
      int b = next();
      value |= (long) (b & 0x7F) << shift;
      if ((b & 0x80) == 0) {
        return value;
      }
    }
    throw damaged();
  }

  private int next() throws Damage {
    if (at >= bytes.length) {
      throw damaged();
    }
    return bytes[at++] & 0xFF;
  }

  private void skip(long n) throws Damage {
    if (n > bytes.length - at) {
      throw damaged();
    }
    at += (int) n;
  }

  private static int width(int max) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(max);
  }

  private static Damage damaged() {
    return Damage.broken("a page of the Parquet file is damaged");
  }
}
