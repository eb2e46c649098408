package io.platelake.core.mapping;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * From the text of a field to its meaning.
 *
 * @param codes meanings of the file's own codes, by the code in upper case; {@link #UNKNOWN} says
 *     nothing
 * @param othersUnknown whether a text without a code is unknown instead of itself
 * @param letters whether no digit belongs into the field, so that a zero is the letter O
 * @param severalCodes whether codes may follow each other with a slash between, as colours do
 * @param verbatim whether blanks around the text are part of it
 */
public record Meaning(
    Map<String, String> codes,
    boolean othersUnknown,
    boolean letters,
    boolean severalCodes,
    boolean verbatim)
    implements Serializable {
  /** The meaning of a code that says nothing. */
  static final String UNKNOWN = "unknown";

  /** A text means itself. */
  public static final Meaning PLAIN = new Meaning(Map.of(), false, false, false, false);

  /** The text of a person to other persons, passed on as it is written. */
  public static final Meaning VERBATIM = new Meaning(Map.of(), false, false, false, true);

  public Meaning {
    codes = Map.copyOf(codes);
  }

  /** Whether every text means itself. */
  boolean isPlain() {
    return codes.isEmpty() && !letters;
  }

  /** The same with codes. */
  Meaning with(Map<String, String> more, boolean others) {
    return new Meaning(more, others, letters, severalCodes, verbatim);
  }

  /** Null for a code that says nothing. */
  String of(String text) {
    String known = letters ? text.replace('0', 'O') : text;
    if (codes.isEmpty()) {
      return known;
    }
    if (!severalCodes) {
      return one(known);
    }
    String all =
        Arrays.stream(known.split("/"))
            .map(this::one)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("/"));
    return all.isEmpty() ? null : all;
  }

  private String one(String text) {
    String code = text.strip();
    String meaning =
        codes.getOrDefault(code.toUpperCase(Locale.ROOT), othersUnknown ? UNKNOWN : code);
    return meaning.equals(UNKNOWN) ? null : meaning;
  }
}
