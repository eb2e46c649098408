package io.platelake.core.text;

/** Records that follow each other without line ends, each of so many characters. */
public final class CountedText {
  private CountedText() {}

  /**
   * Consumes characters of UTF-8.
   *
   * @return how many there were before the end of the stream
   */
  public static int take(RecordBuffer in, int characters) {
    int taken = 0;
    while (true) {
      int b = in.peek();
      if (b == RecordBuffer.FULL) {
        in.drop();
        continue;
      }
      // Bytes 10xxxxxx go on with a character.
      boolean starts = (b & 0xC0) != 0x80;
      if (b == RecordBuffer.END || starts && taken == characters) {
        return taken;
      }
      taken += starts ? 1 : 0;
      in.next();
    }
  }
}
