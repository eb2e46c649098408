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
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The help of a command of this class path, as {@code --help} shows it. */
public final class ShownHelp {
  private ShownHelp() {}

  /** Fails unless the help explains the command, its arguments, exit codes and example. */
  public static void assertExplains(String command) {
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

  /** Fails unless the command line understands the example as a call of the command. */
  public static void assertExampleCalls(String command) {
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

  /** The command line with the commands of all jars on the class path. */
  static CommandLine commandLine() {
    return Commands.of(
        new Platelake(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)));
  }
}
