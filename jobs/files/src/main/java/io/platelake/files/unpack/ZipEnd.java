package io.platelake.files.unpack;

import java.util.Arrays;

/**
 * The last bytes of a zip file. Reading entry by entry does not notice a file that was cut between
 * two of them; the record at its end does.
 */
final class ZipEnd {
  /** The record itself and room for a comment. */
  private static final int KEPT = 1024;

  private static final int LENGTH = 22;
  private static final int ENTRIES_AT = 10;

  private byte[] tail = new byte[0];

  void add(byte[] bytes, int from, int length) {
    int kept = Math.min(tail.length, Math.max(0, KEPT - length));
    byte[] joined = Arrays.copyOfRange(tail, tail.length - kept, tail.length + length);
    System.arraycopy(bytes, from, joined, kept, length);
    tail =
        joined.length > KEPT
            ? Arrays.copyOfRange(joined, joined.length - KEPT, joined.length)
            : joined;
  }

  /** Whether the file ends as one of that many entries does. */
  boolean counts(int entries) {
    for (int at = tail.length - LENGTH; at >= 0; at--) {
      if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
        int stated = tail[at + ENTRIES_AT] & 0xFF | (tail[at + ENTRIES_AT + 1] & 0xFF) << 8;
        // More than two bytes can count are counted elsewhere.
        return stated == 0xFFFF || stated == entries;
      }
    }
    return false;
  }
}
