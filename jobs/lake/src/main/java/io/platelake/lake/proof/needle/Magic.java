package io.platelake.lake.proof.needle;

import java.nio.charset.StandardCharsets;

/** What the first bytes of some content say it is. */
enum Magic {
  GZIP("gzip", 0x1F, 0x8B),
  ZSTD("zstd", 0x28, 0xB5, 0x2F, 0xFD),
  ZIP("zip", 'P', 'K', 3, 4),
  PARQUET("Parquet", 'P', 'A', 'R', '1'),
  ENCRYPTED_PARQUET("encrypted Parquet", 'P', 'A', 'R', 'E'),
  ORC("ORC", 'O', 'R', 'C'),
  AVRO("Avro", 'O', 'b', 'j', 1),
  BZIP2("bzip2", 'B', 'Z', 'h'),
  XZ("xz", 0xFD, '7', 'z', 'X', 'Z', 0),
  SEVEN_ZIP("7z", '7', 'z', 0xBC, 0xAF),
  LZ4("LZ4 frame", 0x04, 0x22, 0x4D, 0x18),
  LZ4_BLOCK("LZ4 blocks", 'L', 'Z', '4', 'B', 'l', 'o', 'c', 'k'),
  SNAPPY("Snappy frames", 0xFF, 0x06, 0x00, 0x00, 's', 'N', 'a', 'P', 'p', 'Y'),
  SNAPPY_BLOCK("Snappy blocks", 0x82, 'S', 'N', 'A', 'P', 'P', 'Y', 0),
  JSON("JSON"),
  TEXT("text"),
  BINARY("binary");

  private final String label;
  private final int[] magic;

  Magic(String label, int... magic) {
    this.label = label;
    this.magic = magic;
  }

  static Magic of(byte[] head) {
    for (Magic kind : values()) {
      if (kind.magic.length > 0 && kind.begins(head)) {
        return kind;
      }
    }
    for (byte b : head) {
      if (b == 0) {
        return BINARY;
      }
    }
    String start = new String(head, StandardCharsets.UTF_8).stripLeading();
    return start.startsWith("{") || start.startsWith("[") ? JSON : TEXT;
  }

  String label() {
    return label;
  }

  /** Packed in a way that is undone here. */
  boolean packed() {
    return this == GZIP || this == ZSTD || this == ZIP;
  }

  /** Packed or encoded in a way that is not undone in a stream. */
  boolean opaque() {
    return magic.length > 0 && !packed();
  }

  private boolean begins(byte[] head) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
