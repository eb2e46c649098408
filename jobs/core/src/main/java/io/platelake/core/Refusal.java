package io.platelake.core;

/**
 * A policy or a guard said no: trying again cannot help, only a change of what is asked can.
 *
 * <p>The message states what was refused, why, and the remedy, in that order. It names places
 * (file, line, field, id) and never a plate. The command line ends with exit code 3.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Refusal(String what, String why, String remedy) {
    super(what + ": " + why + ". " + remedy);
  }

  private Refusal(String message) {
    super(message);
  }

  /** The same refusal with one more sentence, such as what holds instead. */
  public Refusal and(String sentence) {
    return new Refusal(getMessage() + " " + sentence);
  }
}
