package io.platelake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.job.CommandPromises;
import io.platelake.app.job.Platelake;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Every command explains itself, and each of its options. */
class HelpTest {

  static Stream<String> commands() {
    List<String> names = new ArrayList<>();
    collect(commandLine(), "", names);
    return names.stream();
  }

  @ParameterizedTest(name = "platelake {0}")
  @MethodSource("commands")
  void shouldExplainEveryCommand(String command) {
    CommandLine line = commandLine();
    StringWriter out = new StringWriter();
    line.setOut(new PrintWriter(out, true));
    List<String> args =
        new ArrayList<>(command.isEmpty() ? List.of() : Arrays.asList(command.split(" ")));
    args.add("--help");
    assertEquals(0, line.execute(args.toArray(String[]::new)), "exit code");
    String shown = flat(out.toString());
    CommandSpec spec = line.getCommandSpec();
    for (String name : args.subList(0, args.size() - 1)) {
      spec = spec.subcommands().get(name).getCommandSpec();
    }
    assertMentions(shown, "the command", spec.usageMessage().description());
    for (ArgSpec argument : spec.args()) {
      assertMentions(shown, argument.toString(), argument.description());
    }
    CommandPromises.ends(spec)
        .forEach(
            (outcome, when) ->
                assertMentions(
                    shown, "exit code", new String[] {outcome.exitCode() + "   " + when}));
    assertTrue(
        out.toString().lines().anyMatch(("  " + CommandPromises.example(spec))::equals),
        "the example in one line, to be copied");
    for (CommandLine sub : spec.subcommands().values()) {
      assertMentions(
          shown, sub.getCommandName(), sub.getCommandSpec().usageMessage().description());
    }
  }

  @ParameterizedTest(name = "platelake {0}")
  @MethodSource("commands")
  void shouldGiveAnExampleThatTheCommandUnderstands(String command) {
    CommandSpec spec = commandLine().getCommandSpec();
    for (String name : command.isEmpty() ? List.<String>of() : List.of(command.split(" "))) {
      spec = spec.subcommands().get(name).getCommandSpec();
    }
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(CommandPromises.example(spec));
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    CommandLine.ParseResult parsed =
        commandLine().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    List<String> called = new ArrayList<>();
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
      called.add(parsed.commandSpec().name());
    }
    assertTrue(String.join(" ", called).startsWith(command), () -> called + " of " + command);
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

  private static void assertMentions(String shown, String of, String[] description) {
    assertTrue(description.length > 0, "no description: " + of);
    for (String text : description) {
      assertFalse(text.isBlank(), "no description: " + of);
      assertTrue(shown.contains(flat(text)), () -> "not shown: " + text + "\nin: " + shown);
    }
  }

  /** Help is wrapped to the width of a terminal, within long words too. */
  private static String flat(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static CommandLine commandLine() {
    return Commands.of(
        new Platelake(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)));
  }

  private static void collect(CommandLine line, String name, List<String> names) {
    names.add(name);
    line.getSubcommands()
        .forEach((n, sub) -> collect(sub, name.isEmpty() ? n : name + " " + n, names));
  }
}
