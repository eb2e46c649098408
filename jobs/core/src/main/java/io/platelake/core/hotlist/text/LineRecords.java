package io.platelake.core.hotlist.text;

import io.platelake.core.BadInput;
import io.platelake.core.format.Header;
import io.platelake.core.format.Layout;
import io.platelake.core.format.RecordFormat;
import io.platelake.core.format.Size;
import io.platelake.core.hotlist.layout.ListLayout;
import io.platelake.core.hotlist.layout.ListRecord;
import io.platelake.core.hotlist.layout.RefusalCode;
import io.platelake.core.mapping.RecordPlaces;
import io.platelake.core.mapping.Source;
import io.platelake.core.mapping.Spans;
import io.platelake.core.record.RawRecord;
import io.platelake.core.text.CellReader;
import io.platelake.core.text.RecordBuffer;
import io.platelake.core.text.SepLine;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Records that are lines: fixed positions or cells. Blank lines, the header, the trailer and what
 * the layout skips are none.
 */
public final class LineRecords implements RecordSource {
  private final RecordBuffer in;
  private final ListLayout layout;
  private final RecordFormat format;
  private final String fileName;
  private final List<Pattern> skip;
  private final CellReader cells;
  private final Spans spans;
  private ListColumns columns;
  private int number;
  private boolean hasLineEnd;
  private boolean begun;
  private int trailer;
  private long records;
  private long skipped;
  private Instant stated;
  private int shortest = Integer.MAX_VALUE;

  /**
   * @param utf8 the text of the file
   * @param fileName named in errors
   */
  public LineRecords(InputStream utf8, ListLayout layout, String fileName) {
    this.in = new RecordBuffer(utf8, LONGEST);
    this.layout = layout;
    this.format = layout.format();
    this.fileName = fileName;
    this.skip = format.skipped();
    this.cells = new CellReader(in, format.rows().quotes(), format.rows().delimiter());
    boolean fixed = format.layout() == Layout.FIXED;
    this.spans = fixed ? new Spans(paths(layout)) : null;
    this.columns = fixed ? null : ListColumns.stated(layout);
  }

  static Stream<List<String>> paths(ListLayout layout) {
    return Stream.concat(
        layout.fields().values().stream().flatMap(Source::allPaths),
        layout.kinds().stream().flatMap(kind -> kind.source().allPaths()));
  }

  @Override
  public ListRecord next() {
    if (!begun && format.layout() == Layout.CSV) {
      SepLine.take(in)
          .ifPresent(
              delimiter -> {
                cells.delimitBy(delimiter);
                number++;
              });
    }
    for (String line = line(); line != null; line = line()) {
      if (line.isBlank()) {
        continue;
      }
      if (trailer > 0) {
        throw bad("more follows after the trailer in line " + trailer, "Fetch the file again.");
      }
      boolean first = !begun;
      begun = true;
      if (first && isHeader(line)) {
        continue;
      }
      if (layout.trailer() != null && RecordFormat.found(layout.trailer().match(), line)) {
        trailer(line);
      } else if (isSkipped(line)) {
        skipped++;
      } else {
        records++;
        return format.layout() == Layout.FIXED ? fixed(line) : row();
      }
    }
    end();
    return null;
  }

  private void end() {
    if (!begun) {
      throw new BadInput(
          fileName,
          "the file is empty"
              + (format.header().is(Header.Kind.NAMES) ? ", not even a header" : ""),
          "Fetch the file again.");
    }
    if (layout.trailer() != null && trailer == 0) {
      throw bad("the trailer is missing, so the file is cut", "Fetch the file again.");
    }
  }

  /** The next line without its end, null after the last one. */
  private String line() {
    in.begin();
    if (in.peek() == RecordBuffer.END) {
      return null;
    }
    number++;
    int b = in.next();
    while (b != '\n' && b != RecordBuffer.END) {
      if (b == RecordBuffer.FULL) {
        throw bad(
            "it is longer than " + LONGEST + " bytes, so the file is no hot list",
            "Check that it is the right file, and that it has line ends.");
      }
      b = in.next();
    }
    hasLineEnd = b == '\n';
    return new String(in.record(), StandardCharsets.UTF_8);
  }

  private boolean isSkipped(String line) {
    return skip.stream().anyMatch(pattern -> RecordFormat.found(pattern, line));
  }

  /** Reads the first line, unless it is the first record. */
  private boolean isHeader(String line) {
    switch (format.header().kind()) {
      case NAMES -> {
        int start = number;
        columns = ListColumns.named(layout, cells(), fileName + ", line " + start);
        return true;
      }
      case OPTIONAL -> {
        return columns.areNamedBy(cells());
      }
      case LINE -> {
        readHeader(line);
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  private void readHeader(String line) {
    if (format.header().match() == null) {
      return;
    }
    Matcher matcher = Pattern.compile(format.header().match()).matcher(line);
    if (line.length() > 1024 || !matcher.find()) {
      throw bad("it is not the header of this layout", "Check that it is the right file.");
    }
    if (layout.stated() != null) {
      stated =
          layout
              .stated()
              .reader()
              .read(matcher.group(1))
              .orElseThrow(() -> bad("the header states no time", "Fetch the file again."));
    }
  }

  private void trailer(String line) {
    trailer = number;
    Matcher matcher = layout.trailer().match().matcher(line);
    if (!layout.trailer().counts() || !matcher.find()) {
      return;
    }
    String count = matcher.group(1);
    if (count == null || !count.matches("\\d{1,18}") || Long.parseLong(count) != records) {
      throw bad(
          "the trailer counts other than the " + records + " records that stand before it",
          "The file is cut or damaged: fetch it again.");
    }
  }

  private ListRecord fixed(String line) {
    Size size = format.length();
    int length = line.stripTrailing().length();
    if (!hasLineEnd && layout.trailer() == null) {
      refuseCut(size != null && length < size.min() || records > 2 && line.length() < shortest);
    }
    shortest = Math.min(shortest, line.length());
    if (size != null && !size.fits(length)) {
      return new ListRecord.Broken(
          number, length < size.min() ? RefusalCode.LINE_TOO_SHORT : RefusalCode.LINE_TOO_LONG);
    }
    return new ListRecord.Whole(number, RecordPlaces.of(line, spans));
  }

  private ListRecord row() {
    int start = number;
    List<String> row = cells();
    Size size = columns.width();
    if (size == null || size.fits(row.size())) {
      return new ListRecord.Whole(
          start,
          RecordPlaces.of(
              new RawRecord.Row(start, in.recordOffset(), new byte[0], columns.indexes(), row, ""),
              format.rows().pythonCells()));
    }
    if (format.rows().stated().isEmpty()) {
      throw new BadInput(
          fileName + ", line " + start,
          "it has " + row.size() + " cells, the header has " + size.min(),
          "Fetch the file again; if it came like this, ask its source to quote cells.");
    }
    refuseCut(!hasLineEnd && row.size() < size.min() && layout.trailer() == null);
    return new ListRecord.Broken(start, RefusalCode.CELLS_WRONG);
  }

  /** The cells of the row that starts with the line that was read last. */
  private List<String> cells() {
    in.rewind(0);
    if (cells.read() != CellReader.End.WHOLE) {
      throw bad(
          "a quoted cell is not closed, or text follows its closing quote",
          "Fetch the file again; if it came like this, ask its source to quote cells correctly.");
    }
    hasLineEnd = cells.hasLineEnd();
    number += (int) cells.lines() - 1;
    return cells.cells();
  }

  private void refuseCut(boolean cut) {
    if (cut) {
      throw bad("it ends in the middle of a record, so the file is cut", "Fetch it again.");
    }
  }

  private BadInput bad(String why, String remedy) {
    return new BadInput(fileName + ", line " + number, why, remedy);
  }

  @Override
  public long skipped() {
    return skipped;
  }

  @Override
  public Instant statedTime() {
    return stated;
  }
}
