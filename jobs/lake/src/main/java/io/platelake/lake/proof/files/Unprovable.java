package io.platelake.lake.proof.files;

/**
 * The verifier cannot reach a verdict: a table it does not fully understand, a log with a gap.
 *
 * <p>It is thrown instead of a guess, because a proof that skipped something proves nothing. The
 * message states what could not be read, why, and the remedy; it names files and features and never
 * a value.
 */
public final class Unprovable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unprovable(String what, String why, String remedy) {
    super(what + ": " + why + ". " + remedy);
  }

  public Unprovable(String what, String why, String remedy, Throwable cause) {
    super(what + ": " + why + ". " + remedy, cause);
  }
}
