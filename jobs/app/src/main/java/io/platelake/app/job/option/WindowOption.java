package io.platelake.app.job.option;

import io.platelake.lake.table.Window;
import picocli.CommandLine.Option;

/** {@code --window} of the commands that work on the reads of a time of capture. */
public final class WindowOption {
  private static final String NAME = "--window";

  @Option(
      names = NAME,
      required = true,
      paramLabel = "FROM/TO",
      description = "Instants of capture, such as 2026-06-01T00:00:00Z/2026-06-02T00:00:00Z.")
  private String text;

  /** The window; {@code BadInput} if the text is none. */
  public Window window() {
    return Windows.parse(NAME, text);
  }
}
