package io.platelake.app.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command explains itself, and each of its options. */
class HelpTest {

  static Stream<String> commands() {
    List<String> names = new ArrayList<>();
    collect(ShownHelp.commandLine(), "", names);
    return names.stream();
  }

  @ParameterizedTest(name = "platelake {0}")
  @MethodSource("commands")
  void shouldExplainEveryCommand(String command) {
    ShownHelp.assertExplains(command);
  }

  @ParameterizedTest(name = "platelake {0}")
  @MethodSource("commands")
  void shouldGiveAnExampleThatTheCommandUnderstands(String command) {
    ShownHelp.assertExampleCalls(command);
  }

  @Test
  void shouldListTheCommandsOfTheReadme() {
    List<String> names = commands().toList();
    for (String expected :
        List.of(
            "init",
            "policy validate",
            "policy explain",
            "policy diff",
            "policy impact",
            "policy adopt",
            "policy review",
            "feed check",
            "cameras check",
            "cameras load",
            "zones load",
            "zones check",
            "land",
            "quarantine list",
            "quarantine show",
            "quarantine release",
            "compact",
            "care",
            "hotlist check",
            "hotlist load",
            "hotlist status",
            "match",
            "passes",
            "outcomes check",
            "outcomes load",
            "outcomes rates",
            "hits list",
            "hits suppress",
            "hits unsuppress",
            "hits suppressed",
            "hits notice",
            "facts",
            "hold check",
            "hold open",
            "hold close",
            "hold list",
            "purge plan",
            "purge approve",
            "purge run",
            "purge verify",
            "purge check",
            "extract request",
            "extract approve",
            "extract run",
            "extract list",
            "report annual",
            "status")) {
      assertTrue(names.contains(expected), expected);
    }
  }

  private static void collect(CommandLine line, String name, List<String> names) {
    names.add(name);
    line.getSubcommands()
        .forEach((n, sub) -> collect(sub, name.isEmpty() ? n : name + " " + n, names));
  }
}
