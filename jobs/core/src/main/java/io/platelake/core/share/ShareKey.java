package io.platelake.core.share;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A key of a request file. */
enum ShareKey {
  ID,
  AGENCY,
  BASIS,
  RECIPIENT,
  DATA,
  RECEIVED_AT,
  NEED,
  CONSIDERATION,
  ITEMS,
  AGREEMENT,
  TASK_FORCE,
  DIRECT_ACCESS,
  GRANT,
  PUBLIC_RECORDS;

  /** Its name in the file. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> names() {
    return Arrays.stream(values()).map(ShareKey::key).toList();
  }
}
