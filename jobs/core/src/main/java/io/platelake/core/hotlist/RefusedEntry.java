package io.platelake.core.hotlist;

import io.platelake.core.hotlist.layout.RefusalCode;

/** Ends the reading of a record that is no acceptable entry; never leaves {@link EntryReading}. */
final class RefusedEntry extends Exception {
  private static final long serialVersionUID = 1L;
  private final RefusalCode code;

  RefusedEntry(RefusalCode code) {
    super(code.name(), null, false, false);
    this.code = code;
  }

  RefusalCode code() {
    return code;
  }
}
