package io.platelake.core.record;

import io.platelake.core.text.RecordBuffer;
import java.util.Optional;

/**
 * Finds where JSON documents start and end, without parsing them: one a line, pretty-printed,
 * concatenated, in arrays, or as a form field.
 *
 * <p>Damage stays local. A raw line end inside a string is never JSON, so a string that does not
 * end loses its line and not the file. A bracket that opens at the start of a line where the
 * grammar wants none, indented no deeper than the document, is the next document, so a truncated
 * line loses itself alone. Where the grammar wants one, it is the next document if its line ends
 * like a document and the one before turns out damaged. Once the file has shown a whole document on
 * one line, a brace in the first column is always the next document.
 */
public final class JsonSplitter {
  /** Place of a broken record that is a value and no document, or no JSON at all. */
  public static final String NO_DOCUMENT = "no JSON document starts here";

  private final RecordBuffer in;
  private final boolean linesOnly;
  private final boolean guesses;
  private boolean linesSeen;
  private boolean linesSeenBefore;
  private int openArrays;

  /** Whether the last record is a line that only looks like a document so far. */
  private boolean guessed;

  /** Where the line ends that was wrongly guessed to be one document. */
  private long noGuessBefore;

  /** Where documents over several lines start in this file. */
  private long openingColumn;

  private long line = 1;
  private long lineStart;

  public JsonSplitter(RecordBuffer in, boolean linesOnly) {
    this(in, linesOnly, false);
  }

  /**
   * @param guesses whether a line that starts and ends like a document may come out as one, for a
   *     caller who asks {@link #again} when it turns out to be none
   */
  public JsonSplitter(RecordBuffer in, boolean linesOnly, boolean guesses) {
    this.in = in;
    this.linesOnly = linesOnly;
    this.guesses = guesses;
  }

  /** The next record, null after the last. */
  public RawRecord next() {
    guessed = false;
    int first = skipToRecord();
    if (first == RecordBuffer.END) {
      if (openArrays > 0) {
        openArrays = 0;
        return broken(line, "the array does not end");
      }
      return null;
    }
    if (first != '{') {
      return textLine();
    }
    boolean mayGuess = guesses && openArrays == 0 && in.offset() >= noGuessBefore;
    RawRecord wholeLine = mayGuess ? wholeLine() : null;
    return wholeLine == null ? document() : wholeLine;
  }

  /**
   * The last record again, which was taken for a document because of how its line starts and ends,
   * and is none: now byte by byte. Null when it was not taken so.
   */
  public RawRecord again() {
    if (!guessed) {
      return null;
    }
    guessed = false;
    noGuessBefore = in.offset();
    in.rewind(0);
    linesSeen = linesSeenBefore;
    return document();
  }

  /**
   * The line as a document, if it looks like one. If it is well-formed, then {@link #document}
   * would have found the same; if not, the caller asks {@link #again}. Null when it does not look
   * so.
   */
  private RawRecord wholeLine() {
    int length = in.toLineEnd();
    int last = length - 1;
    while (last > 0 && isBlank(in.at(last))) {
      last--;
    }
    if (last <= 0 || in.at(last) != '}') {
      return null;
    }
    guessed = true;
    linesSeenBefore = linesSeen;
    linesSeen = true;
    in.skip(last + 1);
    return whole(line);
  }

  private int skipToRecord() {
    while (true) {
      in.begin();
      int b = in.peek();
      if (b == 0xEF) {
        in.next();
        if (in.peek() != 0xBB) {
          return b;
        }
        in.next();
        if (in.peek() != 0xBF) {
          return b;
        }
      } else if (b == '\n') {
        line++;
        lineStart = in.offset() + 1;
      } else if (b == '[') {
        openArrays++;
      } else if (b == ']' && openArrays > 0) {
        openArrays--;
      } else if (!(isBlank(b) || b == ',' && openArrays > 0)) {
        return b;
      }
      in.next();
    }
  }

  private RawRecord document() {
    long firstLine = line;
    long column = in.offset() - lineStart;
    JsonNesting nesting = new JsonNesting();
    boolean inString = false;
    boolean escaped = false;
    boolean lineBegins = false;
    Seam seam = null;
    while (true) {
      int b = in.next();
      if (b == RecordBuffer.FULL) {
        in.drop();
      } else if (b == RecordBuffer.END) {
        return broken(firstLine, "the document does not end", seam);
      } else if (b == '\n') {
        newLine();
        openingColumn = column;
        if (linesOnly || inString) {
          if (line - firstLine > 1 && seam == null) {
            skipToLineThatOpens();
          }
          return broken(
              firstLine, inString ? "a string does not end" : "the document does not end", seam);
        }
        lineBegins = true;
      } else if (inString) {
        inString = escaped || b != '"';
        escaped = !escaped && b == '\\';
      } else if (lineBegins && b == 0xEF && in.ahead(2).equals("\u00BB\u00BF")) {
        // The next file of several joined ones: its first column is after the mark.
        in.next();
        in.next();
        lineStart = in.offset();
      } else if (!isBlank(b)) {
        boolean opens = b == '{' || b == '[';
        if (opens && lineBegins && opensRecord(b, column, nesting)) {
          in.back();
          return broken(firstLine, "the document does not end", seam);
        }
        if (b == '{' && lineBegins && in.offset() - 1 - lineStart <= column && endsDocument()) {
          seam = new Seam(in.length() - 1, line, lineStart);
        }
        lineBegins = false;
        inString = b == '"';
        if (nesting.accept(b)) {
          linesSeen |= line == firstLine && openArrays == 0;
          return whole(firstLine);
        }
      }
    }
  }

  /**
   * A line that the grammar allows inside a document, and that looks like a document itself. The
   * line before it may have been cut after a colon, a comma or a bracket.
   */
  private record Seam(int length, long line, long lineStart) {}

  /** Whether the line, of which a brace has been consumed, ends like a document. */
  private boolean endsDocument() {
    int last = in.isDropping() ? RecordBuffer.END : in.toLineEnd() - 1;
    while (last > 0 && isBlank(in.at(last))) {
      last--;
    }
    return last >= 0 && in.at(last) == '}';
  }

  /** Damaged, up to what may be the next document. */
  private RawRecord broken(long firstLine, String place, Seam seam) {
    if (seam != null && !in.isDropping()) {
      in.rewind(seam.length());
      line = seam.line();
      lineStart = seam.lineStart();
    }
    return broken(firstLine, place);
  }

  /** Indented deeper than the document, a bracket is part of it, however damaged it is. */
  private boolean opensRecord(int b, long documentColumn, JsonNesting nesting) {
    long column = in.offset() - 1 - lineStart;
    return column <= documentColumn
        && (!nesting.allowsOpening() || linesSeen && column == 0 && b == '{');
  }

  /** Past the rest of a damaged pretty-printed document: to where one like it may start. */
  private void skipToLineThatOpens() {
    boolean lineBegins = true;
    while (true) {
      int b = in.next();
      if (b == RecordBuffer.FULL) {
        in.drop();
      } else if (b == RecordBuffer.END) {
        return;
      } else if (b == '\n') {
        newLine();
        lineBegins = true;
      } else if (!isBlank(b)) {
        if (lineBegins && b == '{' && in.offset() - 1 - lineStart <= openingColumn) {
          in.back();
          return;
        }
        lineBegins = false;
      }
    }
  }

  /** A line that starts like no document: a form, or nothing we know. */
  private RawRecord textLine() {
    long firstLine = line;
    while (true) {
      int b = in.next();
      if (b == RecordBuffer.FULL) {
        in.drop();
      } else if (b == RecordBuffer.END) {
        break;
      } else if (b == '\n') {
        newLine();
        break;
      } else if (openArrays > 0 && (b == ',' || b == ']')) {
        // Only this element of the array is at fault.
        in.back();
        break;
      }
    }
    Optional<byte[]> field =
        in.isTooLarge() ? Optional.empty() : FormBody.field(in.record(), "json");
    if (field.isPresent()) {
      return new RawRecord.Json(firstLine, in.recordOffset(), field.get());
    }
    if (line > firstLine && !linesOnly) {
      skipRestOfDocument();
    }
    return broken(firstLine, NO_DOCUMENT);
  }

  /**
   * Skips from the start of a line all lines that can only be the rest of a damaged pretty-printed
   * document. These are indented lines and closing brackets. So the document counts once.
   */
  private void skipRestOfDocument() {
    while (true) {
      int b = in.peek();
      long column = in.offset() - lineStart;
      if (b == RecordBuffer.FULL) {
        in.drop();
      } else if (b == ' ' || b == '\t') {
        in.next();
      } else if (b == RecordBuffer.END
          || b == '{' && column <= openingColumn
          || column == 0 && b != '}' && (b != ']' || openArrays > 0)) {
        return;
      } else {
        skipLine();
      }
    }
  }

  private void skipLine() {
    int b = in.next();
    while (b != '\n' && b != RecordBuffer.END) {
      if (b == RecordBuffer.FULL) {
        in.drop();
      }
      b = in.next();
    }
    if (b == '\n') {
      newLine();
    }
  }

  private void newLine() {
    line++;
    lineStart = in.offset();
  }

  private RawRecord whole(long firstLine) {
    return in.isTooLarge()
        ? broken(firstLine, "")
        : new RawRecord.Json(firstLine, in.recordOffset(), in.record());
  }

  private RawRecord broken(long firstLine, String place) {
    String what = in.isTooLarge() ? "the record is larger than the limit" : place;
    return new RawRecord.Broken(firstLine, in.recordOffset(), in.record(), what);
  }

  private static boolean isBlank(int b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }
}
