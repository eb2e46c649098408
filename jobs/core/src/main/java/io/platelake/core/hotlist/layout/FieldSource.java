package io.platelake.core.hotlist.layout;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a field of an entry is read from a record.
 *
 * @param place its place; null when {@code value} is given
 * @param value what every record of the list has, null when {@code place} is given
 * @param match the field is the one group of this pattern, and absent where it is not found; may be
 *     null
 * @param codes what the list's own codes mean, by the code in upper case; {@link #UNKNOWN} is none
 * @param othersUnknown whether a text without a code is unknown instead of itself
 * @param date pattern of a date or a date with time, null for ISO 8601
 * @param zone zone of such dates, null when not stated
 */
public record FieldSource(
    FieldLocation place,
    String value,
    Pattern match,
    Map<String, String> codes,
    boolean othersUnknown,
    String date,
    ZoneId zone) {

  /** The meaning of a code that says nothing. */
  static final String UNKNOWN = "unknown";

  /** Longer texts are not searched: a pattern could take too long. */
  private static final int LONGEST_SEARCHED = 4096;

  public FieldSource {
    codes = Map.copyOf(codes);
  }

  public static FieldSource at(FieldLocation place) {
    return new FieldSource(place, null, null, Map.of(), false, null, null);
  }

  public FieldSource at(int column) {
    return new FieldSource(
        new FieldLocation.Column(column), value, match, codes, othersUnknown, date, zone);
  }

  /** The field of a record; null when it is blank or not there. */
  public String read(ListRecord record, ListField field, boolean letterOAsZero) {
    String raw = place == null ? value : record.at(place);
    if (raw == null || raw.isBlank()) {
      return null;
    }
    // Instructions to officers are passed on unchanged.
    String text = field == ListField.INSTRUCTIONS ? raw : raw.strip();
    if (match != null) {
      text = found(text);
    }
    if (text != null && letterOAsZero && field.holdsLetters()) {
      text = text.replace('0', 'O');
    }
    return text == null || codes.isEmpty() ? text : meaning(text, field);
  }

  private String found(String text) {
    if (text.length() > LONGEST_SEARCHED) {
      return null;
    }
    Matcher matcher = match.matcher(text);
    if (!matcher.find() || matcher.group(1) == null) {
      return null;
    }
    String group = matcher.group(1).strip();
    return group.isEmpty() ? null : group;
  }

  private String meaning(String text, ListField field) {
    if (field != ListField.COLOR) {
      return one(text);
    }
    String both =
        Arrays.stream(text.split("/"))
            .map(this::one)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("/"));
    return both.isEmpty() ? null : both;
  }

  private String one(String text) {
    String code = text.strip();
    String meaning =
        codes.getOrDefault(code.toUpperCase(Locale.ROOT), othersUnknown ? UNKNOWN : code);
    return meaning.equals(UNKNOWN) ? null : meaning;
  }
}
