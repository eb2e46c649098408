package io.platelake.core.text;

import io.platelake.core.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text of any encoding as bytes of UTF-8, decoded piece by piece. A byte order mark is left out.
 *
 * <p>Where damage has to stay local, a byte that the encoding does not know becomes U+FFFD. Where
 * the whole file counts, it is a {@link BadInput}, as are U+FFFD itself and control characters.
 */
final class Utf8Stream extends InputStream {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';
  private static final int PIECE = 1 << 14;

  private final InputStream bytes;
  private final Charset encoding;
  private final String fileName;
  private final CharsetDecoder decoder;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final ByteBuffer in = ByteBuffer.allocate(PIECE).flip();
  private final CharBuffer chars = CharBuffer.allocate(PIECE);
  private final ByteBuffer utf8 = ByteBuffer.allocate(4 * PIECE).flip();
  private boolean begun;
  private boolean inEnded;
  private boolean ended;
  private int line = 1;
  private long bytesRead;

  private Utf8Stream(InputStream bytes, Charset encoding, String fileName) {
    CodingErrorAction onFault =
        fileName == null ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
    this.bytes = bytes;
    this.encoding = encoding;
    this.fileName = fileName;
    this.decoder = encoding.newDecoder().onMalformedInput(onFault).onUnmappableCharacter(onFault);
    encoder.onMalformedInput(CodingErrorAction.REPLACE);
  }

  /** Damage becomes U+FFFD. */
  static Utf8Stream lenient(InputStream bytes, Charset encoding) {
    return new Utf8Stream(bytes, encoding, null);
  }

  /**
   * Reading throws {@link BadInput} with the line of what is no text.
   *
   * @param fileName named in errors
   */
  static Utf8Stream strict(InputStream bytes, Charset encoding, String fileName) {
    return new Utf8Stream(bytes, encoding, fileName);
  }

  /** Bytes of the file that were read so far. */
  long bytesRead() {
    return bytesRead;
  }

  @Override
  public int read() throws IOException {
    return utf8.hasRemaining() || fill() ? utf8.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!utf8.hasRemaining() && !fill()) {
      return -1;
    }
    int count = Math.min(length, utf8.remaining());
    utf8.get(target, offset, count);
    return count;
  }

  private boolean fill() throws IOException {
    utf8.clear();
    while (utf8.position() == 0 && !ended) {
      // The first half of a pair of surrogates may wait for the second.
      int decoded = chars.position();
      CoderResult result = decoder.decode(in, chars, inEnded);
      if (result.isError() && chars.position() == decoded) {
        // The decoder stops in front of the bytes it cannot read.
        throw unreadable(
            "bytes are not " + encoding.name(), "Name the file's encoding in the definition");
      }
      boolean more = result.isUnderflow() && !inEnded;
      if (result.isUnderflow() && inEnded) {
        ended = true;
        decoder.flush(chars);
      }
      check(decoded);
      chars.flip();
      begin();
      encoder.encode(chars, utf8, ended);
      chars.compact();
      if (more) {
        refill();
      }
    }
    utf8.flip();
    return utf8.hasRemaining();
  }

  private void begin() {
    if (!begun && chars.hasRemaining()) {
      begun = true;
      if (chars.get(0) == BYTE_ORDER_MARK) {
        chars.get();
      }
    }
  }

  private void refill() throws IOException {
    in.compact();
    int count = bytes.read(in.array(), in.position(), in.remaining());
    if (count < 0) {
      inEnded = true;
    } else {
      in.position(in.position() + count);
      bytesRead += count;
    }
    in.flip();
  }

  private void check(int from) {
    if (fileName == null) {
      return;
    }
    for (int i = from; i < chars.position(); i++) {
      char c = chars.get(i);
      if (c == '\n') {
        line++;
      } else if (c == REPLACEMENT || Character.isISOControl(c) && c != '\r' && c != '\t') {
        throw unreadable(
            "it holds a character that is no text",
            "Fetch the file again, uncompressed, and check the encoding in the definition");
      }
    }
  }

  private BadInput unreadable(String why, String remedy) {
    return new BadInput(fileName + ", line " + line, why, remedy + ".");
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
