package io.platelake.files.unpack;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How a raw file is packed, by its first bytes: names of files are never trusted. */
public enum Packing {
  NONE,
  GZIP,
  ZSTD,
  ZIP;

  /** How many bytes {@link #of} looks at. */
  public static final int LOOKED_AT = 4;

  /** What starts with these bytes, of which there may be fewer than {@link #LOOKED_AT}. */
  public static Packing of(byte[] start) {
    if (starts(start, 0x1F, 0x8B)) {
      return GZIP;
    }
    if (starts(start, 0x28, 0xB5, 0x2F, 0xFD)) {
      return ZSTD;
    }
    // With entries, or without any.
    return starts(start, 'P', 'K', 3, 4) || starts(start, 'P', 'K', 5, 6) ? ZIP : NONE;
  }

  /** Whether what starts with these bytes is packed, or a container, Parquet or Avro. */
  public static boolean isDense(byte[] start) {
    return of(start) != NONE
        || starts(start, 'P', 'A', 'R', '1')
        || starts(start, 'O', 'b', 'j', 1);
  }

  /** The content of a file that holds one stream; a zip file holds several. */
  public InputStream unpack(InputStream in) throws IOException {
    return switch (this) {
      case NONE -> in;
      case GZIP -> new GzipMembers(in);
      case ZSTD -> new ZstdInputStream(in);
      case ZIP -> throw new IllegalStateException("a zip file has entries");
    };
  }

  private static boolean starts(byte[] bytes, int... wanted) {
    if (bytes.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
