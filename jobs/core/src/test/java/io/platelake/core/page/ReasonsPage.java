package io.platelake.core.page;

import io.platelake.core.land.LandingReason;
import io.platelake.core.record.Reason;
import java.util.Locale;
import java.util.Map;

/** {@code schemas/REASONS.md}: what happened to a record, and what to do about it. */
final class ReasonsPage {
  private final StringBuilder md = new StringBuilder();

  private ReasonsPage() {}

  static String page() {
    ReasonsPage page = new ReasonsPage();
    page.head();
    page.records();
    page.landing();
    page.table("Entries of hot lists", "`hotlist load` counts them in its run record.");
    ReasonMeanings.ENTRIES.forEach((code, advice) -> page.row(code.name(), "refused", advice));
    page.md.append('\n');
    page.table("Pictures", "`land` counts them in its run record. They never cost the read.");
    ReasonMeanings.PICTURES.forEach((code, advice) -> page.row(code.name(), "dropped", advice));
    return page.md.toString();
  }

  private void head() {
    md.append("# Reasons\n\n");
    text("`make schemas` generates this page; do not edit it.");
    text(
        "Every record of a raw file has one fate. A refused record is only counted. A quarantined"
            + " record is kept in `quarantine` for a while. Correct the feed file and land the same"
            + " files again: a better feed file may still read it.");
    text(
        "`feed check FILE RAW` shows the reasons of a file before it lands, with the field at"
            + " fault. `land` shows them after it.");
  }

  private void records() {
    table("Records", "The layout or the mapping could not read them.");
    for (Map.Entry<Reason, ReasonMeanings.Advice> e : ReasonMeanings.RECORDS.entrySet()) {
      row(
          e.getKey().name(),
          e.getKey().disposition().name().toLowerCase(Locale.ROOT),
          e.getValue());
    }
    md.append('\n');
  }

  private void landing() {
    table("Reads", "The policy, the registry of cameras or the calendar decides.");
    for (Map.Entry<LandingReason, ReasonMeanings.Advice> e : ReasonMeanings.LANDING.entrySet()) {
      row(e.getKey().name(), e.getKey().fate().name().toLowerCase(Locale.ROOT), e.getValue());
    }
    md.append('\n');
  }

  private void table(String title, String first) {
    md.append("## ").append(title).append("\n\n");
    text(first);
    md.append("| code | fate | what happened | what to do |\n| --- | --- | --- | --- |\n");
  }

  private void row(String code, String fate, ReasonMeanings.Advice advice) {
    md.append("| `" + code + "` | " + fate + " | " + advice.what() + " | " + advice.remedy());
    md.append(" |\n");
  }

  private void text(String paragraph) {
    md.append(paragraph).append("\n\n");
  }
}
