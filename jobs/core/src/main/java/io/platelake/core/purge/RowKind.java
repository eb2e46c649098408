package io.platelake.core.purge;

import java.util.Locale;
import java.util.Optional;

/**
 * Kinds of rows that a purge judges by owner, purpose and date. Reads come first: what goes with
 * them is judged after them.
 */
public enum RowKind {
  READS,
  PASSES,
  IMAGES,
  HITS,
  QUARANTINE,
  /** Rows of the access log, which serve no purpose of the policy. */
  ACCESS_LOG,
  /** Rows of vendors' access logs, which are kept as the own log is. */
  IMPORTED_LOG;

  /** Whether the rows are of an access log, which has nothing to do with reads. */
  public boolean isOfAccessLog() {
    return this == ACCESS_LOG || this == IMPORTED_LOG;
  }

  /** The word for a person, in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Their class in {@code records} of a policy; empty where only the rule of the purpose counts.
   */
  Optional<String> recordClass() {
    return switch (this) {
      case READS, PASSES -> Optional.empty();
      case IMAGES, HITS, QUARANTINE, ACCESS_LOG -> Optional.of(label());
      case IMPORTED_LOG -> Optional.of(ACCESS_LOG.label());
    };
  }
}
