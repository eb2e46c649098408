package io.platelake.lake.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.lake.proof.files.StoredFile;
import io.platelake.lake.proof.log.LogActions;
import io.platelake.lake.proof.log.LogFiles;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Statistics of forbidden columns anywhere in a log. Searches {@code add} and {@code remove} of
 * commits, compacted commits and checkpoints (as text and as columns), and {@code allFiles} of
 * checksums.
 *
 * <p>Statistics that are not readable JSON count as a leak of an unknown column.
 */
final class LogLeaks {
  private final Set<String> forbidden;

  LogLeaks(Set<String> forbidden) {
    this.forbidden = forbidden;
  }

  Set<Finding> check(LogFiles log) throws IOException {
    Set<Finding> findings = new TreeSet<>();
    if (forbidden.isEmpty()) {
      return findings;
    }
    for (StoredFile file : log.commits.values()) {
      LogActions.forEachDocument(file, action -> action(action, reporter(file, findings)));
    }
    for (StoredFile file : log.documents) {
      LogActions.forEachDocument(file, action -> action(action, reporter(file, findings)));
    }
    for (StoredFile file : log.checkpoints) {
      LogActions.forEachRow(file, action -> action(action, reporter(file, findings)));
    }
    return findings;
  }

  private static Consumer<String> reporter(StoredFile file, Set<Finding> findings) {
    return detail -> findings.add(new Finding(Finding.Kind.LEAKED_STATS, file.path(), detail));
  }

  private void action(JsonNode action, Consumer<String> report) {
    file(action.path("add"), "add", report);
    file(action.path("remove"), "remove", report);
    for (JsonNode file : action.path("allFiles")) {
      file(file, "allFiles", report);
    }
  }

  private void file(JsonNode file, String where, Consumer<String> report) {
    if (file.hasNonNull("stats")) {
      JsonNode stats = LogActions.embedded(file.get("stats").asText());
      if (stats.isObject()) {
        columns(stats, where + ".stats", report);
      } else if (!file.get("stats").asText().isEmpty()) {
        report.accept(where + ".stats is not readable");
      }
    }
    columns(file.path("stats_parsed"), where + ".stats_parsed", report);
  }

  /** A forbidden name is a finding at any depth; what is nested in it needs no look. */
  private void columns(JsonNode node, String where, Consumer<String> report) {
    node.properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                return;
              }
              if (forbidden.contains(field.getKey().toLowerCase(Locale.ROOT))) {
                report.accept("column " + field.getKey() + " in " + where);
              } else {
                columns(field.getValue(), where + "." + field.getKey(), report);
              }
            });
  }
}
