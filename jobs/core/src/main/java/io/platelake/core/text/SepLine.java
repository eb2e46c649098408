package io.platelake.core.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line {@code sep=;} by which spreadsheets say what parts the cells of a file. */
public final class SepLine {
  private static final Pattern LINE =
      Pattern.compile(
          "\\A(?:\u00EF\u00BB\u00BF)?\"?sep=([\\x20-\\x7E\\t])\"?[ \\t]*\\r?(?:\\n|\\z)",
          Pattern.CASE_INSENSITIVE);

  private SepLine() {}

  /** Passes over the line, if the file starts with it, and gives its delimiter. */
  public static Optional<Character> take(RecordBuffer in) {
    if (in.offset() != 0) {
      return Optional.empty();
    }
    in.begin();
    Matcher line = LINE.matcher(in.ahead(16));
    if (!line.find() || line.group(1).equals("\"")) {
      return Optional.empty();
    }
    in.skip(line.end());
    return Optional.of(line.group(1).charAt(0));
  }
}
