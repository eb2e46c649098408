package io.platelake.app.land.files;

import io.platelake.core.text.LineEnds;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * The lines of a file that start in a range of bytes. The first is the first line that starts at or
 * after the first byte of the range; the last is the last line that starts before its end.
 * Adjoining ranges give every line once.
 */
public final class LineRange extends InputStream {
  private final FSDataInputStream in;
  private final long to;
  private final byte[] buffer = new byte[1 << 16];
  private long position;
  private int at;
  private int end;
  private long start;
  private long lines;
  private boolean atLineStart = true;
  private boolean ended;

  /** Positions the stream, which the caller closes. */
  public LineRange(FSDataInputStream in, long from, long to) throws IOException {
    this.in = in;
    this.to = to;
    if (from > 0) {
      // The line that holds the byte in front belongs to the range before, to its last byte.
      in.seek(from - 1);
      position = from - 1;
      skipLine();
    }
    start = position + at;
  }

  /** Byte of the file at which the first line starts. */
  public long start() {
    return start;
  }

  /** Line ends given out so far. */
  public long lines() {
    return lines;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (ended || at == end && !fill()) {
      return -1;
    }
    if (atLineStart && position + at >= to) {
      ended = true;
      return -1;
    }
    int given = Math.min(length, end - at);
    if (position + at + given >= to) {
      given = untilLastLineEnds(given);
    }
    System.arraycopy(buffer, at, into, offset, given);
    count(at, at + given);
    at += given;
    return given;
  }

  /** Of bytes that reach the end of the range, those up to the end of its last line. */
  private int untilLastLineEnds(int given) {
    int searched = (int) Math.max(at, to - 1 - position);
    int newline = searched >= at + given ? -1 : LineEnds.next(buffer, searched, at + given);
    return newline < 0 ? given : newline + 1 - at;
  }

  private void count(int from, int until) {
    for (int i = LineEnds.next(buffer, from, until);
        i >= 0;
        i = LineEnds.next(buffer, i + 1, until)) {
      lines++;
    }
    atLineStart = buffer[until - 1] == '\n';
  }

  private void skipLine() throws IOException {
    while (at < end || fill()) {
      int newline = LineEnds.next(buffer, at, end);
      if (newline >= 0) {
        at = newline + 1;
        return;
      }
      at = end;
    }
  }

  private boolean fill() throws IOException {
    position += end;
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }
}
