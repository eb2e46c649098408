package io.platelake.core.hotlist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes {@code schemas/HOTLISTS.md}; {@code make schemas} runs it. It stands among the tests
 * because it tells what their samples prove, and ships nowhere.
 */
final class HotlistFiles {
  private HotlistFiles() {}

  /** Takes the {@code schemas} folder as its one argument. */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0], "HOTLISTS.md"), HotlistsPage.of(Sample.all()));
  }
}
