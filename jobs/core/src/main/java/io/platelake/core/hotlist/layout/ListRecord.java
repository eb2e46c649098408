package io.platelake.core.hotlist.layout;

import io.platelake.core.mapping.RecordPlaces;

/** One record of a list before it is interpreted. Its text form shows no content. */
public sealed interface ListRecord {
  /** Line it starts at, counted from 1. */
  int line();

  /** A record of the layout. */
  record Whole(int line, RecordPlaces places) implements ListRecord {
    @Override
    public String toString() {
      return "Whole[line=" + line + "]";
    }
  }

  /** What is no record of the layout. */
  record Broken(int line, RefusalCode code) implements ListRecord {}
}
