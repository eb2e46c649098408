package io.platelake.core.hotlist.text;

import io.platelake.core.hotlist.layout.ListRecord;
import java.time.Instant;

/** The records of a list file, one after the other; none is held. */
public interface RecordSource {
  /** Bytes of UTF-8 of the longest line, row or document; no list has a longer one. */
  int LONGEST = 1 << 20;

  /** The next record, null after the last one. */
  ListRecord next();

  /** Lines that the layout says are no records, seen so far. */
  long skipped();

  /** When the file says it was made; null when it says nothing. */
  Instant statedTime();
}
