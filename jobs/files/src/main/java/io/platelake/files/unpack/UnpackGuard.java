package io.platelake.files.unpack;

import io.platelake.core.record.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacked bytes, counted against the limits of the whole file. */
public final class UnpackGuard extends FilterInputStream {
  private final PackedSource packed;
  private final UnpackLimits limits;
  private final long before;
  private long bytes;

  /**
   * @param before bytes that earlier entries of the file unpacked to
   */
  public UnpackGuard(InputStream in, PackedSource packed, UnpackLimits limits, long before) {
    super(in);
    this.packed = packed;
    this.limits = limits;
    this.before = before;
  }

  /** Unpacked so far, of the whole file. */
  public long total() {
    return before + bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    bytes += Math.max(0, read);
    boolean swollen =
        total() > limits.free() && total() / Math.max(1, packed.bytes()) > limits.ratio();
    if (total() > limits.bytes() || swollen) {
      throw new Stopped(Reason.ARCHIVE_LIMIT, "the file unpacks to more than the limit");
    }
    return read;
  }

  /** The rest of a packed file is not read, for a reason that its account gives. */
  public static final class Stopped extends IOException {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    public Stopped(Reason reason, String place) {
      super(place);
      this.reason = reason;
    }

    public Reason reason() {
      return reason;
    }
  }
}
