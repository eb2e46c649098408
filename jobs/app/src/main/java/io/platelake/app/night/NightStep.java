package io.platelake.app.night;

import java.util.List;

/**
 * One command of a night.
 *
 * @param name as people read it, such as {@code land north}; once a night
 * @param command name and arguments, without the options of every command
 * @param leftCount count of its run record that says how much is left to do another time; empty for
 *     a step that does all or nothing
 */
record NightStep(String name, List<String> command, String leftCount) {
  NightStep {
    command = List.copyOf(command);
  }

  static NightStep of(String name, String... command) {
    return new NightStep(name, List.of(command), "");
  }

  /** The same, for a step that can leave some of its work. */
  NightStep leaving(String count) {
    return new NightStep(name, command, count);
  }
}
