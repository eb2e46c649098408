package io.platelake.core.hotlist;

/** Why one record of a list was not accepted; names are stored and must not change. */
public enum RefusalCode {
  PLATE_MISSING,
  /** The text is no plate: a character that no plate has, or too long. */
  PLATE_UNREADABLE,
  /** Nothing but zeros, which lists use as a filler and readers see on every fence. */
  PLATE_PLACEHOLDER,
  STATE_MISSING,
  STATE_INVALID,
  CATEGORY_MISSING,
  CATEGORY_NOT_ALLOWED,
  OFFENCE_CLASS_MISSING,
  OFFENCE_CLASS_NOT_ALLOWED,
  CASE_NUMBER_MISSING,
  OFFICER_MISSING,
  DETERMINATION_MISSING,
  /** A vehicle trait that the policy requires. */
  VEHICLE_TRAIT_MISSING,
  EXPIRES_MISSING,
  /** Neither an ISO 8601 date nor an instant with offset. */
  EXPIRES_INVALID
}
