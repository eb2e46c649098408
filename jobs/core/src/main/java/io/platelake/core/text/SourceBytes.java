package io.platelake.core.text;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/**
 * Position in a file of another encoding, by the UTF-8 that was read of it. A byte that was no text
 * counts as the shortest character.
 */
final class SourceBytes {
  private final Charset charset;
  private final int perCharacter;
  private final LongSupplier bytesRead;
  private long position;

  /**
   * @param mark bytes of the byte order mark, which is left out of the text
   * @param bytesRead of the file so far: half a character may stand at its end
   */
  SourceBytes(Charset charset, int mark, LongSupplier bytesRead) {
    boolean wide = charset.name().startsWith("UTF-16");
    this.charset = wide ? StandardCharsets.UTF_16BE : charset;
    this.perCharacter = wide ? 2 : charset.name().startsWith("UTF-32") ? 4 : single(charset);
    this.position = mark;
    this.bytesRead = bytesRead;
  }

  /** 1, or 0 where characters differ in length. */
  private static int single(Charset charset) {
    if (!charset.canEncode()) {
      return 1;
    }
    CharsetEncoder encoder = charset.newEncoder();
    return encoder.maxBytesPerChar() == 1 ? 1 : 0;
  }

  /** Goes on over bytes of UTF-8, which start with a character. */
  void pass(byte[] utf8, int from, int to) {
    if (perCharacter == 0) {
      position +=
          new String(utf8, from, to - from, StandardCharsets.UTF_8).getBytes(charset).length;
      return;
    }
    for (int i = from; i < to; i++) {
      boolean starts = (utf8[i] & 0xC0) != 0x80;
      boolean pair = perCharacter == 2 && (utf8[i] & 0xF8) == 0xF0;
      position += (starts ? perCharacter : 0) + (pair ? perCharacter : 0);
    }
  }

  long position() {
    return Math.min(position, bytesRead.getAsLong());
  }
}
