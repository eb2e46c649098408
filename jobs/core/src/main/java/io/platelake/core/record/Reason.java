package io.platelake.core.record;

import static io.platelake.core.record.Disposition.QUARANTINED;
import static io.platelake.core.record.Disposition.REFUSED;

/**
 * Why a record gives no canonical read. The name is the reason code of tables and run records.
 *
 * <p>The rule for the disposition: a record that states clearly that there is no read is refused; a
 * record that may hide a read, which a person could still rescue by correcting the feed definition,
 * is quarantined.
 */
public enum Reason {
  /** Not in the format: truncated, too large, too deep, wrong type, ragged row, missing column. */
  MALFORMED(QUARANTINED),
  /**
   * A packed file or container that does not unpack to its end: truncated, damaged, encrypted. What
   * came before stands.
   */
  ARCHIVE_BROKEN(QUARANTINED),
  /**
   * A packed file or container that unpacks to more than any file of reads is. What came before
   * stands.
   */
  ARCHIVE_LIMIT(QUARANTINED),
  /** A packed file inside a packed file. */
  ARCHIVE_NESTED(QUARANTINED),
  /** A well-formed document of a kind that this adapter does not know. */
  UNKNOWN_KIND(QUARANTINED),
  /** A kind that never is a read: heartbeat, single frame, preview of a group. */
  NOT_A_READ(REFUSED),
  /** A vehicle without a plate, or a plate in one of the spellings of unknown. */
  NO_PLATE(REFUSED),
  /**
   * Plate text that is no plate: too long, characters no plate has, or digits that a spreadsheet
   * rewrote as a number.
   */
  BAD_PLATE(QUARANTINED),
  /**
   * No instant of capture, or one that cannot be resolved (also: the hour a clock change skips).
   */
  NO_TIME(QUARANTINED),
  /** No camera named. */
  NO_CAMERA(QUARANTINED),
  /** A camera that the feed's list of cameras does not hold. */
  UNKNOWN_CAMERA(QUARANTINED);

  private final Disposition disposition;

  Reason(Disposition disposition) {
    this.disposition = disposition;
  }

  public Disposition disposition() {
    return disposition;
  }
}
