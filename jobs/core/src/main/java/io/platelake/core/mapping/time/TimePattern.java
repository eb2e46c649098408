package io.platelake.core.mapping.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of {@link DateTimeFormatter}, read strictly. Four things are read more widely than the
 * JDK does: blanks of any width are blanks, {@code a.m.} is AM, {@code z}, {@code v}, {@code VV}
 * and {@code O} stand for a zone in any spelling of {@link ZoneWords}, and so do the letters of
 * offsets where the text does not have the offset as the pattern says.
 */
final class TimePattern {
  /** Takes the place of a zone in pattern and text; no file has it. */
  private static final char MARK = '\u0001';

  private static final int LONGEST = 96;
  private static final String NAMES = "zvVO";
  private static final String OFFSETS = "XxZ";
  private static final String HALF_DAY = "a";

  /** As Canadian English and Spanish write AM and PM, with a blank in it or without. */
  private static final Pattern DOTTED_HALF_DAY = Pattern.compile("\\b([AaPp])\\. ?([Mm])\\.");

  private static final Pattern LITERAL_OFFSET = Pattern.compile("[+\u2212-][0-9]{2}:?[0-9]{2}");

  private final DateTimeFormatter formatter;

  /** With a mark for the offset; null where the pattern has none, or the first marks a name. */
  private final DateTimeFormatter marked;

  private final boolean named;
  private final boolean statesZone;
  private final boolean halfDays;
  private final ZoneWords zones;

  /**
   * @throws IllegalArgumentException for what is no pattern
   */
  TimePattern(String pattern, ZoneWords zones) {
    List<Part> parts = parts(blanks(pattern));
    this.named = parts.stream().anyMatch(part -> part.isOf(NAMES));
    boolean offset = parts.stream().anyMatch(part -> part.isOf(OFFSETS));
    this.statesZone = named || offset;
    this.halfDays = parts.stream().anyMatch(part -> part.isOf(HALF_DAY));
    this.formatter = formatter(parts, NAMES);
    this.marked = offset && !named ? formatter(parts, OFFSETS) : null;
    this.zones = zones;
  }

  /** A run of one letter, or the literal text between such runs, its quotes included. */
  private record Part(String text, boolean literal) {
    boolean isOf(String letters) {
      return !literal && letters.indexOf(text.charAt(0)) >= 0;
    }
  }

  private static List<Part> parts(String pattern) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < pattern.length()) {
      char c = pattern.charAt(from);
      boolean letter = isLetter(c);
      boolean quoted = c == '\'';
      int to = from + 1;
      while (to < pattern.length()
          && (letter
              ? pattern.charAt(to) == c
              : quoted || pattern.charAt(to) == '\'' || !isLetter(pattern.charAt(to)))) {
        quoted ^= pattern.charAt(to) == '\'';
        to++;
      }
      parts.add(new Part(pattern.substring(from, to), !letter));
      from = to;
    }
    return parts;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static DateTimeFormatter formatter(List<Part> parts, String marked) {
    StringBuilder pattern = new StringBuilder();
    for (Part part : parts) {
      if (part.isOf(marked)) {
        pattern.append(MARK);
      } else {
        // Strict resolution wants an era with y; formats mean the plain year.
        pattern.append(part.isOf("y") ? part.text().replace('y', 'u') : part.text());
      }
    }
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern.toString())
        .toFormatter(Locale.US)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The same text with plain blanks: some languages put narrow ones before AM and PM. */
  static String blanks(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        StringBuilder plain = new StringBuilder(text);
        for (int k = i; k < plain.length(); k++) {
          if (Character.isSpaceChar(plain.charAt(k))) {
            plain.setCharAt(k, ' ');
          }
        }
        return plain.toString();
      }
    }
    return text;
  }

  /** Whether the pattern has a place for a zone or an offset. */
  boolean statesZone() {
    return statesZone;
  }

  /** A word for a zone, or an offset, that is only text of a pattern. */
  static Optional<String> literalZone(String pattern) {
    for (Part part : parts(blanks(pattern))) {
      if (part.literal()) {
        String text = part.text().replace("'", "");
        for (String word : text.split("[^A-Za-z0-9_/+-]+")) {
          boolean letters = !word.isEmpty() && isLetter(word.charAt(0));
          if (letters && ZoneWords.isZone(word) || LITERAL_OFFSET.matcher(text).find()) {
            return Optional.of(text.strip());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Tries the pattern on one time, so that a wrong one is found before any file is. */
  boolean states(LocalDateTime sample, boolean dates) {
    try {
      WrittenTime read = parsed(formatter, written(sample));
      return read.wall().equals(sample)
          || dates && read.dateOnly() && read.wall().toLocalDate().equals(sample.toLocalDate());
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** A time as the pattern writes it. */
  String written(LocalDateTime time) {
    return formatter.format(time.atOffset(ZoneOffset.UTC));
  }

  WrittenTime read(String written) {
    String text = blanks(written);
    if (halfDays && text.indexOf('.') >= 0) {
      text = DOTTED_HALF_DAY.matcher(text).replaceAll("$1$2");
    }
    if (named) {
      WrittenTime time = byWord(text, formatter);
      return time.problem() == TimeProblem.OTHER_FORM ? plain(text) : time;
    }
    WrittenTime time = plain(text);
    return time.isUnderstood() || marked == null ? time : byWord(text, marked);
  }

  private WrittenTime plain(String text) {
    try {
      return parsed(formatter, text);
    } catch (DateTimeException e) {
      return WrittenTime.OTHER_FORM;
    }
  }

  private static WrittenTime parsed(DateTimeFormatter formatter, String text) {
    return WrittenTime.of(
        formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
  }

  /** Looks for the zone from the end of the text on, words that are zones first. */
  private WrittenTime byWord(String text, DateTimeFormatter formatter) {
    if (text.length() > LONGEST) {
      return WrittenTime.OTHER_FORM;
    }
    Matcher matcher = ZoneWords.WORD.matcher(text);
    List<MatchResult> words = new ArrayList<>();
    while (matcher.find()) {
      words.add(0, matcher.toMatchResult());
    }
    for (MatchResult word : words) {
      Optional<ZoneId> zone = zones.find(word.group());
      WrittenTime time = zone.isPresent() ? without(word, text, formatter) : WrittenTime.OTHER_FORM;
      if (time.isUnderstood()) {
        return time.in(zone.get());
      }
    }
    for (MatchResult word : words) {
      boolean unknown = zones.find(word.group()).isEmpty();
      if (unknown && without(word, text, formatter).isUnderstood()) {
        return WrittenTime.of(ZoneWords.problem(word.group()));
      }
    }
    return WrittenTime.OTHER_FORM;
  }

  private static WrittenTime without(MatchResult word, String text, DateTimeFormatter formatter) {
    try {
      return parsed(formatter, text.substring(0, word.start()) + MARK + text.substring(word.end()));
    } catch (DateTimeException e) {
      return WrittenTime.OTHER_FORM;
    }
  }
}
