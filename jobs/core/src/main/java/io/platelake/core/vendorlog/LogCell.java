package io.platelake.core.vendorlog;

import io.platelake.core.detect.SeenCell;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A cell of a vendor's log, by what can be seen of it. A hidden cell is neither there nor missing,
 * so rates leave it out and say so.
 *
 * @param state what can be seen
 * @param text the value, placeholder or marker as it stands there; empty without one
 */
public record LogCell(State state, String text) {
  /** The file has no such column. */
  public static final LogCell NOT_EXPORTED = new LogCell(State.NOT_EXPORTED, "");

  private static final LogCell EMPTY = new LogCell(State.EMPTY, "");
  private static final Set<String> NOTHING =
      Set.of("none", "n/a", "na", "x", "xx", "xxx", "0", "test", "null", "nan");
  private static final Pattern MASK =
      Pattern.compile(
          "[\\[(]?\\s*[*#\u2022\u2588](?:[*#\u2022\u2588 ]*[*#\u2022\u2588])\\s*[\\])]?");
  private static final Pattern ANY_MASK = Pattern.compile("[*#\u2022\u2588]{2,}|\\*( \\*)+");
  private static final Pattern REDACTED =
      Pattern.compile("[\\[(]?\\s*redacted\\s*[\\])]?", Pattern.CASE_INSENSITIVE);
  private static final Pattern REDACTED_WITHIN =
      Pattern.compile("\\bredacted\\b", Pattern.CASE_INSENSITIVE);
  // A section of a records act, such as "7923.600 GC" or "RCW 42.56.240". "459 PC" is a crime.
  private static final Pattern EXEMPTION =
      Pattern.compile(
          "[\\[(]?\\s*(\u00a7?\\s*\\d{2,5}(\\.\\d+)*(\\([a-z0-9]+\\))*\\s*(gc|gov\\.? code|cpra|usc)"
              + "|(rcw|krs|gc|usc|foia|gov\\.? code)\\s*\u00a7?\\s*\\d[\\d.()a-z]*)\\s*[\\])]?",
          Pattern.CASE_INSENSITIVE);

  // Words of which every exemption has one: few cells do, and the pattern is slow.
  private static final List<String> ACTS =
      List.of("gc", "code", "cpra", "usc", "rcw", "krs", "foia");
  private static final int LONGEST_EXEMPTION = 60;

  /** What can be seen of a cell. */
  public enum State {
    /** What was logged. */
    VALUE,
    /** The column is there and the cell holds nothing. */
    EMPTY,
    /** A word that the layout does not list, as of a new type of search. */
    UNLISTED,
    /** A word that stands for nothing, such as {@code n/a}. */
    PLACEHOLDER,
    /** A marker stands for the value. */
    MASKED,
    /** Some of the value is left beside a marker. */
    PARTIAL,
    /** An exemption of a records act stands for the value. */
    WITHHELD,
    /** The file has no such column. */
    NOT_EXPORTED;

    /** Its name in files and messages. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody can see whether there is a value. */
    public boolean isSeen() {
      return hasValue() || this == EMPTY || this == PLACEHOLDER;
    }

    /** Whether there is a value, and it can be seen whole. */
    public boolean hasValue() {
      return this == VALUE || this == UNLISTED;
    }
  }

  public LogCell {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(text, "text");
  }

  /** A cell as it stands in a file. */
  public static LogCell of(String cell) {
    String text = cell.strip();
    if (text.isEmpty()) {
      return EMPTY;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    boolean marked = text.chars().anyMatch(LogCell::isMarker);
    boolean redacted = lower.contains("redacted");
    if (marked && MASK.matcher(text).matches() || redacted && REDACTED.matcher(text).matches()) {
      return new LogCell(State.MASKED, text);
    }
    if (text.length() <= LONGEST_EXEMPTION
        && ACTS.stream().anyMatch(lower::contains)
        && EXEMPTION.matcher(text).matches()) {
      return new LogCell(State.WITHHELD, text);
    }
    boolean says = text.codePoints().anyMatch(Character::isLetterOrDigit);
    if (!says || NOTHING.contains(lower)) {
      return new LogCell(State.PLACEHOLDER, text);
    }
    if (marked && ANY_MASK.matcher(text).find()
        || redacted && REDACTED_WITHIN.matcher(text).find()) {
      return new LogCell(State.PARTIAL, text);
    }
    return new LogCell(State.VALUE, text);
  }

  private static boolean isMarker(int c) {
    return c == '*' || c == '#' || c == '\u2022' || c == '\u2588';
  }

  /** The cell as detectors take it. */
  public SeenCell seen() {
    return switch (state) {
      case VALUE, UNLISTED -> SeenCell.of(text);
      case EMPTY -> SeenCell.EMPTY;
      case PLACEHOLDER -> SeenCell.placeholder(text);
      case MASKED, PARTIAL, WITHHELD, NOT_EXPORTED -> SeenCell.HIDDEN;
    };
  }
}
