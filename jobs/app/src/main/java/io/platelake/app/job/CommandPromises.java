package io.platelake.app.job;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Reads the {@link CommandContract} of commands. */
public final class CommandPromises {
  private CommandPromises() {}

  /** The contract of a command; {@link IllegalStateException} if it declares none. */
  public static CommandContract of(CommandSpec spec) {
    CommandContract contract = spec.userObject().getClass().getAnnotation(CommandContract.class);
    if (contract == null) {
      throw new IllegalStateException(spec.qualifiedName() + " has no @CommandContract");
    }
    return contract;
  }

  /** When a command ends how, in the order of the exit codes. A group only explains itself. */
  public static Map<RunOutcome, String> ends(CommandSpec spec) {
    Map<RunOutcome, String> ends = new LinkedHashMap<>();
    if (!spec.subcommands().isEmpty()) {
      ends.put(RunOutcome.DONE, "it showed this help");
      ends.put(RunOutcome.USAGE, "no command was named, or one that it does not have");
      return ends;
    }
    CommandContract contract = of(spec);
    ends.put(RunOutcome.DONE, "done");
    ends.put(RunOutcome.FAILED, contract.failed());
    ends.put(RunOutcome.USAGE, "wrong usage, or input that cannot be used");
    ends.put(
        RunOutcome.REFUSED,
        contract.refused().isEmpty() && contract.needs().length > 0
            ? "the register of users does not let the principal do it"
            : contract.refused());
    ends.put(RunOutcome.FINDING, contract.finding());
    ends.values().removeIf(String::isEmpty);
    return ends;
  }

  /** A command line that works; of a group, the example of its first command. */
  public static String example(CommandSpec spec) {
    if (spec.subcommands().isEmpty()) {
      return spec.root().name() + " " + of(spec).example();
    }
    return example(spec.subcommands().values().iterator().next().getCommandSpec());
  }

  /** Adds exit codes and example to the help of a command and all below it. */
  public static void explain(CommandSpec spec) {
    Map<String, String> codes = new LinkedHashMap<>();
    ends(spec).forEach((outcome, when) -> codes.put(" " + outcome.exitCode(), when));
    spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
    spec.usageMessage().footerHeading("%nExample:%n");
    // A line broken in an instant could not be copied, so no width is held.
    String line = String.format("  %s%n", example(spec));
    Map<String, IHelpSectionRenderer> sections = new HashMap<>(spec.usageMessage().sectionMap());
    sections.put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> line);
    spec.usageMessage().sectionMap(sections);
    spec.subcommands().values().forEach(sub -> explain(sub.getCommandSpec()));
  }
}
