package io.platelake.app.cli;

import picocli.CommandLine;

/**
 * Commands of another jar on the class path, found by {@link java.util.ServiceLoader}: the made-up
 * city brings its own, and a production install leaves that jar out.
 */
public interface ExtraCommands {
  /** Adds the commands to the command line, in the order of {@code --help}. */
  void addTo(CommandLine line);
}
