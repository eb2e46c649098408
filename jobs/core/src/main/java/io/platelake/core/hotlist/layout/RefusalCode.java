package io.platelake.core.hotlist.layout;

/** Why one record of a list was not accepted; names are stored and must not change. */
public enum RefusalCode {
  PLATE_MISSING,
  /** A vehicle without a plate, and the policy looks for none. */
  VEHICLE_ONLY,
  /** A vehicle without a plate that lacks make, model or colour: it describes too many. */
  VEHICLE_TOO_WIDE,
  /** Part of a plate, with a wildcard for the rest, and the policy looks for none. */
  PLATE_PARTIAL,
  /** Part of a plate with fewer known characters than the policy asks for: it fits too many. */
  PLATE_TOO_WIDE,
  /** The text is no plate: a character that no plate has, or too long. */
  PLATE_UNREADABLE,
  /**
   * A word for no plate, signs alone or nothing but zeros. Lists use them as a filler, and readers
   * report them for every vehicle that they cannot read.
   */
  PLATE_PLACEHOLDER,
  /** A date, a power of ten or a truth value that a spreadsheet made of the plate. */
  PLATE_DAMAGED,
  STATE_MISSING,
  STATE_INVALID,
  CATEGORY_MISSING,
  CATEGORY_NOT_ALLOWED,
  OFFENCE_CLASS_MISSING,
  OFFENCE_CLASS_NOT_ALLOWED,
  CASE_NUMBER_MISSING,
  OFFICER_MISSING,
  DETERMINATION_MISSING,
  INSTRUCTIONS_MISSING,
  /** A vehicle trait that the policy requires. */
  VEHICLE_TRAIT_MISSING,
  EXPIRES_MISSING,
  /** Not a date as the list writes them. */
  EXPIRES_INVALID,
  BEGINS_MISSING,
  /** Not a date as the list writes them. */
  BEGINS_INVALID,
  /** The entry ends before it begins, or at the same instant. */
  NEVER_IN_FORCE,
  /** A person withdrew the entry and the source still has it. */
  ENTRY_WITHDRAWN,
  LINE_TOO_SHORT,
  LINE_TOO_LONG,
  CELLS_WRONG,
  /** The type of the record is none that the layout knows. */
  RECORD_TYPE_UNKNOWN,
  /** A value where a record should be. */
  RECORD_MALFORMED;

  /** Whether the record has another form than the layout says, whatever it holds. */
  public boolean isMalformed() {
    return compareTo(LINE_TOO_SHORT) >= 0;
  }
}
