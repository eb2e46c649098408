package io.platelake.core.format;

import io.platelake.core.record.RawRecord;
import io.platelake.core.text.CellReader;
import io.platelake.core.text.RecordBuffer;
import io.platelake.core.text.SepLine;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finds rows of delimited text, blank lines skipped.
 *
 * <p>A quote that is never closed would swallow the rest of the file. So where a row over several
 * lines turns out to be none (text after a closing quote, a wrong number of cells, no end), only
 * its first line is broken and reading goes on at the second.
 */
final class CsvSplitter {
  private static final int LONGEST_HEADER = 8 * 1024;

  private final RecordBuffer in;
  private final CellReader reader;
  private final CsvColumns columns;
  private final LineRules rules;
  private final boolean headedByLine;
  private long line = 1;

  /** Lines in front of the rows that tell how to read them, without the last line end. */
  private String header = "";

  /**
   * @param columns that are read
   */
  CsvSplitter(RecordBuffer in, RecordFormat format, NamedColumns columns) {
    this.in = in;
    this.reader = new CellReader(in, format.rows().quotes(), format.rows().delimiter());
    this.columns = new CsvColumns(format, columns);
    this.rules = LineRules.of(format);
    this.headedByLine = format.header().is(Header.Kind.LINE);
  }

  /** The next record, null after the last. */
  RawRecord next() {
    SepLine.take(in)
        .ifPresent(
            delimiter -> {
              reader.delimitBy(delimiter);
              header = "sep=" + delimiter;
              line++;
            });
    RawRecord record;
    do {
      if (!skipToRow()) {
        return null;
      }
      record = rules.take(in, line);
      if (record != null) {
        line++;
        columns.headerIsLost();
      } else if (rules.skipped()) {
        if (headedByLine && line == 1) {
          head(in.record());
        }
        line++;
      } else {
        record = row();
      }
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
    return switch (reader.read()) {
      case WHOLE -> rowOf(reader.cells());
      case UNCLOSED -> broken("a quoted cell does not end");
      case TEXT_AFTER_QUOTE -> broken("text follows a closing quote");
    };
  }

  private RawRecord rowOf(List<String> cells) {
    if (in.isTooLarge()) {
      return broken(reader.lines(), "the row is larger than the limit");
    }
    if (cells.size() == 1 && cells.get(0).isBlank()) {
      line += reader.lines();
      return null;
    }
    boolean isHeader = columns.isHeader(cells);
    String fault = columns.check(cells);
    if (fault != null) {
      byte[] text = in.record();
      RawRecord broken = broken(fault);
      if (isHeader) {
        head(text);
      }
      return broken;
    }
    RawRecord row = null;
    if (isHeader) {
      head(in.record());
    } else {
      row =
          new RawRecord.Row(
              line, in.recordOffset(), in.record(), columns.indexes(), List.copyOf(cells), header);
    }
    line += reader.lines();
    return row;
  }

  /** The line just read is in front of the rows; a longer one than any header is left out. */
  private void head(byte[] text) {
    if (text.length <= LONGEST_HEADER) {
      String named = new String(text, StandardCharsets.UTF_8).stripTrailing();
      header = header.isEmpty() ? named : header + "\n" + named;
    }
  }

  private RawRecord broken(String place) {
    if (reader.firstLine() > 0) {
      in.rewind(reader.firstLine());
      return broken(1, place);
    }
    return broken(reader.lines(), place);
  }

  private RawRecord broken(long lines, String place) {
    columns.headerIsLost();
    RawRecord record =
        new RawRecord.Broken(line, in.recordOffset(), in.record(), place).under(header);
    line += lines;
    return record;
  }
}
