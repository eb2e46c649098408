package io.platelake.core.hotlist.text;

import io.platelake.core.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The lines of a list file; they end with LF, CRLF or CR. Never more than one line is held, and a
 * line longer than any list has is refused before it fills the memory.
 */
final class TextLines {
  /** Characters of the longest line. */
  static final int LONGEST = 1 << 20;

  private final ListText text;
  private final String fileName;
  private final char[] piece = new char[1 << 13];
  private final StringBuilder line = new StringBuilder();
  private int at;
  private int end;
  private int number;
  private String terminator = "";

  TextLines(ListText text, String fileName) {
    this.text = text;
    this.fileName = fileName;
  }

  /** The next line without its end, null after the last one. */
  String next() {
    line.setLength(0);
    int c = take();
    if (c < 0) {
      return null;
    }
    number++;
    while (c >= 0 && c != '\n' && c != '\r') {
      if (line.length() == LONGEST) {
        throw new BadInput(
            fileName + ", line " + number,
            "it is longer than " + LONGEST + " characters, so the file is no hot list",
            "Check that it is the right file, and that it has line ends.");
      }
      line.append((char) c);
      c = take();
    }
    terminator = c < 0 ? "" : c == '\n' ? "\n" : "\r";
    if (c == '\r' && peek() == '\n') {
      take();
      terminator = "\r\n";
    }
    return line.toString();
  }

  /** Number of the last line, counted from 1. */
  int number() {
    return number;
  }

  /** What ended the last line; empty at the end of the file. */
  String terminator() {
    return terminator;
  }

  private int take() {
    int c = peek();
    at++;
    return c;
  }

  private int peek() {
    if (at >= end) {
      try {
        end = Math.max(0, text.read(piece, 0, piece.length));
        at = 0;
      } catch (IOException e) {
        throw new UncheckedIOException(fileName, e);
      }
    }
    return end == 0 ? -1 : piece[at];
  }
}
