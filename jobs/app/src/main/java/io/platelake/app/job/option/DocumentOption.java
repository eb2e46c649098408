package io.platelake.app.job.option;

import picocli.CommandLine.Option;

/** {@code --document} of the commands that record a decision made elsewhere. */
public final class DocumentOption {
  private static final String NAME = "--document";

  @Option(
      names = NAME,
      required = true,
      paramLabel = "REF",
      description = "Reference of the decision, such as a case or memo number; never a plate.")
  private String reference;

  /** The reference; {@link io.platelake.core.BadInput} if it is blank. */
  public String reference() {
    return GivenText.check(NAME, reference, "Name the decision behind it.");
  }
}
