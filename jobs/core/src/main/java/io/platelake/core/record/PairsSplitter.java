package io.platelake.core.record;

import io.platelake.core.text.RecordBuffer;

/** Finds blocks of lines between blank lines. */
public final class PairsSplitter {
  private final RecordBuffer in;
  private long line = 1;

  public PairsSplitter(RecordBuffer in) {
    this.in = in;
  }

  /** The next record, null after the last. */
  public RawRecord next() {
    int first = skipBlankLines();
    if (first == RecordBuffer.END) {
      return null;
    }
    long firstLine = line;
    boolean blank = false;
    while (true) {
      int b = in.next();
      if (b == RecordBuffer.FULL) {
        in.drop();
      } else if (b == RecordBuffer.END || b == '\n' && blank) {
        line += b == '\n' ? 1 : 0;
        return record(firstLine);
      } else if (b == '\n') {
        line++;
        blank = true;
      } else if (b != '\r') {
        blank = false;
      }
    }
  }

  private int skipBlankLines() {
    while (true) {
      in.begin();
      int b = in.peek();
      if (b != '\n' && b != '\r' && b != ' ' && b != '\t') {
        return b;
      }
      line += b == '\n' ? 1 : 0;
      in.next();
    }
  }

  private RawRecord record(long firstLine) {
    return in.isTooLarge()
        ? new RawRecord.Broken(
            firstLine, in.recordOffset(), in.record(), "the record is larger than the limit")
        : new RawRecord.Pairs(firstLine, in.recordOffset(), in.record());
  }
}
