package io.platelake.core.hotlist;

import io.platelake.core.hotlist.layout.RefusalCode;

/** Takes what becomes of the records of a list, in the order of the file. */
public interface ListSink {
  /** An accepted entry; each id comes once. */
  void accepted(HotlistEntry entry);

  /**
   * A record that the rules do not accept.
   *
   * @param line line it starts at, counted from 1
   */
  default void refused(int line, RefusalCode code) {}
}
