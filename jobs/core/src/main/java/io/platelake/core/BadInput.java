package io.platelake.core;

/**
 * Input that cannot be used as it stands: a missing file, a malformed document, an unknown name.
 *
 * <p>The message states what could not be used, why (with the place: file, line, field), and the
 * remedy. It never holds a plate. The command line ends with exit code 2 and nothing is written.
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInput(String what, String why, String remedy) {
    super(what + ": " + why + ". " + remedy);
  }
}
