package io.platelake.core.vendorlog;

/** Hashes of texts by which rows are compared. Equal texts agree; others hardly ever do. */
final class TextHash {
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private TextHash() {}

  /** Of two numbers, in their order. */
  static long mix(long a, long b) {
    long h = (a ^ Long.rotateLeft(b * PRIME, 31)) * PRIME;
    h ^= h >>> 32;
    h *= 0xD6E8FEB86659FD93L;
    return h ^ h >>> 32;
  }

  /** 64 bits: two of ten million texts share them once in 400,000 logs. */
  static long of(String text) {
    long h = text.length();
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * PRIME;
      h ^= h >>> 29;
    }
    return mix(h, text.length());
  }

  /** 32 bits, never 0: enough to tell two cells of the same search apart. */
  static int small(String text) {
    int hash = (int) (of(text) >>> 32);
    return hash == 0 ? 1 : hash;
  }
}
