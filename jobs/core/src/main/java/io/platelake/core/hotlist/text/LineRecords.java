package io.platelake.core.hotlist.text;

import io.platelake.core.BadInput;
import io.platelake.core.hotlist.layout.FieldLocation;
import io.platelake.core.hotlist.layout.FieldSource;
import io.platelake.core.hotlist.layout.Header;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.hotlist.layout.ListLayout;
import io.platelake.core.hotlist.layout.ListRecord;
import io.platelake.core.hotlist.layout.RefusalCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Records that are lines: fixed positions or cells. Blank lines, the header, the trailer and what
 * the layout skips are none.
 */
public final class LineRecords implements RecordSource {
  private final TextLines lines;
  private final ListLayout layout;
  private final String fileName;
  private final CellSplitter cells;
  private Map<ListField, FieldSource> fields;
  private ListLayout.Size size;
  private boolean begun;
  private int trailer;
  private long records;
  private long skipped;
  private Instant stated;
  private int shortest = Integer.MAX_VALUE;

  public LineRecords(ListText text, ListLayout layout, String fileName) {
    this.lines = new TextLines(text, fileName);
    this.layout = layout;
    this.fileName = fileName;
    this.cells = new CellSplitter(lines, layout, fileName);
    this.fields = layout.fields();
    this.size = layout.size();
  }

  @Override
  public ListRecord next() {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.isBlank()) {
        continue;
      }
      if (trailer > 0) {
        throw bad("more follows after the trailer in line " + trailer, "Fetch the file again.");
      }
      boolean first = !begun;
      begun = true;
      if (first && layout.header().kind() != Header.Kind.NONE) {
        header(line);
      } else if (layout.trailer() != null && ListLayout.found(layout.trailer().match(), line)) {
        trailer(line);
      } else if (layout.skips(line)) {
        skipped++;
      } else {
        records++;
        return layout.format() == ListLayout.Format.FIXED ? fixed(line) : row(line);
      }
    }
    if (!begun) {
      throw new BadInput(
          fileName,
          "the file is empty" + (layout.header() == Header.NAMES ? ", not even a header" : ""),
          "Fetch the file again.");
    }
    if (layout.trailer() != null && trailer == 0) {
      throw bad("the trailer is missing, so the file is cut", "Fetch the file again.");
    }
    return null;
  }

  private void header(String line) {
    Header header = layout.header();
    if (header.kind() == Header.Kind.NAMES) {
      int number = lines.number();
      List<String> names = cells.split(line).stream().map(String::strip).toList();
      size = size == null ? new ListLayout.Size(names.size(), names.size()) : size;
      fields = columns(names, number);
    } else if (header.match() != null) {
      Matcher matcher = header.match().matcher(line);
      if (line.length() > 1024 || !matcher.find()) {
        throw bad("it is not the header of this layout", "Check that it is the right file.");
      }
      stated = header.time() == null ? null : stated(matcher.group(1), header);
    }
  }

  private Instant stated(String text, Header header) {
    try {
      return ListDates.at(text.strip(), header.time(), header.zone());
    } catch (DateTimeException e) {
      throw bad("the header states no time", "Fetch the file again.");
    }
  }

  private void trailer(String line) {
    trailer = lines.number();
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
    String text = line.stripTrailing();
    int length = text.length();
    if (lines.terminator().isEmpty() && layout.trailer() == null) {
      refuseCut(size != null && length < size.min() || records > 2 && line.length() < shortest);
    }
    shortest = Math.min(shortest, line.length());
    if (size != null && (length < size.min() || length > size.max())) {
      return new ListRecord.Broken(
          lines.number(),
          length < size.min() ? RefusalCode.LINE_TOO_SHORT : RefusalCode.LINE_TOO_LONG);
    }
    return new ListRecord.Fixed(lines.number(), line);
  }

  private ListRecord row(String line) {
    int number = lines.number();
    List<String> row = cells.split(line);
    if (size == null || (row.size() >= size.min() && row.size() <= size.max())) {
      return new ListRecord.Cells(number, row);
    }
    if (layout.size() == null) {
      throw new BadInput(
          fileName + ", line " + number,
          "it has " + row.size() + " cells, the header has " + size.min(),
          "Fetch the file again; if it came like this, ask its source to quote cells.");
    }
    refuseCut(lines.terminator().isEmpty() && row.size() < size.min() && layout.trailer() == null);
    return new ListRecord.Broken(number, RefusalCode.CELLS_WRONG);
  }

  private void refuseCut(boolean cut) {
    if (cut) {
      throw bad("it ends in the middle of a record, so the file is cut", "Fetch it again.");
    }
  }

  private Map<ListField, FieldSource> columns(List<String> names, int line) {
    Map<ListField, FieldSource> found = new EnumMap<>(ListField.class);
    layout
        .fields()
        .forEach(
            (field, source) -> {
              if (!(source.place() instanceof FieldLocation.Named named)) {
                found.put(field, source);
                return;
              }
              int position = names.indexOf(named.name());
              if (position < 0 || position != names.lastIndexOf(named.name())) {
                throw new BadInput(
                    fileName + ", line " + line + ", column " + named.name(),
                    position < 0 ? "the header has no such column" : "the header has it twice",
                    "Correct the column of "
                        + field.key()
                        + " in the definition, or its delimiter, or fetch the file again.");
              }
              found.put(field, source.at(position));
            });
    return found;
  }

  private BadInput bad(String why, String remedy) {
    return new BadInput(fileName + ", line " + lines.number(), why, remedy);
  }

  @Override
  public Map<ListField, FieldSource> fields() {
    return fields;
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
