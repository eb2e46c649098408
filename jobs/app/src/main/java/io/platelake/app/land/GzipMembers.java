package io.platelake.app.land;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * What a gzip file unpacks to, RFC 1952: one member after the other, each checked against its sum
 * and length. The one of the JDK takes a member with a damaged header for the end of the file, and
 * so for nothing all that follows; here it is damage. Only zeros may follow the last member: tapes
 * and tar fill their blocks with them.
 */
final class GzipMembers extends InputStream {
  private static final int CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;
  private static final int DEFLATED = 8;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 sum = new CRC32();
  private final byte[] packed = new byte[1 << 16];
  private int at;
  private int end;
  private boolean inMember;
  private boolean first = true;
  private boolean ended;

  GzipMembers(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * @throws ZipException where the file is damaged
   * @throws EOFException where it ends too early
   */
  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      if (!inMember) {
        openMember();
        continue;
      }
      int unpacked = unpack(into, from, length);
      if (unpacked > 0) {
        sum.update(into, from, unpacked);
        return unpacked;
      }
      if (inflater.finished()) {
        closeMember();
      }
    }
    return -1;
  }

  private int unpack(byte[] into, int from, int length) throws IOException {
    try {
      if (inflater.needsInput()) {
        if (at == end && !fill()) {
          throw new EOFException("the member does not end");
        }
        inflater.setInput(packed, at, end - at);
        at = end;
      }
      int unpacked = inflater.inflate(into, from, length);
      if (inflater.needsDictionary()) {
        throw damaged();
      }
      return unpacked;
    } catch (DataFormatException e) {
      throw damaged();
    }
  }

  private void openMember() throws IOException {
    if (at == end && !fill()) {
      if (first) {
        throw new EOFException("the file is empty");
      }
      ended = true;
      return;
    }
    if (!first && packed[at] == 0) {
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
    inflater.reset();
    sum.reset();
    inMember = true;
    first = false;
  }

  private void closeMember() throws IOException {
    at = end - inflater.getRemaining();
    if (number() != sum.getValue() || number() != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
      throw damaged();
    }
    inMember = false;
  }

  private void zerosToTheEnd() throws IOException {
    while (at < end || fill()) {
      if (packed[at++] != 0) {
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
    if (at == end && !fill()) {
      throw new EOFException("the member does not end");
    }
    return packed[at++] & 0xFF;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(packed, 0, packed.length));
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  private static ZipException damaged() {
    return new ZipException("the member is damaged");
  }
}
