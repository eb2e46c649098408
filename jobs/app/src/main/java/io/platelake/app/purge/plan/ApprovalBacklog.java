package io.platelake.app.purge.plan;

import io.platelake.core.purge.DueJudgement;
import io.platelake.core.purge.JudgedRows;
import io.platelake.core.purge.OwnedRows;
import io.platelake.core.purge.RowKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads that are past their minimum and need an approval to go, in words for a person. */
final class ApprovalBacklog {
  private final List<OwnedRows> dates = new ArrayList<>();
  private final Set<String> roles = new TreeSet<>();

  private ApprovalBacklog() {}

  /** One line for each owner and purpose. */
  static List<String> lines(List<JudgedRows> judged) {
    Map<String, ApprovalBacklog> waiting = new TreeMap<>();
    for (JudgedRows one : judged) {
      OwnedRows rows = one.owned();
      if (rows.kind() == RowKind.READS && one.judgement() instanceof DueJudgement.Waits waits) {
        waiting
            .computeIfAbsent(
                "reads of " + rows.agency() + ", " + rows.purpose(), k -> new ApprovalBacklog())
            .add(rows, waits);
      }
    }
    return waiting.entrySet().stream().map(e -> e.getValue().line(e.getKey())).toList();
  }

  private void add(OwnedRows rows, DueJudgement.Waits waits) {
    dates.add(rows);
    roles.addAll(waits.roles());
  }

  private String line(String what) {
    return what
        + ": "
        + dates.stream().mapToLong(OwnedRows::rows).sum()
        + " rows of "
        + dates.size()
        + " date(s) up to "
        + dates.get(dates.size() - 1).of().date()
        + " wait for approval by "
        + String.join(", ", roles);
  }
}
