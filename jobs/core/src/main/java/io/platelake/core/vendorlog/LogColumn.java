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
 */
public record LogColumn(
    String name, Holds holds, List<String> alsoCalled, Set<String> words, boolean telling) {

  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}(\\.0+)?");

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
    /** One of the column's words. */
    WORD
  }

  public LogColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(holds, "holds");
    alsoCalled = List.copyOf(alsoCalled);
    words = Set.copyOf(words);
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
        map.optionalFlag("telling"));
  }

  /** Whether the cell has the shape of this column; one that shows nothing has none to judge. */
  boolean fits(LogCell cell) {
    if (cell.state() != LogCell.State.VALUE) {
      return true;
    }
    return switch (holds) {
      case TEXT, TIME, TIME_OF_DAY -> true; // times are judged together
      case COUNT -> WHOLE.matcher(cell.text()).matches();
      case WORD -> words.contains(cell.text().toLowerCase(Locale.ROOT));
    };
  }
}
