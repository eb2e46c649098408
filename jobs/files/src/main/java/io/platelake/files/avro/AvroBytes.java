package io.platelake.files.avro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The bytes ahead in a stream. It grows with what is really there, and never by what a length in
 * the file promises.
 */
final class AvroBytes {
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private byte[] buffer = new byte[CHUNK];
  private int at;
  private int end;
  private long passed;

  AvroBytes(InputStream in) {
    this.in = in;
  }

  /** Whether {@code n} bytes are ahead. */
  boolean has(int n) {
    while (end - at < n && fill()) {}
    return end - at >= n;
  }

  /** The next byte; {@code offset} before the end of the bytes that {@link #has} found ahead. */
  byte peek(int offset) {
    return buffer[at + offset];
  }

  byte[] copy(int offset, int length) {
    return Arrays.copyOfRange(buffer, at + offset, at + offset + length);
  }

  void skip(int n) {
    at += n;
  }

  /** Bytes already read. */
  long passed() {
    return passed + at;
  }

  /** Goes to the byte after the next {@code mark}; to the end, if there is none. */
  void skipPast(byte[] mark) {
    while (has(mark.length)) {
      int last = end - mark.length;
      for (; at <= last; at++) {
        if (Arrays.equals(buffer, at, at + mark.length, mark, 0, mark.length)) {
          at += mark.length;
          return;
        }
      }
    }
    at = end;
  }

  private boolean fill() {
    if (at > 0) {
      System.arraycopy(buffer, at, buffer, 0, end - at);
      passed += at;
      end -= at;
      at = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    try {
      int read = in.read(buffer, end, buffer.length - end);
      end += Math.max(0, read);
      return read > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
