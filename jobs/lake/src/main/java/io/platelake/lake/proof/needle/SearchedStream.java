package io.platelake.lake.proof.needle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Hands every byte that is read from it to a pass as well, so that a decoder can skip nothing. */
final class SearchedStream extends FilterInputStream {
  private final NeedleSearch pass;

  SearchedStream(InputStream in, NeedleSearch pass) {
    super(in);
    this.pass = pass;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      pass.feed(new byte[] {(byte) b}, 0, 1);
    }
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    if (count > 0) {
      pass.feed(bytes, offset, count);
    }
    return count;
  }

  /** Skipping would be a way past the pass. */
  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 1 << 16)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Reads what the decoder left and ends the pass. */
  void drain() throws IOException {
    byte[] rest = new byte[1 << 16];
    for (int count = read(rest, 0, rest.length); count >= 0; count = read(rest, 0, rest.length)) {
      continue;
    }
    pass.end();
  }
}
