package io.platelake.city.demo;

import io.platelake.app.cli.ExtraCommands;
import io.platelake.city.generate.GenerateCommand;
import picocli.CommandLine;

/** The commands of the made-up city. */
public final class CityCommands implements ExtraCommands {
  @Override
  public void addTo(CommandLine line) {
    line.addSubcommand(new DemoCommand());
    line.addSubcommand(new GenerateCommand());
  }
}
