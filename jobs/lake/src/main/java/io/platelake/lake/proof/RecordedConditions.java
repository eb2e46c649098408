package io.platelake.lake.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.lake.proof.files.StoredFile;
import io.platelake.lake.proof.log.LogActions;
import io.platelake.lake.proof.log.LogFiles;
import io.platelake.lake.proof.log.TableState;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The conditions commits record ({@code commitInfo.operationParameters}) may name allowed columns
 * only, because the values compared with them are recorded too.
 *
 * <p>Delta writes resolved columns as {@code name#12L}, unresolved ones as {@code 'name} and string
 * literals bare; a replaced range is the caller's own SQL. So: every marked name must be allowed,
 * every word that is a column of the table must be allowed, and a condition without any known
 * column is refused. A finding names a column of the table or none, since what looks like a name
 * may be a value.
 */
final class RecordedConditions {
  private static final Pattern MARKED =
      Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_.]*)#\\d+|'([\\p{L}_][\\p{L}\\p{N}_.]*)(?!['\\w.])");
  // One word in quotes, where a literal can stand: without blanks it cannot reach from the mark of
  // one unresolved column to that of the next.
  private static final Pattern LITERAL =
      Pattern.compile("(?<=[=<>(,\\s]|DATE|TIMESTAMP)'[A-Za-z0-9._:-]*'");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern TRIVIAL = Pattern.compile("[\\s\\[\\]\"()]*(true)?[\\s\\[\\]\"()]*");
  private static final Pattern CONDITION =
      Pattern.compile("predicate|condition|expr|constraint|where");

  private final Set<String> allowed;
  private final Set<String> columns;

  RecordedConditions(WorldRules rules, TableState table) {
    this.allowed = rules.predicateColumns();
    this.columns =
        table.columns().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    this.columns.addAll(rules.forbiddenStatistics());
  }

  Set<Finding> check(LogFiles log) throws IOException {
    Set<Finding> findings = new TreeSet<>();
    for (StoredFile file : log.commits.values()) {
      LogActions.forEachDocument(file, action -> commit(file, action, findings));
    }
    for (StoredFile file : log.documents) {
      LogActions.forEachDocument(file, action -> commit(file, action, findings));
    }
    return findings;
  }

  private void commit(StoredFile file, JsonNode action, Set<Finding> findings) {
    action
        .path("commitInfo")
        .path("operationParameters")
        .properties()
        .forEach(
            parameter -> {
              String name = parameter.getKey();
              if (CONDITION.matcher(name.toLowerCase(Locale.ROOT)).find()) {
                texts(parameter.getValue(), name, file, findings);
              }
            });
  }

  /** Conditions come as text, as JSON in text, or (of a merge) as objects with a condition each. */
  private void texts(JsonNode value, String parameter, StoredFile file, Set<Finding> findings) {
    if (value.isTextual()) {
      JsonNode inner = LogActions.embedded(value.asText());
      if (inner.isContainerNode()) {
        texts(inner, parameter, file, findings);
      } else {
        condition(value.asText(), parameter, file, findings);
      }
    } else if (value.isObject()) {
      // Of a merge clause "actionType" is a word of Delta's own.
      value
          .properties()
          .forEach(
              field -> {
                if (!field.getKey().equals("actionType")) {
                  texts(field.getValue(), parameter, file, findings);
                }
              });
    } else {
      value.forEach(item -> texts(item, parameter, file, findings));
    }
  }

  private void condition(String sql, String parameter, StoredFile file, Set<Finding> findings) {
    String text = LITERAL.matcher(sql).replaceAll("0");
    if (TRIVIAL.matcher(text).matches()) {
      return;
    }
    boolean known = false;
    Matcher marked = MARKED.matcher(text);
    while (marked.find()) {
      String name = marked.group(1) == null ? marked.group(2) : marked.group(1);
      known |= judge(name.toLowerCase(Locale.ROOT), true, parameter, file, findings);
    }
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      known |= judge(word.group().toLowerCase(Locale.ROOT), false, parameter, file, findings);
    }
    if (!known) {
      add(findings, file, parameter + " has no column that can be recognised");
    }
  }

  /** Whether the name is one this table or the rules know. */
  private boolean judge(
      String name, boolean marked, String parameter, StoredFile file, Set<Finding> findings) {
    if (allowed.contains(name)) {
      return true;
    }
    if (columns.contains(name)) {
      add(findings, file, parameter + " names column " + name);
      return true;
    }
    if (marked) {
      add(findings, file, parameter + " names something that is not an allowed column");
    }
    return marked;
  }

  private static void add(Set<Finding> findings, StoredFile file, String detail) {
    findings.add(new Finding(Finding.Kind.PREDICATE, file.path(), detail));
  }
}
