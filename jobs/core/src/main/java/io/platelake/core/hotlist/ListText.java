package io.platelake.core.hotlist;

import io.platelake.core.BadInput;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/**
 * The text of a list file, decoded strictly: a byte that the encoding does not know, a replacement
 * character or a control character means that the file is not what it claims to be.
 */
final class ListText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private ListText() {}

  static String decode(byte[] bytes, String fileName, ListDefinition definition) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      CharBuffer text =
          definition
              .encoding()
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(in);
      return text.toString();
    } catch (CharacterCodingException e) {
      // The decoder stops in front of the bytes it cannot read.
      throw unreadable(
          fileName,
          lineOf(bytes, in.position()),
          "bytes are not " + definition.encoding().name(),
          "Name the file's encoding in the definition of list " + definition.id());
    }
  }

  static String checked(String text, String fileName) {
    String body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    int line = 1;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == '\n') {
        line++;
      } else if (c == REPLACEMENT || (Character.isISOControl(c) && c != '\r' && c != '\t')) {
        throw unreadable(
            fileName,
            line,
            "it holds a character that is no text",
            "Fetch the file again, uncompressed, and check the encoding in the definition");
      }
    }
    return body;
  }

  private static int lineOf(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private static BadInput unreadable(String fileName, int line, String why, String remedy) {
    return new BadInput(fileName + ", line " + line, why, remedy + ".");
  }
}
