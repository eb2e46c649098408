package io.platelake.files.unpack;

import io.platelake.files.tree.StorageFailure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The stored bytes of a packed file, counted. A storage that fails is another thing than a file
 * that is damaged, so its failure is a {@link StorageFailure} and passes through every unpacking.
 */
public final class PackedSource extends FilterInputStream {
  private final ZipEnd end = new ZipEnd();
  private long bytes;

  public PackedSource(InputStream in) {
    super(in);
  }

  long bytes() {
    return bytes;
  }

  /** Reads what is left, and tells whether it ends a zip file of that many entries. */
  public boolean endsZip(int entries) {
    byte[] passed = new byte[1 << 13];
    while (read(passed, 0, passed.length) >= 0) {}
    return end.counts(entries);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) {
    try {
      int read = super.read(into, from, length);
      if (read > 0) {
        bytes += read;
        end.add(into, from, read);
      }
      return read;
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
  }

  @Override
  public long skip(long n) {
    byte[] passed = new byte[(int) Math.min(n, 1 << 16)];
    return Math.max(0, read(passed, 0, passed.length));
  }
}
