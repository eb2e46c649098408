package io.platelake.core.mapping;

import io.platelake.core.yaml.YamlValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Positions in a line by the text that a definition names them with, such as {@code 27:37}. */
public final class Spans {
  private static final Pattern SPAN = Pattern.compile("(\\d{1,5})(?::(\\d{1,5})?)?");

  /** Characters {@code [from:to)} of a line; to the end when {@code to} is -1. */
  private record Span(int from, int to) {}

  private final Map<String, Span> spans = new HashMap<>();

  /**
   * @param paths of one name each, as {@link Source#allPaths()} gives them
   */
  public Spans(Stream<List<String>> paths) {
    paths.forEach(path -> spans.computeIfAbsent(path.get(0), Spans::span));
  }

  private static Span span(String text) {
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      throw new IllegalArgumentException("no position");
    }
    int from = Integer.parseInt(span.group(1));
    if (!text.contains(":")) {
      return new Span(from, from + 1);
    }
    return new Span(from, span.group(2) == null ? -1 : Integer.parseInt(span.group(2)));
  }

  /** Refuses a text that is no position. */
  static void check(YamlValue at, String text) {
    if (!SPAN.matcher(text).matches()) {
      throw at.bad("is not a position", "Write from:to, counted from 0, such as \"27:37\"");
    }
    Span span = span(text);
    if (span.to() >= 0 && span.to() <= span.from()) {
      throw at.bad("ends before it starts", "Write from:to, to not included");
    }
  }

  /** The text at a position of a line; null where a short line lacks it. */
  String text(String line, String place) {
    Span span = spans.get(place);
    if (span == null || span.from() >= line.length()) {
      return null;
    }
    int to = span.to() < 0 ? line.length() : Math.min(span.to(), line.length());
    return line.substring(span.from(), to);
  }
}
