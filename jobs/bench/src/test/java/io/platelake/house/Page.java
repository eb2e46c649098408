package io.platelake.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Markdown page.
 *
 * @param file its path from the root of the repository
 * @param text its text
 */
record Page(Path file, String text) {
  /** Not prose: front matter, blocks of code, tables, headings, rules. */
  private static final Pattern SKIPPED =
      Pattern.compile(
          "\\A---\\n.*?\\n---\\n"
              + "|^```.*?^```[^\\n]*$"
              + "|^\\|[^\\n]*$"
              + "|^ {4}[^\\n]*$"
              + "|^#[^\\n]*$",
          Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern CODE = Pattern.compile("`[^`]*`");
  private static final Pattern LINK = Pattern.compile("]\\([^)]*\\)");
  private static final Pattern ITEM = Pattern.compile("(?m)^\\s*(?:[-*]|\\d+\\.) ");

  static Page read(Path root, Path file) {
    try {
      return new Page(root.relativize(file), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The sentences of its paragraphs and list items. Code counts as one word, a link as its text.
   */
  List<Sentence> sentences() {
    String prose = SKIPPED.matcher(text).replaceAll(m -> "\n".repeat(Sentence.breaks(m.group())));
    prose = CODE.matcher(prose).replaceAll(m -> "code" + "\n".repeat(Sentence.breaks(m.group())));
    prose = LINK.matcher(prose).replaceAll(m -> "]" + "\n".repeat(Sentence.breaks(m.group())));
    // A list item ends the sentence before it, on the line it is on.
    prose = ITEM.matcher(prose).replaceAll(m -> "\u0000" + m.group().replaceAll("[^\\n]", " "));
    int line = 1;
    List<Sentence> all = new ArrayList<>();
    for (String part : prose.split("\u0000", -1)) {
      all.addAll(Sentence.of(file, line, part));
      line += Sentence.breaks(part);
    }
    return all;
  }

  /** All its words, headings and code included. */
  int words() {
    return Sentence.wordsOf(text);
  }
}
