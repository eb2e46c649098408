package io.platelake.files.unpack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * What a gzip file unpacks to, RFC 1952: one member after the other, each checked against its sum
 * and length. The one of the JDK takes a member with a damaged header for the end of the file, and
 * so for nothing all that follows; here it is damage. Only zeros may follow the last member: tapes
 * and tar fill their blocks with them.
 */
final class GzipMembers extends InflaterInputStream {
  private static final int CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;
  private static final int DEFLATED = 8;

  private final CRC32 sum = new CRC32();

  /** The next byte of the buffer that no member has taken; between members only. */
  private int at;

  private boolean inMember;
  private boolean first = true;
  private boolean ended;

  GzipMembers(InputStream in) {
    super(in, new Inflater(true), 1 << 16);
  }

  /**
   * @throws ZipException where the file is damaged
   * @throws EOFException where it ends too early
   */
  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    while (!ended && length > 0) {
      if (!inMember) {
        openMember();
      } else {
        int unpacked = super.read(into, from, length);
        if (unpacked > 0) {
          sum.update(into, from, unpacked);
          return unpacked;
        }
        closeMember();
      }
    }
    return length == 0 ? 0 : -1;
  }

  private void openMember() throws IOException {
    if (at == len && !more()) {
      if (first) {
        throw new EOFException("the file is empty");
      }
      ended = true;
      return;
    }
    if (!first && buf[at] == 0) {
      zerosToTheEnd();
      ended = true;
      return;
    }
    if (next() != 0x1F || next() != 0x8B || next() != DEFLATED) {
      throw damaged();
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw damaged();
    }
    pass(6);
    if ((flags & EXTRA) != 0) {
      pass(next() | next() << 8);
    }
    passText(flags & NAME);
    passText(flags & COMMENT);
    pass((flags & CHECKSUM) == 0 ? 0 : 2);
    inf.reset();
    inf.setInput(buf, at, len - at);
    sum.reset();
    inMember = true;
    first = false;
  }

  private void closeMember() throws IOException {
    at = len - inf.getRemaining();
    if (number() != sum.getValue() || number() != (inf.getBytesWritten() & 0xFFFF_FFFFL)) {
      throw damaged();
    }
    inMember = false;
  }

  private void zerosToTheEnd() throws IOException {
    while (at < len || more()) {
      if (buf[at++] != 0) {
        throw damaged();
      }
    }
  }

  /** Four bytes, the lowest first. */
  private long number() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void passText(int flag) throws IOException {
    while (flag != 0 && next() != 0) {}
  }

  private void pass(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private int next() throws IOException {
    if (at == len && !more()) {
      throw new EOFException("the member does not end");
    }
    return buf[at++] & 0xFF;
  }

  /** Fills the buffer outside of what is packed, where the end of the file may be. */
  private boolean more() throws IOException {
    at = 0;
    len = Math.max(0, in.read(buf, 0, buf.length));
    return len > 0;
  }

  @Override
  public void close() throws IOException {
    inf.end();
    super.close();
  }

  private static ZipException damaged() {
    return new ZipException("the member is damaged");
  }
}
