package io.platelake.lake.proof.needle;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Values, numbers and field names of JSON documents, with their escapes undone; text that is JSON
 * itself is entered, as statistics in a log are. Places read {@code field add.stats.minValues}.
 */
final class JsonSearch {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int DEEPEST = 4;

  private final FileHits hits;

  JsonSearch(FileHits hits) {
    this.hits = hits;
  }

  /** Reads as far as the input is JSON; the caller also sees the bytes, so a stop hides nothing. */
  void search(InputStream in, String prefix) throws IOException {
    try (JsonParser parser = JSON.createParser(in)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      walk(parser, prefix, 0);
    } catch (JacksonException e) {
      // Not JSON after all, or cut off: the pass over the bytes goes on to the end of the input.
      return;
    }
  }

  /** JSON within a text value; text that only looks like JSON is left to the pass over it. */
  void embedded(String text, Supplier<String> prefix) {
    embedded(text, prefix, 1);
  }

  private void embedded(String text, Supplier<String> prefix, int depth) {
    if (depth > DEEPEST || !(text.startsWith("{") || text.startsWith("["))) {
      return;
    }
    try (JsonParser parser = JSON.createParser(text)) {
      walk(parser, prefix.get(), depth);
    } catch (IOException e) {
      return;
    }
  }

  private void walk(JsonParser parser, String prefix, int depth) throws IOException {
    Supplier<String> where = () -> place(parser, prefix);
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      switch (token) {
        case FIELD_NAME -> hits.text(() -> where.get() + " (name)", parser.currentName());
        case VALUE_STRING -> {
          hits.text(where, parser.getText());
          embedded(parser.getText(), where, depth + 1);
        }
        case VALUE_NUMBER_INT -> {
          if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            hits.number(where, parser.getLongValue());
          }
        }
        case VALUE_NUMBER_FLOAT -> hits.number(where, parser.getDoubleValue());
        default -> {}
      }
    }
  }

  /** The position of the parser, without list positions; names that hold a needle are masked. */
  private String place(JsonParser parser, String prefix) {
    Deque<String> names = new ArrayDeque<>();
    for (JsonStreamContext at = parser.getParsingContext(); at != null; at = at.getParent()) {
      if (at.getCurrentName() != null) {
        names.push(at.getCurrentName());
      }
    }
    String place = hits.shown(names, ".");
    return names.isEmpty() ? prefix : prefix + (prefix.endsWith("field") ? " " : ".") + place;
  }
}
