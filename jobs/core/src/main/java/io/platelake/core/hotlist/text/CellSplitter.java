package io.platelake.core.hotlist.text;

import io.platelake.core.BadInput;
import io.platelake.core.hotlist.layout.ListLayout;
import io.platelake.core.hotlist.layout.Quotes;
import java.util.ArrayList;
import java.util.List;

/** Parts a line of delimited text into its cells, and takes more lines where a quote says so. */
final class CellSplitter {
  /** Characters of the longest record over several lines. */
  private static final int LONGEST = 1 << 17;

  private final TextLines lines;
  private final char delimiter;
  private final Quotes quotes;
  private final String fileName;

  CellSplitter(TextLines lines, ListLayout layout, String fileName) {
    this.lines = lines;
    this.delimiter = layout.delimiter();
    this.quotes = layout.quotes();
    this.fileName = fileName;
  }

  /** The cells of the record that starts with the line that was read last. */
  List<String> split(String first) {
    int start = lines.number();
    String text = first;
    List<String> cells = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      int open = quotes == Quotes.NONE ? -1 : opening(text, at);
      if (open < 0) {
        int end = text.indexOf(delimiter, at);
        end = end < 0 ? text.length() : end;
        cells.add(text.substring(at, end));
        at = end + 1;
        continue;
      }
      int close = closing(text, open + 1);
      while (close < 0 && quotes == Quotes.RFC4180) {
        text = longer(text, start);
        close = closing(text, open + 1);
      }
      int end = close < 0 ? -1 : afterBlanks(text, close + 1);
      if (end < 0 || (end < text.length() && text.charAt(end) != delimiter)) {
        if (quotes == Quotes.RFC4180) {
          throw malformed(start);
        }
        // The quote is a character like any other after all.
        end = text.indexOf(delimiter, at);
        end = end < 0 ? text.length() : end;
        cells.add(text.substring(at, end));
      } else {
        cells.add(text.substring(open + 1, close).replace("\"\"", "\""));
      }
      at = end + 1;
    }
    return cells;
  }

  private String longer(String text, int start) {
    String end = lines.terminator();
    String more = text.length() > LONGEST ? null : lines.next();
    if (more == null) {
      throw malformed(start);
    }
    return text + end + more;
  }

  /** Position of the quote at the start of the cell; -1 when it starts with none. */
  private int opening(String text, int from) {
    int at = afterBlanks(text, from);
    return at < text.length() && text.charAt(at) == '"' ? at : -1;
  }

  private int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ' && delimiter != ' ') {
      at++;
    }
    return at;
  }

  private static int closing(String text, int from) {
    int at = text.indexOf('"', from);
    while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '"') {
      at = text.indexOf('"', at + 2);
    }
    return at;
  }

  private BadInput malformed(int line) {
    return new BadInput(
        fileName + ", line " + line,
        "a quoted cell is not closed, or text follows its closing quote",
        "Fetch the file again; if it came like this, ask its source to quote cells correctly.");
  }
}
