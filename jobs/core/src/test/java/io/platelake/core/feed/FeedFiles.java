package io.platelake.core.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes {@code schemas/FEEDS.md}; {@code make schemas} runs it. It stands among the tests because
 * it tells what their samples prove, and ships nowhere.
 */
final class FeedFiles {
  private FeedFiles() {}

  /** Takes the {@code schemas} folder as its one argument. */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0], "FEEDS.md"), FeedsPage.of(Maker.all()));
  }
}
