package io.platelake.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.platelake.app.cli.Commands;
import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Platelake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * Runbooks and night specifications name the exit codes that the compiled commands can end with.
 */
class RunbookTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..", "..");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([\\w, ]+) \\| ([^|]+) \\| [^|]+ \\|");
  private static final Pattern CODE = Pattern.compile("\\b[0-4]\\b");

  private static final JavaClasses HOUSE = House.CLASSES;

  @ParameterizedTest
  @ValueSource(strings = {"daily", "purge"})
  void shouldNameFindingsOfCommandsThatHaveThem(String night) throws IOException {
    Map<String, Set<String>> rows = rows(text("deploy/runbooks/" + night + ".md"));
    Set<String> found = new TreeSet<>();
    Set<String> documented = new TreeSet<>();
    Set<String> declared = new TreeSet<>();
    for (NightTask task : tasks(night)) {
      if (!contract(task).finding().isEmpty()) {
        found.add(task.id());
      }
      if (rows.getOrDefault(task.id(), Set.of()).contains("4")) {
        documented.add(task.id());
      }
      if (task.reportsFindings()) {
        declared.add(task.id());
      }
    }
    assertEquals(found, documented, "tasks with exit 4: in the code, and in the runbook");
    assertEquals(found, declared, "tasks with exit 4: in the code, and in the specification");
  }

  @ParameterizedTest
  @ValueSource(strings = {"daily", "purge"})
  void shouldNameRefusalsOfCommandsThatRefuse(String night) throws IOException {
    Map<String, Set<String>> rows = rows(text("deploy/runbooks/" + night + ".md"));
    for (NightTask task : tasks(night)) {
      if (rows.getOrDefault(task.id(), Set.of()).contains("3")) {
        assertTrue(
            !contract(task).refused().isEmpty(),
            () -> task.id() + " cannot end with 3: " + task.command() + " refuses nothing");
      }
    }
  }

  /** Commands that a person copies: each is one that the command line understands. */
  @ParameterizedTest
  @ValueSource(
      strings = {"deploy/runbooks/first-feed.md", "deploy/runbooks/first-hour.md", "README.md"})
  void shouldShowCommandsThatAreUnderstood(String page) throws IOException {
    List<String> commands =
        text(page)
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("bin/platelake "))
            .toList();
    assertTrue(commands.size() > 5, () -> page + ": " + commands);
    for (String command : commands) {
      String[] words = command.substring("bin/platelake ".length()).split(" +");
      CommandLine line = Commands.of(new Platelake(System.out));
      CommandLine.ParseResult parsed = line.parseArgs(words);
      assertTrue(parsed.hasSubcommand(), command);
      for (String word : words) {
        if (word.startsWith("deploy/") || word.startsWith("schemas/")) {
          assertTrue(Files.exists(ROOT.resolve(word)), () -> "there is no " + word);
        }
      }
    }
  }

  private static List<NightTask> tasks(String night) throws IOException {
    List<NightTask> tasks = NightTask.of(text("dags/platelake_specs/" + night + ".py"));
    assertTrue(tasks.size() > 3, () -> night + ": " + tasks);
    return tasks;
  }

  /** What the command of a task promises; {@code JobRunner} holds every run of a test to it. */
  private static CommandContract contract(NightTask task) {
    List<JavaClass> commands =
        HOUSE.stream().filter(c -> c.getSimpleName().equals(task.command())).toList();
    assertEquals(1, commands.size(), () -> "classes named " + task.command() + ": " + commands);
    return commands.get(0).getAnnotationOfType(CommandContract.class);
  }

  /** Exit codes by task, from the table of a runbook. */
  private static Map<String, Set<String>> rows(String runbook) {
    Map<String, Set<String>> codes = new TreeMap<>();
    ROW.matcher(runbook)
        .results()
        .forEach(
            row ->
                Stream.of(row.group(1).split(", "))
                    .forEach(
                        task ->
                            CODE.matcher(row.group(2))
                                .results()
                                .forEach(
                                    code ->
                                        codes
                                            .computeIfAbsent(task, t -> new TreeSet<>())
                                            .add(code.group()))));
    return codes;
  }

  private static String text(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }
}
