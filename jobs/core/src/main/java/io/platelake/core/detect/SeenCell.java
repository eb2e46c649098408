package io.platelake.core.detect;

import java.util.Objects;

/**
 * What a log shows of one field. Rates count what can be seen; a hidden cell is neither present nor
 * missing.
 *
 * @param state what can be seen
 * @param text the value or placeholder as it was typed; empty otherwise
 */
public record SeenCell(State state, String text) {
  /** A cell that is there and holds nothing. */
  public static final SeenCell EMPTY = new SeenCell(State.EMPTY, "");

  /** A cell that was masked or withheld, or a column that was not exported. */
  public static final SeenCell HIDDEN = new SeenCell(State.HIDDEN, "");

  /** What can be seen of a cell. */
  public enum State {
    VALUE,
    PLACEHOLDER,
    EMPTY,
    HIDDEN
  }

  public SeenCell {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(text, "text");
  }

  /** A value; a blank one is empty. */
  public static SeenCell of(String text) {
    return text == null || text.isBlank() ? EMPTY : new SeenCell(State.VALUE, text.strip());
  }

  /** A word that stands for nothing, such as {@code n/a}. */
  public static SeenCell placeholder(String text) {
    return new SeenCell(State.PLACEHOLDER, text);
  }

  public boolean isValue() {
    return state == State.VALUE;
  }

  public boolean isHidden() {
    return state == State.HIDDEN;
  }

  /** Whether somebody can see that nothing is stated. */
  public boolean isBlank() {
    return state == State.EMPTY || state == State.PLACEHOLDER;
  }
}
