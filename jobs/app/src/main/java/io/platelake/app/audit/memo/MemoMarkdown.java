package io.platelake.app.audit.memo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A memo as Markdown. */
final class MemoMarkdown {
  private MemoMarkdown() {}

  static byte[] bytes(Memo memo) {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(text(memo.subject())).append("\n\n");
    row(out, List.of("To", memo.to()));
    row(out, List.of("---", "---"));
    row(out, List.of("From", text(memo.from())));
    row(out, List.of("Date", memo.asOf().toString()));
    row(out, List.of("Agency", text(memo.agency())));
    row(out, List.of("Period", memo.windowFrom() + " up to, and without, " + memo.windowTo()));
    row(out, List.of("Policy", text(memo.policyTitle()) + ", version " + memo.policyVersion()));
    row(out, List.of("Asked for by", text(memo.authority())));
    for (MemoSection section : memo.sections()) {
      out.append("\n## ").append(text(section.title())).append("\n\n");
      out.append(text(section.text())).append("\n");
      if (!section.figures().isEmpty()) {
        out.append('\n');
        row(out, List.of("figure", "value", "source"));
        row(out, List.of("---", "--:", "---"));
        section
            .figures()
            .forEach(f -> row(out, List.of(text(f.label()), text(f.value()), text(f.source()))));
      }
      section.tables().forEach(table -> table(out, table));
    }
    out.append("\n## Signatures\n\n");
    out.append("Auditor: ______________________ Date: ____________\n\n");
    out.append("Reviewer: ______________________ Date: ____________\n");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void table(StringBuilder out, MemoTable table) {
    out.append("\n").append(text(table.caption()));
    out.append(" (source: ").append(text(table.source())).append(")\n\n");
    row(out, table.columns());
    row(out, table.columns().stream().map(c -> "---").toList());
    table.rows().forEach(cells -> row(out, cells.stream().map(MemoMarkdown::text).toList()));
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** Nothing in it is markup. */
  private static String text(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("*", "\\*")
        .replace("`", "\\`")
        .replace("[", "\\[")
        .replaceAll("\\R", " ");
  }
}
