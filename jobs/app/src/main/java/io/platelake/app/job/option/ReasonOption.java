package io.platelake.app.job.option;

import picocli.CommandLine.Option;

/** {@code --reason} of the commands that record a decision. */
public final class ReasonOption {
  private static final String NAME = "--reason";

  @Option(
      names = NAME,
      required = true,
      paramLabel = "TEXT",
      description = "Why, or the reference of the decision; never a plate or a name.")
  private String text;

  /** The reason; {@link io.platelake.core.BadInput} if it is blank. */
  public String text() {
    return GivenText.check(NAME, text, "Say why.");
  }
}
