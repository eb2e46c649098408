package io.platelake.app.cli;

import picocli.CommandLine;

/** Every command, in the order of {@code --help}. */
final class Commands {
  private Commands() {}

  static CommandLine of(Platelake root) {
    CommandLine line = new CommandLine(root);
    line.addSubcommand(new io.platelake.app.init.InitCommand());
    line.addSubcommand(new io.platelake.app.hotlist.HotlistCommand());
    line.addSubcommand(new io.platelake.app.match.MatchCommand());
    return line;
  }
}
