package io.platelake.app.land.files;

import java.io.Serializable;

/**
 * A raw file, or the lines of one that start in a range of its bytes.
 *
 * @param file number of the file among those that land together
 * @param copy where the file is
 * @param digest of the whole file
 * @param from first byte
 * @param to byte after the last; {@link #END} for a file that is read to its end
 */
public record FilePart(int file, RawFile.Copy copy, String digest, long from, long to)
    implements Serializable {
  public static final long END = Long.MAX_VALUE;

  public boolean isWhole() {
    return from == 0 && to == END;
  }

  @Override
  public String toString() {
    return "FilePart[" + digest + ", " + from + "]";
  }
}
