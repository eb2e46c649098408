package io.platelake.app.job.option;

import io.platelake.core.Ids;
import picocli.CommandLine.Option;

/** {@code --agency} of the commands that serve one agency. */
public final class AgencyOption {
  private static final String NAME = "--agency";

  @Option(names = NAME, required = true, paramLabel = "ID", description = "Id of the agency.")
  private String id;

  /** The id; {@link io.platelake.core.BadInput} if it is none. */
  public String id() {
    return Ids.check(NAME, id);
  }
}
