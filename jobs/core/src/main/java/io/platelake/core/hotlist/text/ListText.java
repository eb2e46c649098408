package io.platelake.core.hotlist.text;

import io.platelake.core.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * The characters of a list file, decoded strictly piece by piece. A byte that the encoding does not
 * know, a replacement character or a control character means that the file is not what it claims to
 * be. A byte order mark is left out.
 */
public final class ListText extends Reader {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';
  private static final int PIECE = 1 << 16;

  private final InputStream bytes;
  private final Charset encoding;
  private final CharsetDecoder decoder;
  private final String fileName;
  private final ByteBuffer in = ByteBuffer.allocate(PIECE).flip();
  private boolean ended;
  private boolean begun;
  private int line = 1;

  public ListText(InputStream bytes, Charset encoding, String fileName) {
    this.bytes = bytes;
    this.encoding = encoding;
    this.fileName = fileName;
    this.decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    CharBuffer out = CharBuffer.wrap(target, offset, length);
    int start = out.position();
    while (out.position() == start) {
      CoderResult result = decoder.decode(in, out, ended);
      if (result.isError() && out.position() == start) {
        // The decoder stops in front of the bytes it cannot read.
        throw unreadable(
            "bytes are not " + encoding.name(), "Name the file's encoding in the definition");
      }
      if (out.position() == start && ended && !result.isOverflow()) {
        return -1;
      }
      if (result.isUnderflow() && out.position() == start) {
        fill();
      }
      if (!begun && out.position() > start) {
        begun = true;
        if (target[offset] == BYTE_ORDER_MARK) {
          System.arraycopy(target, offset + 1, target, offset, out.position() - start - 1);
          out.position(out.position() - 1);
        }
      }
    }
    int count = out.position() - start;
    check(target, offset, count);
    return count;
  }

  private void fill() throws IOException {
    in.compact();
    int count = bytes.read(in.array(), in.position(), in.remaining());
    if (count < 0) {
      ended = true;
    } else {
      in.position(in.position() + count);
    }
    in.flip();
  }

  private void check(char[] text, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      char c = text[i];
      if (c == '\n') {
        line++;
      } else if (c == REPLACEMENT || (Character.isISOControl(c) && c != '\r' && c != '\t')) {
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
