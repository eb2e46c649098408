package io.platelake.core.format;

import io.platelake.core.record.RawRecord;
import io.platelake.core.text.RecordBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of a feed's file that are no records: its first one, and those that a feed skips. */
final class LineRules {
  private final Pattern header;
  private final List<Pattern> skip;
  private boolean headerAwaited;
  private boolean skipped;

  private LineRules(boolean headerAwaited, Pattern header, List<Pattern> skip) {
    this.headerAwaited = headerAwaited;
    this.header = header;
    this.skip = skip;
  }

  static LineRules of(RecordFormat format) {
    String match = format.header().match();
    return new LineRules(
        format.header().is(Header.Kind.LINE),
        match == null ? null : Pattern.compile(match),
        format.skipped());
  }

  /**
   * Passes over the line that starts at the buffer, if it is no record: {@link #skipped}. A first
   * line that is not the header is a broken record; null for every other line.
   */
  RawRecord take(RecordBuffer in, long line) {
    skipped = false;
    if (!headerAwaited && skip.isEmpty()) {
      return null;
    }
    String text = line(in);
    if (headerAwaited) {
      headerAwaited = false;
      skipped = true;
      return header == null || RecordFormat.found(header, text)
          ? null
          : new RawRecord.Broken(
              line, in.recordOffset(), in.record(), "it is not the header of this format");
    }
    skipped = skip.stream().anyMatch(pattern -> RecordFormat.found(pattern, text));
    if (!skipped) {
      in.rewind(0);
    }
    return null;
  }

  boolean skipped() {
    return skipped;
  }

  /** The line, consumed, unless it is longer than any that matters. */
  private static String line(RecordBuffer in) {
    int length = in.toLineEnd();
    int b = in.next();
    while (b != '\n' && b >= 0) {
      b = in.next();
    }
    return length < 0 && b == RecordBuffer.FULL
        ? ""
        : new String(in.record(), StandardCharsets.UTF_8);
  }
}
