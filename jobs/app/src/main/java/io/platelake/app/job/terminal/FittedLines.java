package io.platelake.app.job.terminal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Fits a table into the width of a terminal. Blank columns between cells go first, down to two;
 * what is still too long goes on in the next line, indented. No text is lost.
 */
public final class FittedLines {
  private static final int GAP = 2;
  private static final String INDENT = "    ";

  private FittedLines() {}

  public static List<String> of(List<String> lines, int width) {
    if (lines.stream().allMatch(line -> line.length() <= width)) {
      return lines;
    }
    BitSet dropped = dropped(lines);
    List<String> fitted = new ArrayList<>();
    for (String line : lines) {
      StringBuilder squeezed = new StringBuilder();
      for (int i = 0; i < line.length(); i++) {
        if (!dropped.get(i)) {
          squeezed.append(line.charAt(i));
        }
      }
      wrap(squeezed.toString(), width, fitted);
    }
    return fitted;
  }

  /** Columns that are blank in every line, but the first two of each run. */
  private static BitSet dropped(List<String> lines) {
    int longest = lines.stream().mapToInt(String::length).max().orElse(0);
    BitSet dropped = new BitSet(longest);
    int run = 0;
    for (int i = 0; i < longest; i++) {
      int column = i;
      boolean blank = lines.stream().allMatch(l -> column >= l.length() || l.charAt(column) == ' ');
      run = blank ? run + 1 : 0;
      dropped.set(i, run > GAP);
    }
    return dropped;
  }

  private static void wrap(String line, int width, List<String> to) {
    String rest = line;
    while (rest.length() > width) {
      int at = rest.lastIndexOf(' ', width);
      if (at <= INDENT.length()) {
        break; // One word that is too long, such as a digest, stays whole.
      }
      to.add(rest.substring(0, at).stripTrailing());
      rest = INDENT + rest.substring(at).stripLeading();
    }
    to.add(rest);
  }
}
