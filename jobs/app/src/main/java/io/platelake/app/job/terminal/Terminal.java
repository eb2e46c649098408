package io.platelake.app.job.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** The terminal that a command runs on, if it does. */
public final class Terminal {
  private static final int LEAST = 40;

  private Terminal() {}

  /** Columns of the terminal; nothing when standard input or output is none. */
  public static OptionalInt width() {
    if (System.console() == null || "dumb".equals(System.getenv("TERM"))) {
      return OptionalInt.empty();
    }
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String[] size =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
              .trim()
              .split(" ");
      int columns = size.length == 2 ? Integer.parseInt(size[1]) : 0;
      return columns < LEAST ? OptionalInt.empty() : OptionalInt.of(columns);
    } catch (IOException | NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
