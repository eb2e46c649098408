package io.platelake.core.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits delimited text into cells, one row at a time: RFC 4180, with either line end, blanks
 * around quotes, and quotes inside an unquoted cell taken unchanged.
 *
 * <p>What to do with a damaged row is the caller's decision. A feed loses one line, see {@link
 * #firstLine()}; a list is refused.
 */
public final class CellReader {
  /** A row with more cells than this is no row. */
  public static final int MOST = 10_000;

  /** How a row ended. */
  public enum End {
    /** With its line, or with the file. */
    WHOLE,
    /** A quote does not close before the file or the limit ends. */
    UNCLOSED,
    /** Text follows a closing quote. */
    TEXT_AFTER_QUOTE
  }

  private final RecordBuffer in;
  private final Quotes quotes;
  private byte[] delimiter;
  private byte[] cell = new byte[64];
  private int size;
  private boolean blank;
  private List<String> cells = new ArrayList<>();
  private int firstLine;
  private long lines;
  private boolean lineEnds;

  /**
   * @param delimiter between cells, any character but a quote or a line end
   */
  public CellReader(RecordBuffer in, Quotes quotes, char delimiter) {
    this.in = in;
    this.quotes = quotes;
    delimitBy(delimiter);
  }

  /** For a file that says itself what parts its cells. */
  public void delimitBy(char character) {
    delimiter = Character.toString(character).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads on to the end of the row. Of a row above the buffer's limit only the beginning is kept,
   * see {@link RecordBuffer#isTooLarge()}.
   */
  public End read() {
    cells = new ArrayList<>(Math.max(8, cells.size()));
    firstLine = 0;
    lines = 1;
    lineEnds = false;
    startCell();
    boolean quoted = false;
    boolean closed = false;
    // Where a cell starts whose quote may turn out to be a character like any other.
    int opened = 0;
    boolean literal = false;
    while (true) {
      int b = in.next();
      if (b == RecordBuffer.FULL) {
        if (firstLine > 0) {
          return End.UNCLOSED;
        }
        in.drop();
      } else if (quoted) {
        if (b == '"') {
          if (in.peek() == '"') {
            keep(in.next());
          } else {
            quoted = false;
            closed = true;
          }
        } else if (isRowEnd(b) && quotes == Quotes.LENIENT) {
          if (in.isDropping()) {
            return End.WHOLE;
          }
          in.rewind(opened);
          startCell();
          quoted = false;
          literal = true;
        } else if (b == RecordBuffer.END) {
          return End.UNCLOSED;
        } else {
          keep(b);
          if (b == '\n') {
            lines++;
            firstLine = firstLine == 0 && !in.isDropping() ? in.length() : firstLine;
          }
        }
      } else if (b == '\n' || b == RecordBuffer.END) {
        finish();
        lineEnds = b == '\n';
        return End.WHOLE;
      } else if (b == (delimiter[0] & 0xFF) && isDelimiter()) {
        finish();
        closed = false;
        literal = false;
      } else if (b == '"' && blank && !closed && !literal && quotes != Quotes.NONE) {
        opened = in.length() - 1 - size;
        size = 0;
        quoted = true;
      } else if (closed && b != ' ' && b != '\r') {
        if (quotes == Quotes.LENIENT && !in.isDropping()) {
          in.rewind(opened);
          startCell();
          closed = false;
          literal = true;
        } else {
          if (firstLine == 0) {
            skipLine(b);
          }
          return End.TEXT_AFTER_QUOTE;
        }
      } else if (!closed && !(b == '\r' && isRowEnd(in.peek()))) {
        blank &= b == ' ';
        keep(b);
      }
    }
  }

  /** The cells of the row that was read last, without their quotes. */
  public List<String> cells() {
    return cells;
  }

  /** Lines that the row covers, its last one included. */
  public long lines() {
    return lines;
  }

  /**
   * Bytes of the first line of a row over several lines, its end included; 0 where the row is one
   * line. A caller who rewinds the buffer to them loses the first line alone.
   */
  public int firstLine() {
    return firstLine;
  }

  /** Whether a line end follows the row, and not the end of the file. */
  public boolean hasLineEnd() {
    return lineEnds;
  }

  private static boolean isRowEnd(int b) {
    return b == '\n' || b == RecordBuffer.END;
  }

  private boolean isDelimiter() {
    if (delimiter.length > 1) {
      String rest = new String(delimiter, 1, delimiter.length - 1, StandardCharsets.ISO_8859_1);
      if (!in.ahead(rest.length()).equals(rest)) {
        return false;
      }
      in.skip(rest.length());
    }
    return true;
  }

  private void skipLine(int from) {
    int b = from;
    while (!isRowEnd(b)) {
      if (b == RecordBuffer.FULL) {
        in.drop();
      }
      b = in.next();
    }
  }

  private void startCell() {
    size = 0;
    blank = true;
  }

  private void keep(int b) {
    if (in.isDropping()) {
      return;
    }
    if (size == cell.length) {
      cell = Arrays.copyOf(cell, 2 * size);
    }
    cell[size++] = (byte) b;
  }

  private void finish() {
    if (cells.size() <= MOST) {
      cells.add(new String(cell, 0, size, StandardCharsets.UTF_8));
    }
    startCell();
  }
}
