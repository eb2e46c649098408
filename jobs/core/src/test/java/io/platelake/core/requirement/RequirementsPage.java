package io.platelake.core.requirement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code schemas/REQUIREMENTS.md}: the entries as tables. */
final class RequirementsPage {
  private final List<Requirement> requirements;
  private final Proofs proofs;
  private final StringBuilder md = new StringBuilder();

  private RequirementsPage(List<Requirement> requirements, Proofs proofs) {
    this.requirements = requirements;
    this.proofs = proofs;
  }

  static String of(List<Requirement> requirements, Proofs proofs) {
    RequirementsPage page = new RequirementsPage(requirements, proofs);
    page.summary();
    for (Document document : Document.values()) {
      page.table(document);
    }
    return page.md.toString();
  }

  private void summary() {
    md.append("# What the policies ask, and how far it is met\n\n");
    md.append("Generated from `schemas/requirements.yaml` by `make schemas`; do not edit. ");
    md.append(
        "Clauses are in our words. A test fails when a clause is missing, when one is called");
    md.append(" met without a test that is run, or when this page is stale.\n\n");
    row("met", "means");
    row("---", "---");
    for (Met met : Met.values()) {
      row(met.label(), met.meaning());
    }
    md.append('\n');
    List<String> heads = new ArrayList<>(List.of("document", "clauses"));
    Arrays.stream(Met.values()).map(Met::label).forEach(heads::add);
    row(heads);
    row(heads.stream().map(h -> h.equals("document") ? "---" : "--:").toList());
    for (Document document : Document.values()) {
      counts(document.title(), of(document));
    }
    counts("all", requirements);
  }

  private void counts(String title, List<Requirement> some) {
    List<String> cells = new ArrayList<>(List.of(title, Integer.toString(some.size())));
    for (Met met : Met.values()) {
      cells.add(Long.toString(some.stream().filter(r -> r.met() == met).count()));
    }
    row(cells);
  }

  private void table(Document document) {
    md.append("\n## ").append(document.title()).append("\n\n");
    row("id", "section", "what it asks", "met", "how, or what is missing", "tests");
    row("---", "---", "---", "---", "---", "---");
    for (Requirement r : of(document)) {
      row(r.id(), r.section(), r.clause(), r.met().label(), how(r), tests(r));
    }
  }

  private List<Requirement> of(Document document) {
    return requirements.stream().filter(r -> r.document().equals(document.title())).toList();
  }

  private static String how(Requirement r) {
    List<String> lines = new ArrayList<>();
    if (r.needs() != null) {
      lines.add("Missing: " + r.needs() + ".");
    }
    if (r.how() != null) {
      lines.add(r.needs() == null ? r.how() : "There is: " + r.how());
    }
    if (!r.where().isEmpty()) {
      lines.add(r.where().stream().map(w -> link(last(w, 2), w)).collect(Collectors.joining(", ")));
    }
    return String.join("<br>", lines);
  }

  private String tests(Requirement r) {
    List<String> links = new ArrayList<>();
    r.tests().forEach(t -> links.add(link(shortName(t), proofs.file(t))));
    r.longTests().forEach(t -> links.add(link(shortName(t), proofs.file(t)) + " (long)"));
    return String.join("<br>", links);
  }

  /** Without the package or folder. */
  private static String shortName(String test) {
    return test.contains("::") ? last(test, 1) : test.substring(test.lastIndexOf('.') + 1);
  }

  private static String last(String path, int names) {
    String[] all = path.split("/");
    return String.join(
        "/", Arrays.asList(all).subList(Math.max(0, all.length - names), all.length));
  }

  private static String link(String text, String path) {
    return "[" + text + "](../" + path + ")";
  }

  private void row(String... cells) {
    row(List.of(cells));
  }

  private void row(List<String> cells) {
    md.append(
        cells.stream()
            .map(c -> c.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}
