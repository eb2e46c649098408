package io.platelake.app.cli;

import java.util.Set;
import picocli.CommandLine;

/**
 * Commands of another jar on the class path, found by {@link java.util.ServiceLoader}: the made-up
 * city brings its own, and a production install leaves that jar out.
 */
public interface ExtraCommands {
  /** Commands that an install without the made-up city does not have. */
  Set<String> LEFT_OUT = Set.of("demo", "generate");

  /** Adds the commands to the command line, in the order of {@code --help}. */
  void addTo(CommandLine line);
}
