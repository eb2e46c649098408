package io.platelake.core.vendorlog;

import io.platelake.core.BadInput;
import io.platelake.core.text.CellReader;
import io.platelake.core.text.PeekedStream;
import io.platelake.core.text.Quotes;
import io.platelake.core.text.RecordBuffer;
import io.platelake.core.text.TextStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a vendor's log with all its damage. Columns go by their labels; a header among the rows
 * begins another export. Rows that do not fit their columns are kept out with their number, and
 * never guessed at: the shift of a block cannot be undone safely.
 */
public final class VendorLog {
  private static final Charset OLD = Charset.forName("windows-1252");
  private static final int LONGEST_ROW = 1 << 20;
  // So many misfits in a row are a shifted block: what follows is kept out up to the next header.
  private static final int BLOCK = 3;
  private static final int LONGEST_LABEL = 100;
  // Organisations, types and reasons repeat in millions of rows: one cell serves all of them.
  private static final int COMMON = 20_000;
  private static final int LONGEST_COMMON = 120;

  private final LogLayout layout;
  private final String file;
  private final LogTally tally;
  private final Map<String, LogColumn> labels;
  private final Map<String, LogCell> common = new HashMap<>();
  private final Consumer<LogRow> take;
  private List<Optional<LogColumn>> header = List.of();
  private List<String> words = List.of();
  private final List<LogRow> misfits = new ArrayList<>();
  private boolean inBlock;
  private long number;

  private VendorLog(LogLayout layout, String file, Consumer<LogRow> take) {
    this.layout = layout;
    this.file = file;
    this.take = take;
    this.tally = new LogTally(layout);
    this.labels = layout.byLabel();
  }

  /** Opens a file anew. */
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  /**
   * @param file name of the file, for messages
   * @param take gets every row that is taken over, in order
   * @throws BadInput if no header of the layout begins the file, or no row follows it
   */
  public static LogAccount read(Source source, LogLayout layout, String file, Consumer<LogRow> take)
      throws IOException {
    VendorLog log = new VendorLog(layout, "Access log " + file, take);
    boolean utf8;
    try (InputStream in = source.open()) {
      utf8 = isUtf8(in);
    }
    if (!utf8) {
      log.tally.fault(new VendorLogFault(VendorLogFault.Kind.OLD_ENCODING, 0, 0, ""));
    }
    try (InputStream in = source.open()) {
      log.rows(in, utf8 ? Optional.empty() : Optional.of(OLD));
    }
    return log.tally.account();
  }

  private static boolean isUtf8(InputStream in) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer text = CharBuffer.allocate(1 << 16);
    for (int n = read(in, bytes); ; n = read(in, bytes)) {
      bytes.flip();
      CoderResult result = decoder.decode(bytes, text, n < 0);
      if (result.isError()) {
        return false;
      }
      if (n < 0) {
        return true;
      }
      text.clear();
      bytes.compact();
    }
  }

  private static int read(InputStream in, ByteBuffer into) throws IOException {
    int n = in.read(into.array(), into.position(), into.remaining());
    into.position(into.position() + Math.max(0, n));
    return n;
  }

  private void rows(InputStream in, Optional<Charset> stated) throws IOException {
    RecordBuffer buffer = TextStream.lenient(new PeekedStream(in), stated, LONGEST_ROW);
    CellReader reader = new CellReader(buffer, Quotes.RFC4180, ',');
    long line = 1;
    while (true) {
      buffer.begin();
      if (buffer.peek() == RecordBuffer.END) {
        break;
      }
      CellReader.End end = reader.read();
      boolean whole = end == CellReader.End.WHOLE && !buffer.isTooLarge();
      if (!whole && reader.firstLine() > 0 && !buffer.isTooLarge()) {
        // Only the first line is lost: the rows behind a stray quote may be good ones.
        buffer.rewind(reader.firstLine());
        damaged();
        line++;
        continue;
      }
      if (!whole) {
        damaged();
      } else {
        row(reader.cells(), line);
      }
      line += Math.max(1, reader.lines());
    }
    settle();
    if (header.isEmpty() || number == 0) {
      throw new BadInput(
          file, "it has no rows", "Give a file with a header line and at least one row.");
    }
  }

  private void damaged() {
    if (header.isEmpty()) {
      throw noHeader();
    }
    number++;
    tally.keepOut(VendorLogFault.Kind.DAMAGED, number);
  }

  private void row(List<String> cells, long line) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    List<Optional<LogColumn>> labels = labels(cells);
    if (isHeader(labels, cells)) {
      settle();
      if (!header.isEmpty() && labels.equals(header)) {
        tally.sameHeader(number + 1);
        inBlock = false;
        return;
      }
      if (!header.isEmpty()) {
        tally.fault(new VendorLogFault(VendorLogFault.Kind.STACKED, 1, number + 1, ""));
      }
      header = labels;
      words = cells.stream().map(String::strip).toList();
      inBlock = false;
      tally.header(labels, cells);
      return;
    }
    if (header.isEmpty()) {
      throw noHeader();
    }
    number++;
    Optional<LogRow> row = fitting(cells, line);
    if (inBlock) {
      tally.keepOut(VendorLogFault.Kind.SHIFTED, number);
    } else if (row.isEmpty()) {
      misfits.add(new LogRow(number, line, Optional.empty(), Map.of()));
      if (misfits.size() == BLOCK) {
        settle();
        inBlock = true;
      }
    } else {
      settle();
      tally.take(row.get(), take);
    }
  }

  /** Misfits so far are kept out, whether or not a block follows. */
  private void settle() {
    misfits.forEach(row -> tally.keepOut(VendorLogFault.Kind.SHIFTED, row.number()));
    misfits.clear();
  }

  private List<Optional<LogColumn>> labels(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.length() > LONGEST_LABEL ? null : labels.get(LogLayout.label(cell)))
        .map(Optional::ofNullable)
        .toList();
  }

  /** A row in which most cells that hold something are labels, and at least two of them. */
  private static boolean isHeader(List<Optional<LogColumn>> labels, List<String> cells) {
    long known = labels.stream().filter(Optional::isPresent).distinct().count();
    return known >= 2 && 2 * known >= cells.stream().filter(cell -> !cell.isBlank()).count();
  }

  /** The row by its columns; empty when a cell does not fit, or cells are too few or too many. */
  private Optional<LogRow> fitting(List<String> cells, long line) {
    if (cells.size() != header.size()) {
      boolean blankRest =
          cells.size() > header.size()
              && cells.subList(header.size(), cells.size()).stream().allMatch(String::isBlank);
      if (!blankRest) {
        return Optional.empty();
      }
    }
    Map<String, LogCell> named = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).isPresent()) {
        LogColumn column = header.get(i).get();
        LogCell cell = cell(cells.get(i));
        if (!column.fits(cell)) {
          return Optional.empty();
        }
        // Of a label that stands twice, as Reason and Reason_1, the one that says something counts.
        named.merge(
            column.name(), column.judged(cell), (a, b) -> a.state() == LogCell.State.EMPTY ? b : a);
      } else if (!cells.get(i).isBlank()) {
        // Kept, so that rows that differ in it alone are no repeats.
        named.put(
            words.get(i).isEmpty() ? "column " + (i + 1) : words.get(i), LogCell.of(cells.get(i)));
      }
    }
    CountAndTime.split(layout, named);
    LogInstant at = LogInstant.of(layout, named);
    return at.fits()
        ? Optional.of(new LogRow(number, line, at.instant(), named))
        : Optional.empty();
  }

  private LogCell cell(String text) {
    if (text.length() > LONGEST_COMMON) {
      return LogCell.of(text);
    }
    LogCell known = common.get(text);
    if (known == null) {
      known = LogCell.of(text);
      if (common.size() == COMMON) {
        // Ids and plates never come again, and would keep out what does.
        common.clear();
      }
      common.put(text, known);
    }
    return known;
  }

  private BadInput noHeader() {
    return new BadInput(
        file + ", line 1",
        "it does not begin with a header of the layout " + layout.layout(),
        "Name the right --layout, or give the file its header line back.");
  }
}
