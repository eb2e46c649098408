package io.platelake.core.mapping;

import io.platelake.core.record.RawRecord;
import io.platelake.core.record.RecordBuffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds rows of delimited text: RFC 4180, with either line end, quotes inside an unquoted cell
 * taken unchanged, blank lines skipped.
 *
 * <p>A quote that is never closed would swallow the rest of the file. So where a row over several
 * lines turns out to be none (text after a closing quote, a wrong number of cells, no end), only
 * its first line is broken and reading goes on at the second.
 */
public final class CsvSplitter {
  private final RecordBuffer in;
  private final char delimiter;
  private final Charset charset;
  private final CsvColumns columns;
  private final ByteArrayOutputStream cell = new ByteArrayOutputStream();
  private long line = 1;

  public CsvSplitter(RecordBuffer in, FileMapping mapping) {
    this.in = in;
    this.delimiter = mapping.rows().delimiter();
    this.charset = mapping.charset();
    this.columns = new CsvColumns(mapping);
  }

  /** The next record, null after the last. */
  public RawRecord next() {
    RawRecord record;
    do {
      if (!skipToRow()) {
        return null;
      }
      record = row();
    } while (record == null);
    return record;
  }

  private boolean skipToRow() {
    while (true) {
      in.begin();
      int b = in.peek();
      if (b == RecordBuffer.END) {
        return false;
      }
      if (b == 0xEF && in.offset() == 0) {
        skipByteOrderMark();
        return in.peek() != RecordBuffer.END;
      }
      if (b != '\n' && b != '\r') {
        return true;
      }
      line += b == '\n' ? 1 : 0;
      in.next();
    }
  }

  private void skipByteOrderMark() {
    in.next();
    boolean mark = in.next() == 0xBB && in.next() == 0xBF;
    if (mark) {
      in.begin();
    } else {
      in.rewind(0);
    }
  }

  /** One row; null when it was the header or blank. */
  private RawRecord row() {
    List<String> cells = new ArrayList<>();
    cell.reset();
    int firstLine = 0;
    long lines = 0;
    boolean quoted = false;
    boolean closed = false;
    while (true) {
      int b = in.next();
      if (b == RecordBuffer.FULL) {
        if (firstLine > 0) {
          return firstLineOnly(firstLine, "a quoted cell does not end");
        }
        in.drop();
      } else if (quoted) {
        if (b == RecordBuffer.END) {
          return firstLine > 0
              ? firstLineOnly(firstLine, "a quoted cell does not end")
              : broken(1, "a quoted cell does not end");
        }
        if (b != '"') {
          keep(b);
          if (b == '\n') {
            lines++;
            firstLine = firstLine == 0 && !in.isDropping() ? in.length() : firstLine;
          }
        } else if (in.peek() == '"') {
          keep(in.next());
        } else {
          quoted = false;
          closed = true;
        }
      } else if (b == '\n' || b == RecordBuffer.END) {
        finish(cells);
        return rowOf(cells, firstLine, lines + 1);
      } else if (b == delimiter) {
        finish(cells);
        closed = false;
      } else if (b == '"' && cell.size() == 0 && !closed) {
        quoted = true;
      } else if (closed && b != ' ' && b != '\r') {
        if (firstLine > 0) {
          return firstLineOnly(firstLine, "text follows a closing quote");
        }
        skipLine();
        return broken(lines + 1, "text follows a closing quote");
      } else if (!closed && !(b == '\r' && in.peek() == '\n')) {
        keep(b);
      }
    }
  }

  private RawRecord rowOf(List<String> cells, int firstLine, long lines) {
    if (in.isTooLarge()) {
      return broken(lines, "the row is larger than the limit");
    }
    if (cells.size() == 1 && cells.get(0).isBlank()) {
      line += lines;
      return null;
    }
    boolean header = columns.isHeader(cells);
    String fault = columns.check(cells);
    if (fault == null) {
      RawRecord row =
          header
              ? null
              : new RawRecord.Row(
                  line, in.recordOffset(), in.record(), columns.indexes(), List.copyOf(cells));
      line += lines;
      return row;
    }
    return firstLine > 0 ? firstLineOnly(firstLine, fault) : broken(lines, fault);
  }

  private RawRecord firstLineOnly(int length, String place) {
    in.rewind(length);
    return broken(1, place);
  }

  private RawRecord broken(long lines, String place) {
    columns.headerIsLost();
    RawRecord record = new RawRecord.Broken(line, in.recordOffset(), in.record(), place);
    line += lines;
    return record;
  }

  private void skipLine() {
    int b = in.next();
    while (b != '\n' && b != RecordBuffer.END) {
      if (b == RecordBuffer.FULL) {
        in.drop();
      }
      b = in.next();
    }
  }

  private void keep(int b) {
    if (!in.isDropping()) {
      cell.write(b);
    }
  }

  private void finish(List<String> cells) {
    if (cells.size() <= CsvColumns.MOST) {
      cells.add(cell.toString(charset));
    }
    cell.reset();
  }
}
