package io.platelake.app.job.option;

import io.platelake.core.BadInput;
import io.platelake.lake.table.Window;
import java.time.Instant;

/** Windows given on the command line as {@code FROM/TO}. */
public final class Windows {
  private Windows() {}

  /** The window; {@link BadInput} naming the option if it is none. */
  public static Window parse(String option, String text) {
    String[] ends = text.split("/", -1);
    if (ends.length != 2) {
      throw new BadInput(
          option,
          "not two instants with / between them",
          "Write it as 2026-06-01T00:00:00Z/2026-06-02T00:00:00Z.");
    }
    Instant from = GlobalOptions.instant(option, ends[0]);
    Instant to = GlobalOptions.instant(option, ends[1]);
    if (!from.isBefore(to)) {
      throw new BadInput(
          option, "it ends at or before it starts", "Put the earlier instant first.");
    }
    return new Window(from, to);
  }
}
