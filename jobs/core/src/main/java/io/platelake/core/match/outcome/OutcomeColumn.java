package io.platelake.core.match.outcome;

import io.platelake.core.text.FileColumn;
import java.util.List;

/** A column of a file of outcomes. Other columns, such as an officer's name, are not read. */
public enum OutcomeColumn implements FileColumn {
  OUTCOME_ID(
      true, "id of the outcome: letters, digits and `. _ : -`; the same line may come again"),
  HIT_ID(true, "id of the hit, as `hits list` shows it; may be empty for a stop without an alert"),
  KIND(true, "what was done or found"),
  OCCURRED_AT(true, "when, such as `2026-01-31T10:00:00-08:00`"),
  CONFIRMED(false, "`yes` or `no`, where the kind judges the hit"),
  CAUSE(false, "why a hit was wrong, where it was"),
  ALERTED_AT(false, "when an officer saw the alert; the capture where it is empty");

  private final boolean required;
  private final String meaning;

  OutcomeColumn(boolean required, String meaning) {
    this.required = required;
    this.meaning = meaning;
  }

  @Override
  public boolean isRequired() {
    return required;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  /** Columns that the header must have. */
  public static List<String> required() {
    return FileColumn.required(values());
  }
}
