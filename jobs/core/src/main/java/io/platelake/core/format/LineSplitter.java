package io.platelake.core.format;

import io.platelake.core.record.RawRecord;
import io.platelake.core.text.CountedText;
import io.platelake.core.text.RecordBuffer;
import java.nio.charset.StandardCharsets;

/** Finds lines whose values are at fixed positions, blank lines skipped. */
final class LineSplitter {
  private final RecordBuffer in;
  private final Size length;
  private final boolean unbroken;
  private final LineRules rules;
  private long line = 1;

  LineSplitter(RecordBuffer in, RecordFormat format) {
    this.in = in;
    this.length = format.length();
    this.unbroken = format.unbroken();
    this.rules = LineRules.of(format);
  }

  /** The next record, null after the last. */
  RawRecord next() {
    while (true) {
      in.begin();
      if (in.offset() == 0 && in.ahead(3).equals("\u00EF\u00BB\u00BF")) {
        in.skip(3);
        in.begin();
      }
      if (in.peek() == RecordBuffer.END) {
        return null;
      }
      if (unbroken) {
        RawRecord counted = counted();
        line++;
        if (counted == null) {
          continue;
        }
        return counted;
      }
      RawRecord broken = rules.take(in, line);
      RawRecord record = rules.skipped() ? broken : line();
      line++;
      if (record != null) {
        return record;
      }
    }
  }

  /** Null for blanks, and for the line end of the file. */
  private RawRecord counted() {
    int taken = CountedText.take(in, length.max());
    boolean blank = new String(in.record(), StandardCharsets.UTF_8).isBlank();
    if (blank && !in.isTooLarge()) {
      return null;
    }
    return taken == length.max() && !in.isTooLarge()
        ? new RawRecord.Line(line, in.recordOffset(), in.record())
        : broken("the last record is shorter than the format");
  }

  /** Null for a blank line. */
  private RawRecord line() {
    int b = in.next();
    while (b != '\n' && b != RecordBuffer.END) {
      if (b == RecordBuffer.FULL) {
        in.drop();
      }
      b = in.next();
    }
    if (in.isTooLarge()) {
      return broken("the line is larger than the limit");
    }
    String text = new String(in.record(), StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return null;
    }
    return length == null || length.fits(text.stripTrailing().length())
        ? new RawRecord.Line(line, in.recordOffset(), in.record())
        : broken("the line has another length than the format");
  }

  private RawRecord broken(String place) {
    return new RawRecord.Broken(line, in.recordOffset(), in.record(), place);
  }
}
