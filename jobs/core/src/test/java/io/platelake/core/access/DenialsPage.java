package io.platelake.core.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code schemas/DENIALS.md}: every reason against an access, and the clause of each policy. */
public final class DenialsPage {
  /** Policies by the heading of their column. */
  static final Map<String, String> POLICIES = new LinkedHashMap<>();

  static {
    POLICIES.put("WA", "wa-city");
    POLICIES.put("WM", "ca-westmorland-462");
    POLICIES.put("AG", "ca-ag-429");
    POLICIES.put("KY", "ky-model");
    POLICIES.put("PG", "guidelines");
  }

  private DenialsPage() {}

  /** Each cell is the decision of a case. */
  public static String page() {
    StringBuilder md = new StringBuilder();
    md.append("# Why somebody may not look\n\n");
    md.append("`make schemas` generates this page; do not edit it.\n\n");
    md.append("For each cell a test takes one thing away from a person who may look.\n");
    md.append(
        "The cell names the clause that the denial cites. A dash says that the policy does not\n");
    md.append(
        "ask for it; `default` says that the platform does, and the policy file says why.\n\n");
    md.append("| reason | fact | ")
        .append(String.join(" | ", POLICIES.keySet()))
        .append(" |\n| --- | --- |");
    md.append(" --- |".repeat(POLICIES.size())).append('\n');
    for (DenialReason reason : DenialReason.values()) {
      md.append("| `").append(reason.label()).append("` | ").append(reason.why());
      for (String policy : POLICIES.values()) {
        md.append(" | ").append(cell(policy, reason));
      }
      md.append(" |\n");
    }
    md.append("\n`platelake access explain` shows the decision for one person and request.\n");
    return md.toString();
  }

  static String cell(String policy, DenialReason reason) {
    List<Denial> denials =
        DenialCases.decide(policy, reason).denials().stream()
            .filter(d -> d.reason() == reason)
            .toList();
    return denials.isEmpty()
        ? "–"
        : denials.stream()
            .map(d -> d.authority().section().orElse("default"))
            .distinct()
            .collect(Collectors.joining("; "));
  }
}
