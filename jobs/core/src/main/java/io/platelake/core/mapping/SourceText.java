package io.platelake.core.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.core.record.JsonTree;
import io.platelake.core.record.Words;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A compiled {@link Source}. Holds no state of a record. */
final class SourceText {
  /** Regular expressions come from definitions, texts from outside: neither may cost much time. */
  private static final int LONGEST_SEARCHED = 4096;

  private final Source source;
  private final List<String> onlyPath;
  private final Pattern pattern;
  private final boolean plain;
  private final SourceText otherwise;

  SourceText(Source source) {
    this.source = source;
    this.onlyPath = source.paths().size() == 1 ? source.paths().get(0) : null;
    this.pattern = source.pattern();
    this.plain = source.meaning().isPlain();
    this.otherwise = source.otherwise() == null ? null : new SourceText(source.otherwise());
  }

  /** The first text that says something; null when none does. */
  String of(RecordPlaces places, Predicate<String> says) {
    for (SourceText s = this; s != null; s = s.otherwise) {
      String text = s.applies(places) ? s.text(places) : null;
      if (text != null && says.test(text)) {
        return text;
      }
    }
    return null;
  }

  /**
   * Whether a place that holds has such a value. Places after the one that says something do not
   * count.
   */
  boolean anyUsed(RecordPlaces places, Predicate<JsonNode> test, Predicate<String> says) {
    for (SourceText s = this; s != null; s = s.otherwise) {
      boolean unclear = s.source.when() != null && s.source.when().isUnclear(places);
      if (unclear && test.test(RecordPlaces.NO_VALUE)) {
        return s == this || !isSaidBefore(s, places, says);
      }
      if (s.source.best() == null && s.applies(places)) {
        for (List<String> path : s.source.paths()) {
          JsonNode node = places.at(path);
          if (node != null && test.test(node)) {
            return s == this || !isSaidBefore(s, places, says);
          }
        }
      }
    }
    return false;
  }

  private boolean isSaidBefore(SourceText later, RecordPlaces places, Predicate<String> says) {
    for (SourceText s = this; s != later; s = s.otherwise) {
      String text = s.applies(places) ? s.text(places) : null;
      if (text != null && says.test(text)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the record has one of the places, or the text needs none. */
  boolean isThere(RecordPlaces places) {
    for (SourceText s = this; s != null; s = s.otherwise) {
      if (s.source.value() != null || s.source.paths().stream().anyMatch(places::has)) {
        return true;
      }
    }
    return false;
  }

  private boolean applies(RecordPlaces places) {
    return source.when() == null || source.when().holds(places::text);
  }

  private String text(RecordPlaces places) {
    String text = written(places);
    if (text != null && pattern != null) {
      text = found(text);
    }
    return text == null || plain ? text : source.meaning().of(text);
  }

  private String written(RecordPlaces places) {
    if (source.value() != null) {
      return source.value();
    }
    if (source.best() != null) {
      return JsonTree.bestText(places.at(source.paths().get(0)), source.take(), source.best());
    }
    if (onlyPath != null) {
      String text = places.text(onlyPath);
      return text == null || source.meaning().verbatim() ? text : Words.strip(text);
    }
    StringBuilder all = new StringBuilder();
    for (List<String> path : source.paths()) {
      JsonNode node = places.at(path);
      if (node != null && node.isContainerNode()) {
        // The other parts alone say something else, such as the event of another group.
        return null;
      }
      String part = JsonTree.text(node);
      all.append(part == null ? "" : Words.strip(part)).append(' ');
    }
    return all.toString().strip();
  }

  private String found(String text) {
    if (text.length() > LONGEST_SEARCHED) {
      return null;
    }
    Matcher matcher = pattern.matcher(text);
    return matcher.find() && matcher.group(1) != null ? Words.strip(matcher.group(1)) : null;
  }
}
