package io.platelake.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with the words of a command line, in a sentence. No word is repeated but an option
 * that somebody misspelt, because any other word could be a plate.
 */
final class UsageMessage {
  /** Lower case with no digit: an option that somebody misspelt. */
  private static final Pattern OPTION = Pattern.compile("--?[a-z]+(-[a-z]+)*");

  private UsageMessage() {}

  /**
   * @param args all words behind {@code platelake}
   */
  static String of(ParameterException e, String... args) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched, args);
    }
    if (e instanceof MissingParameterException missing) {
      return missing(missing);
    }
    if (e instanceof OverwrittenOptionException twice) {
      return label(twice.getOverwritten()) + " is given more than once. Give it once.";
    }
    return e.getArgSpec() == null || e.getValue() == null
        ? e.getMessage()
        : label(e.getArgSpec()) + ": " + wrongValue(e);
  }

  private static String unmatched(UnmatchedArgumentException e, String... args) {
    CommandLine command = e.getCommandLine();
    String word = e.getUnmatched().get(0);
    if (ExtraCommands.LEFT_OUT.contains(word)) {
      return "this install has no made-up city, so no demo and no generate. Use a full build.";
    }
    if (!command.getSubcommands().isEmpty() && !word.startsWith("-")) {
      return "no such command.";
    }
    if (OPTION.matcher(word).matches()) {
      return "it has no option " + word + ".";
    }
    int at = Arrays.asList(args).indexOf(word) + 1;
    boolean takesNone = command.getCommandSpec().positionalParameters().isEmpty();
    return String.format(
        "word %d after platelake is %s. Remove it, or put the option before it whose value it is.",
        at, takesNone ? "no option, and the command takes only options" : "one too many");
  }

  /** Of options and arguments that are absent, or of an option without its value. */
  private static String missing(MissingParameterException e) {
    List<ArgSpec> missing = e.getMissing();
    boolean value =
        missing.size() == 1
            && missing.get(0) instanceof OptionSpec option
            && e.getCommandLine().getParseResult().hasMatchedOption(option);
    if (value || e.getMessage().contains("for option")) {
      return missing.stream().map(UsageMessage::label).collect(Collectors.joining(", "))
          + " has no value. Write it behind the option.";
    }
    return missing.stream().map(UsageMessage::usage).collect(Collectors.joining(" and "))
        + (missing.size() == 1 ? " is missing." : " are missing.");
  }

  private static String wrongValue(ParameterException e) {
    Class<?> type = e.getArgSpec().type();
    if (type.isEnum()) {
      String words =
          Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
      return "an unknown word. Use one of " + words + ".";
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "not a whole number. Write digits only.";
    }
    if (type == double.class || type == Double.class) {
      return "not a number. Write it as 0.5.";
    }
    String message = e.getMessage();
    return e.getValue().isEmpty() ? message : message.replace("'" + e.getValue() + "'", "it");
  }

  private static String label(ArgSpec arg) {
    return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
  }

  private static String usage(ArgSpec arg) {
    return arg instanceof OptionSpec option
        ? option.longestName() + "=" + option.paramLabel()
        : arg.paramLabel();
  }
}
