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
  MALFORMED(QUARANTINED, "it is not in the format of the feed"),
  /**
   * A packed file or container that does not unpack to its end: truncated, damaged, encrypted. What
   * came before stands.
   */
  ARCHIVE_BROKEN(QUARANTINED, "the packed file does not unpack to its end"),
  /**
   * A packed file or container that unpacks to more than any file of reads is. What came before
   * stands.
   */
  ARCHIVE_LIMIT(QUARANTINED, "the packed file unpacks to more than any file of reads"),
  /** A packed file inside a packed file. */
  ARCHIVE_NESTED(QUARANTINED, "a packed file inside a packed file"),
  /** A well-formed document of a kind that this adapter does not know. */
  UNKNOWN_KIND(QUARANTINED, "a kind of record that the feed does not know"),
  /** A kind that never is a read: heartbeat, single frame, preview of a group. */
  NOT_A_READ(REFUSED, "a kind of record that is no read"),
  /** A vehicle without a plate, or a plate in one of the spellings of unknown. */
  NO_PLATE(REFUSED, "no plate was read"),
  /**
   * Plate text that is no plate: too long, characters no plate has, or digits that a spreadsheet
   * rewrote as a number.
   */
  BAD_PLATE(QUARANTINED, "its text is no plate"),
  /**
   * No instant of capture, or one that cannot be resolved (also: the hour a clock change skips).
   */
  NO_TIME(QUARANTINED, "no instant of capture"),
  /** No camera named. */
  NO_CAMERA(QUARANTINED, "no camera is named"),
  /** A camera that the feed's list of cameras does not hold. */
  UNKNOWN_CAMERA(QUARANTINED, "the feed's list of cameras does not hold it"),
  /** A position out of range, half given, not numeric, or outside the feed's area. */
  BAD_POSITION(
      QUARANTINED, "the position is half given, out of range or outside the area of the feed"),
  /** A plate confidence outside the feed's scale: the feed definition names the wrong scale. */
  BAD_CONFIDENCE(QUARANTINED, "it is outside the scale of the feed");

  private final Disposition disposition;
  private final String says;

  Reason(Disposition disposition, String says) {
    this.disposition = disposition;
    this.says = says;
  }

  /** What is wrong, where nothing more exact is known. */
  public String says() {
    return says;
  }

  public Disposition disposition() {
    return disposition;
  }
}
