package io.platelake.house;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A task of a night, as {@code dags/platelake_specs} declares it.
 *
 * @param id its name in the runbook
 * @param command class of the command that it runs
 * @param reportsFindings whether it declares a sentence for exit 4
 */
record NightTask(String id, String command, boolean reportsFindings) {
  private static final Pattern ID = Pattern.compile("task_id=\"(\\w+)\"");
  private static final Pattern WORDS = Pattern.compile("command=\\(([^)]*)\\)");
  private static final Pattern WORD = Pattern.compile("\"([a-z]+)\"");

  /** The tasks of a specification, in its order. A task without a command is named like its own. */
  static List<NightTask> of(String specification) {
    return Stream.of(specification.split("TaskSpec\\("))
        .filter(text -> ID.matcher(text).find())
        .map(NightTask::task)
        .toList();
  }

  private static NightTask task(String text) {
    String id = ID.matcher(text).results().findFirst().orElseThrow().group(1);
    List<String> words =
        WORDS
            .matcher(text)
            .results()
            .flatMap(m -> WORD.matcher(m.group(1).split("FromTask")[0]).results())
            .map(m -> m.group(1))
            .toList();
    boolean none =
        text.contains("on_finding=\"Unexpected finding") || text.contains("=_NONE_EXPECTED");
    return new NightTask(id, className(words.isEmpty() ? List.of(id) : words), !none);
  }

  /** {@code purge, plan} is the class {@code PurgePlanCommand}. */
  private static String className(List<String> words) {
    return words.stream()
        .map(w -> Character.toUpperCase(w.charAt(0)) + w.substring(1))
        .collect(Collectors.joining("", "", "Command"));
  }
}
