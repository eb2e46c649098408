package io.platelake.core.hotlist.layout;

/** The place of a value in a record of a list. */
public sealed interface FieldLocation {
  /** Characters {@code [from:to)} of a line, counted from 0; to the end when {@code to} is -1. */
  record Span(int from, int to) implements FieldLocation {}

  /** A cell by its position, counted from 0. */
  record Column(int index) implements FieldLocation {}

  /** A cell by its header, or a value of a JSON object by its path, {@code note.message}. */
  record Named(String name) implements FieldLocation {}
}
