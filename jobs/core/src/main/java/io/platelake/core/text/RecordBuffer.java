package io.platelake.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A stream of bytes that remembers the current record and nothing before it, and of a record that
 * is too large only its beginning.
 */
public final class RecordBuffer {
  /** The stream has ended. */
  public static final int END = -1;

  /** The record has reached the limit; call {@link #drop()} or {@link #rewind} before going on. */
  public static final int FULL = -2;

  /** Bytes that are kept of a record that is too large. */
  public static final int KEPT = 64 * 1024;

  private static final int CHUNK = 64 * 1024;

  private final InputStream in;
  private final int limit;
  private final SourceBytes source;
  private byte[] buffer;
  private int start;
  private int at;
  private int end;
  private long base;
  private byte[] dropped;
  private long recordOffset;

  /**
   * @param limit bytes above which a record is too large
   */
  public RecordBuffer(InputStream in, int limit) {
    this(in, limit, null);
  }

  /**
   * @param source position in the file that the stream was decoded from; null where it is the file
   */
  RecordBuffer(InputStream in, int limit, SourceBytes source) {
    this.in = in;
    this.limit = limit;
    this.source = source;
    this.buffer = new byte[CHUNK];
  }

  /** The next byte, consumed; {@link #END} or {@link #FULL}. */
  public int next() {
    if (at == end) {
      int state = fill();
      if (state < 0) {
        return state;
      }
    }
    return buffer[at++] & 0xFF;
  }

  /** The next byte, not consumed; {@link #END} or {@link #FULL}. */
  public int peek() {
    if (at == end) {
      int state = fill();
      if (state < 0) {
        return state;
      }
    }
    return buffer[at] & 0xFF;
  }

  /**
   * Up to {@code n} of the next bytes, one character each, not consumed; fewer at the end of the
   * stream. A record that leaves no room for them is too large.
   */
  public String ahead(int n) {
    while (end - at < n) {
      int state = fill();
      if (state == END) {
        break;
      }
      if (state == FULL) {
        drop();
      }
    }
    return new String(buffer, at, Math.min(n, end - at), StandardCharsets.ISO_8859_1);
  }

  /**
   * Number of bytes from the next one to the end of its line, not consumed. {@link #END} where the
   * line does not end before the stream or the limit does.
   */
  public int toLineEnd() {
    int searched = 0;
    while (true) {
      int found = LineEnds.next(buffer, at + searched, end);
      if (found >= 0) {
        return found - at;
      }
      searched = end - at;
      if (fill() < 0) {
        return END;
      }
    }
  }

  /** The byte {@code n} after the next one, which has been {@link #toLineEnd seen}. */
  public int at(int n) {
    return buffer[at + n] & 0xFF;
  }

  /** Consumes bytes that have been seen. */
  public void skip(int n) {
    at += n;
  }

  /** Gives the byte just consumed back. */
  public void back() {
    at--;
  }

  /** A record starts at the next byte. */
  public void begin() {
    leave();
    dropped = null;
    recordOffset = source == null ? base + at : source.position();
  }

  /** Everything up to the next byte is done with. */
  private void leave() {
    if (source != null) {
      source.pass(buffer, start, at);
    }
    start = at;
  }

  /** Position in the stream of the next byte. */
  public long offset() {
    return base + at;
  }

  /** Position in the file of the record's first byte. */
  public long recordOffset() {
    return recordOffset;
  }

  /** Bytes of the record consumed so far, as long as none was dropped. */
  public int length() {
    return at - start;
  }

  public boolean isTooLarge() {
    return dropped != null || length() > limit;
  }

  /** Goes on through a record that is too large, keeping only its beginning. */
  public void drop() {
    dropped = Arrays.copyOfRange(buffer, start, start + Math.min(length(), KEPT));
    leave();
  }

  public boolean isDropping() {
    return dropped != null;
  }

  /** Goes back to the record's byte {@code length}, as if only that much had been consumed. */
  public void rewind(int length) {
    at = start + length;
  }

  /** All bytes consumed of the record; null if it is too large. */
  public byte[] consumed() {
    return isTooLarge() ? null : Arrays.copyOfRange(buffer, start, at);
  }

  /** The record up to the last byte consumed, without line ends; its beginning if too large. */
  public byte[] record() {
    if (dropped != null) {
      return dropped;
    }
    int last = at;
    while (last > start && (buffer[last - 1] == '\n' || buffer[last - 1] == '\r')) {
      last--;
    }
    int kept = isTooLarge() ? Math.min(last, start + KEPT) : last;
    return Arrays.copyOfRange(buffer, start, kept);
  }

  private int fill() {
    if (dropped != null) {
      leave();
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      base += start;
      at -= start;
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      if (end >= limit) {
        return FULL;
      }
      buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, Math.max(limit, CHUNK)));
    }
    try {
      int read = in.read(buffer, end, buffer.length - end);
      if (read <= 0) {
        return END;
      }
      end += read;
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
