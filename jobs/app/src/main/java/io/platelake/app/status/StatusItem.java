package io.platelake.app.status;

/**
 * One line of the status.
 *
 * @param state how urgent it is
 * @param subject what it is about
 * @param says the facts, with the instant or number that matters
 */
record StatusItem(State state, String subject, String says) {
  enum State {
    OK,
    /** To be done by a date in the future. */
    DUE,
    /** Should have been done. */
    OVERDUE,
    /** A rule is broken now. */
    VIOLATED
  }

  boolean isFinding() {
    return state == State.OVERDUE || state == State.VIOLATED;
  }
}
