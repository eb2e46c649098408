package io.platelake.lake.proof.needle;

/**
 * A form a needle takes in bytes.
 *
 * @param bytes at least as many as the window it is indexed by
 * @param needle index of the needle
 * @param form what the form is called in a hit, empty for plain text
 */
record BytePattern(byte[] bytes, int needle, String form) {

  /** The last {@code width} bytes as a big-endian number. */
  long window(int width) {
    long window = 0;
    for (int i = bytes.length - width; i < bytes.length; i++) {
      window = (window << 8) | (bytes[i] & 0xFF);
    }
    return window;
  }
}
