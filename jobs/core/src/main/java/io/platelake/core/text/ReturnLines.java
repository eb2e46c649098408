package io.platelake.core.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file whose lines end with a carriage return alone, with line feeds in their place. */
final class ReturnLines extends FilterInputStream {
  ReturnLines(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    return b == '\r' ? '\n' : b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    for (int i = offset; i < offset + count; i++) {
      if (target[i] == '\r') {
        target[i] = '\n';
      }
    }
    return count;
  }
}
