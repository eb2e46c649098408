package io.platelake.core.hotlist.text;

import io.platelake.core.hotlist.layout.FieldSource;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.hotlist.layout.ListRecord;
import java.time.Instant;
import java.util.Map;

/** The records of a list file, one after the other; none is held. */
public interface RecordSource {
  /** The next record, null after the last one. */
  ListRecord next();

  /** The place of each field, known after the first record was read. */
  Map<ListField, FieldSource> fields();

  /** Lines that the layout says are no records, seen so far. */
  long skipped();

  /** When the file says it was made; null when it says nothing. */
  Instant statedTime();
}
