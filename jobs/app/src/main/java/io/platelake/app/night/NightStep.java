package io.platelake.app.night;

import java.util.List;

/**
 * One command of a night.
 *
 * @param name as people read it, such as {@code land north}; once a night
 * @param command name and arguments, without the options of every command
 */
record NightStep(String name, List<String> command) {
  NightStep {
    command = List.copyOf(command);
  }

  static NightStep of(String name, String... command) {
    return new NightStep(name, List.of(command));
  }
}
