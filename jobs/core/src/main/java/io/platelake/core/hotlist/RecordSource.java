package io.platelake.core.hotlist;

import java.time.Instant;
import java.util.Map;

/** The records of a list file, one after the other; none is held. */
interface RecordSource {
  /** The next record, null after the last one. */
  ListRecord next();

  /** Where each field stands, known once the first record was asked for. */
  Map<ListField, FieldSource> fields();

  /** Lines that the layout says are no records, seen so far. */
  long skipped();

  /** When the file says it was made; null when it says nothing. */
  Instant statedTime();
}
