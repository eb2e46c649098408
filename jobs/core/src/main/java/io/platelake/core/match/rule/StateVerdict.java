package io.platelake.core.match.rule;

import java.util.Locale;

/** Whether a read and an entry name the same issuing state. Unknown never becomes same. */
public enum StateVerdict {
  SAME,
  DIFFERENT,
  UNKNOWN;

  /**
   * Compares two two-letter codes in any case. A side that is null or anything but two ASCII
   * letters is unknown, and so is then the verdict.
   */
  public static StateVerdict judge(String readState, String entryState) {
    if (!isCode(readState) || !isCode(entryState)) {
      return UNKNOWN;
    }
    return readState.toUpperCase(Locale.ROOT).equals(entryState.toUpperCase(Locale.ROOT))
        ? SAME
        : DIFFERENT;
  }

  private static boolean isCode(String state) {
    return state != null
        && state.length() == 2
        && isLetter(state.charAt(0))
        && isLetter(state.charAt(1));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
