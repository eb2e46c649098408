package io.platelake.core.vendorlog;

import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A column of a vendor's log.
 *
 * @param name ours
 * @param holds what a value is
 * @param alsoCalled labels that files give it, without blanks around them and in lower case
 * @param words what a {@link Holds#WORD} may say, in lower case
 * @param telling whether one value in every row says nothing, as of a reason
 * @param plates how a value may name a plate
 * @param keeps labels of the lines of a cell that may be kept, in lower case; empty for all lines
 */
public record LogColumn(
    String name,
    Holds holds,
    List<String> alsoCalled,
    Set<String> words,
    boolean telling,
    Plates plates,
    Set<String> keeps) {

  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}(\\.0+)?");
  // A shifted row has a number, a time or a sentence where a word should be.
  private static final Pattern ANY_WORD =
      Pattern.compile("\\p{L}[\\p{L}\\d_./-]*( ?[-_/]? ?[\\p{L}\\d_./-]+){0,3}");
  private static final int LONGEST_WORD = 40;

  /** What a value is. */
  public enum Holds {
    /** Any text. */
    TEXT,
    /** An instant, or the day of it where another column has the time of day. */
    TIME,
    /** The time of day of the instant, where another column has its day. */
    TIME_OF_DAY,
    /** A whole number; spreadsheets write 123.0. */
    COUNT,
    /** A count and an instant that a print runs together. */
    COUNT_AND_TIME,
    /** One of the column's words, or another word that is counted as unlisted. */
    WORD
  }

  /** How a value may name a plate; a lake never keeps one in clear. */
  public enum Plates {
    /** People write text; plates in it are found by their form. */
    MAYBE,
    /** The value is a plate: a keyed token stands for it. */
    IS,
    /** Plates cannot be told from the rest: a keyed digest stands for the whole value. */
    SEALED,
    /** The value names none, as an id or a count. */
    NEVER
  }

  public LogColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(holds, "holds");
    alsoCalled = List.copyOf(alsoCalled);
    words = Set.copyOf(words);
    Objects.requireNonNull(plates, "plates");
    keeps = Set.copyOf(keeps);
    if (holds == Holds.WORD && words.isEmpty()) {
      throw new InvalidRule("words", "are missing", "List what the column may say");
    }
  }

  static LogColumn read(YamlMap map, String name) {
    return new LogColumn(
        name,
        map.word("holds", Holds.class),
        map.optionalTexts("also_called").stream().map(c -> c.toLowerCase(Locale.ROOT)).toList(),
        map.optionalTexts("words").stream()
            .map(w -> w.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()),
        map.optionalFlag("telling"),
        map.optionalWord("plates", Plates.class).orElse(Plates.MAYBE),
        map.optionalTexts("keeps").stream()
            .map(w -> w.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()));
  }

  /** Whether the cell has the shape of this column; one that shows nothing has none to judge. */
  boolean fits(LogCell cell) {
    if (cell.state() != LogCell.State.VALUE) {
      return true;
    }
    return switch (holds) {
      case TEXT, TIME, TIME_OF_DAY -> true; // times are judged together
      case COUNT_AND_TIME -> CountAndTime.read(cell.text()).isPresent();
      case COUNT -> WHOLE.matcher(cell.text()).matches();
      case WORD -> isListed(cell) || looksLikeAWord(cell.text());
    };
  }

  /** The cell, with another state where it is a word that the layout does not list. */
  LogCell judged(LogCell cell) {
    return holds == Holds.WORD && cell.state() == LogCell.State.VALUE && !isListed(cell)
        ? new LogCell(LogCell.State.UNLISTED, cell.text())
        : cell;
  }

  private boolean isListed(LogCell cell) {
    return words.contains(cell.text().toLowerCase(Locale.ROOT));
  }

  private static boolean looksLikeAWord(String text) {
    return text.length() <= LONGEST_WORD
        && ANY_WORD.matcher(text).matches()
        && LogTime.read(text).isEmpty();
  }
}
