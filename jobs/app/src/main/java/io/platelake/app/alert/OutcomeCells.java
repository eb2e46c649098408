package io.platelake.app.alert;

import io.platelake.core.BadInput;
import io.platelake.core.match.outcome.AlertOutcome;
import io.platelake.core.match.outcome.FalseCause;
import io.platelake.core.match.outcome.OutcomeKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The cells of one line of an outcome file. */
final class OutcomeCells {
  /** Commit predicates contain ids. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private final Map<String, String> cells;
  private final String place;

  OutcomeCells(Map<String, String> cells, String place) {
    this.cells = cells;
    this.place = place;
  }

  /**
   * @throws BadInput naming the first wrong cell
   */
  AlertOutcome read(Instant asOf) {
    String id = required("outcome_id");
    if (!ID.matcher(id).matches()) {
      throw bad("outcome_id", "is not an id", "Use letters, digits and . _ : - only.");
    }
    OutcomeKind kind =
        OutcomeKind.of(required("kind"))
            .orElseThrow(
                () -> bad("kind", "is unknown", "Use one of " + OutcomeKind.labels() + "."));
    Long hit = hit();
    if (hit == null && kind.judges()) {
      throw bad("hit_id", "is missing", "A " + kind.label() + " is about a hit: give its id.");
    }
    Instant at = instant("occurred_at", required("occurred_at"), asOf);
    String alerted = cells.get("alerted_at");
    Instant alertAt = alerted == null ? null : instant("alerted_at", alerted, asOf);
    Boolean confirmed = kind.judges() ? confirmed(kind) : null;
    return new AlertOutcome(id, hit, kind, at, alertAt, confirmed, cause(confirmed));
  }

  private Long hit() {
    String text = cells.get("hit_id");
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      throw bad("hit_id", "is not a hit id", "Give the 64-bit number that the alert carried.");
    }
  }

  private Boolean confirmed(OutcomeKind kind) {
    String text = cells.get("confirmed");
    if (text == null && kind == OutcomeKind.WRONG) {
      return false;
    }
    if (text == null) {
      throw bad("confirmed", "is missing", "A " + kind.label() + " says yes or no.");
    }
    boolean yes = text.equalsIgnoreCase("yes");
    if (!yes && !text.equalsIgnoreCase("no")) {
      throw bad("confirmed", "is neither yes nor no", "Write yes or no.");
    }
    if (yes && kind == OutcomeKind.WRONG) {
      throw bad("confirmed", "is yes for what was wrong", "Use kind result, or write no.");
    }
    return yes;
  }

  private FalseCause cause(Boolean confirmed) {
    String text = cells.get("cause");
    boolean isWrong = confirmed != null && !confirmed;
    if (!isWrong && text != null) {
      throw bad("cause", "is given though nothing was wrong", "Leave it empty.");
    }
    if (!isWrong) {
      return null;
    }
    String names = "Use one of " + Arrays.toString(FalseCause.values()).toLowerCase(Locale.ROOT);
    if (text == null) {
      throw bad("cause", "is missing", names + ".");
    }
    return Arrays.stream(FalseCause.values())
        .filter(c -> c.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> bad("cause", "is unknown", names + "."));
  }

  private Instant instant(String name, String text, Instant asOf) {
    Instant at;
    try {
      // To what the table can hold, so that the same line stays the same.
      at = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeParseException e) {
      throw bad(name, "is not an instant with a zone", "Write it as 2026-01-31T10:00:00-08:00.");
    }
    if (at.isAfter(asOf)) {
      throw bad(name, "is after --as-of", "Check the zone, or --as-of.");
    }
    return at;
  }

  private String required(String name) {
    String text = cells.get(name);
    if (text == null) {
      throw bad(name, "is missing", "Give it a value; required are " + OutcomeCsv.COLUMNS + ".");
    }
    return text;
  }

  private BadInput bad(String field, String why, String remedy) {
    return new BadInput(place, field + " " + why, remedy);
  }
}
