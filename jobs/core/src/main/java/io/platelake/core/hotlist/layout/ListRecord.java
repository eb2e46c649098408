package io.platelake.core.hotlist.layout;

import java.util.List;
import java.util.Map;

/** One record of a list before it is interpreted. Its text form shows no content. */
public sealed interface ListRecord {
  /** Line it starts at, counted from 1. */
  int line();

  /** The value at a place, null when there is none. */
  String at(FieldLocation place);

  /** A line whose fields are at fixed positions; a short line lacks its last fields. */
  record Fixed(int line, String text) implements ListRecord {
    @Override
    public String at(FieldLocation place) {
      if (!(place instanceof FieldLocation.Span span) || span.from() >= text.length()) {
        return null;
      }
      return text.substring(
          span.from(), span.to() < 0 ? text.length() : Math.min(span.to(), text.length()));
    }

    @Override
    public String toString() {
      return "Fixed[line=" + line + "]";
    }
  }

  /** Cells of a delimited text. */
  record Cells(int line, List<String> cells) implements ListRecord {
    @Override
    public String at(FieldLocation place) {
      return place instanceof FieldLocation.Column column && column.index() < cells.size()
          ? cells.get(column.index())
          : null;
    }

    @Override
    public String toString() {
      return "Cells[line=" + line + "]";
    }
  }

  /** Values of a JSON object by their paths. */
  record Values(int line, Map<String, String> values) implements ListRecord {
    @Override
    public String at(FieldLocation place) {
      return place instanceof FieldLocation.Named named ? values.get(named.name()) : null;
    }

    @Override
    public String toString() {
      return "Values[line=" + line + "]";
    }
  }

  /** What is no record of the layout. */
  record Broken(int line, RefusalCode code) implements ListRecord {
    @Override
    public String at(FieldLocation place) {
      return null;
    }
  }
}
