package io.platelake.core.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream whose first bytes are known before any is consumed. A stream that fails among them gives
 * what came before the failure, and fails then.
 */
public final class PeekedStream extends FilterInputStream {
  /** Enough for an XML declaration and the header of a wide table. */
  private static final int LOOKED_AT = 8 * 1024;

  private final byte[] start;
  private int at;
  private IOException failure;

  /** Reads the first bytes, 8 KiB at most. */
  public PeekedStream(InputStream in) {
    super(in);
    byte[] bytes = new byte[LOOKED_AT];
    int count = 0;
    try {
      for (int read = 0; read >= 0 && count < LOOKED_AT; count += Math.max(0, read)) {
        read = in.read(bytes, count, LOOKED_AT - count);
      }
    } catch (IOException e) {
      failure = e;
    }
    start = Arrays.copyOf(bytes, count);
  }

  TextStart textStart() {
    return new TextStart(start);
  }

  /** The first bytes, as many as there are or as were looked at. */
  public byte[] start() {
    return start.clone();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (at == start.length) {
      if (failure != null) {
        throw failure;
      }
      return in.read(target, offset, length);
    }
    int count = Math.min(length, start.length - at);
    System.arraycopy(start, at, target, offset, count);
    at += count;
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
