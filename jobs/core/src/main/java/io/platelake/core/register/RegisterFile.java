package io.platelake.core.register;

import io.platelake.core.BadInput;
import io.platelake.core.Mistakes;
import io.platelake.core.text.CsvRows;
import io.platelake.core.yaml.InvalidRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a file of a register. One mistake refuses the whole file, and every mistake is named with
 * its place. No message quotes a value.
 */
public final class RegisterFile {
  /** Column of a file of changes: {@code put} or {@code end}. */
  static final String CHANGE = "change";

  private final RegisterContract contract;
  private final String what;
  private final Mistakes mistakes = new Mistakes();
  private final List<RegisterRow> rows = new ArrayList<>();
  private final Map<String, List<RegisterRow>> byKey = new HashMap<>();
  private final Set<String> unknown = new TreeSet<>();
  private final Map<String, String> columns = new HashMap<>();
  private boolean isChanges;

  RegisterFile(RegisterContract contract, String file) {
    this.contract = contract;
    this.what = "Register file " + file;
    for (RegisterField field : contract.fields().values()) {
      columns.put(field.name(), field.name());
      field.alsoCalled().forEach(other -> columns.put(other, field.name()));
    }
  }

  /**
   * A CSV file with a header. Columns that the contract leaves out are not kept.
   *
   * @throws BadInput naming every mistake
   */
  public static List<RegisterRow> csv(RegisterContract contract, String text, String file) {
    return csv(contract, text, file, false);
  }

  /** A CSV file of changes, whose column {@code change} may say {@code end}. */
  public static List<RegisterRow> csvOfChanges(
      RegisterContract contract, String text, String file) {
    return csv(contract, text, file, true);
  }

  private static List<RegisterRow> csv(
      RegisterContract contract, String text, String file, boolean isChanges) {
    RegisterFile reading = new RegisterFile(contract, file);
    reading.isChanges = isChanges;
    reading.mistakes.read(
        () -> {
          CsvRows.read(text, reading.what, List.of(), reading::row);
          return true;
        },
        false);
    return reading.finish();
  }

  /** Every row, once no mistake is left. */
  List<RegisterRow> finish() {
    for (String column : unknown) {
      mistakes.add(
          new BadInput(
              what + ", header",
              "column " + column + " is unknown, and a register keeps no more than it names",
              "Take the column out; known are " + contract.fields().keySet() + "."));
    }
    mistakes.refuse();
    return rows;
  }

  /** Takes the cells of one row over, by column in lower case. */
  void row(Map<String, String> cells, String place) {
    Map<String, String> given = new LinkedHashMap<>();
    boolean ends = false;
    int before = mistakes.count();
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      String column = cell.getKey();
      if (columns.containsKey(column)) {
        if (cell.getValue() != null && given.put(columns.get(column), cell.getValue()) != null) {
          mistakes.add(
              bad(place, columns.get(column) + " has two columns", "Keep one of the two."));
        }
      } else if (isChanges && column.equals(CHANGE)) {
        ends = ends(cell.getValue(), place);
      } else if (!isValidity(column) && !contract.leftOut().contains(column)) {
        unknown.add(column);
      }
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (RegisterField field : contract.fields().values()) {
      String cell = given.get(field.name());
      boolean needed = ends ? contract.key().contains(field.name()) : field.required();
      if (cell == null && needed) {
        mistakes.add(bad(place, field.name() + " is missing", "Give it a value."));
      } else if (cell != null) {
        read(place, () -> values.put(field.name(), field.value(cell)));
      }
    }
    RegisterContract.Validity validity = contract.validity();
    Optional<Instant> from = instant(cells, given, validity.from(), place);
    Optional<Instant> to = instant(cells, given, validity.to(), place);
    if (to.isEmpty() && validity.endRequired() && !ends) {
      mistakes.add(bad(place, validity.to() + " is missing", "Give the instant of the end."));
    }
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      mistakes.add(bad(place, validity.to() + " is not after " + validity.from(), "Correct one."));
    }
    if (mistakes.count() == before) {
      add(new RegisterRow(contract.keyOf(values), from, to, values, ends, place));
    }
  }

  private boolean isValidity(String column) {
    return column.equals(contract.validity().from()) || column.equals(contract.validity().to());
  }

  private void add(RegisterRow row) {
    List<RegisterRow> same = byKey.computeIfAbsent(row.key(), k -> new ArrayList<>(1));
    for (RegisterRow other : same) {
      if (overlaps(row, other)) {
        mistakes.add(
            bad(
                row.place(),
                String.join(", ", contract.key()) + " repeats an earlier row of the same time",
                "Keep one of the two, or give each its time."));
        return;
      }
    }
    same.add(row);
    rows.add(row);
  }

  private static boolean overlaps(RegisterRow a, RegisterRow b) {
    if (a.ends() || b.ends()) {
      return a.ends() == b.ends();
    }
    return a.from().orElse(Instant.MIN).isBefore(b.to().orElse(Instant.MAX))
        && b.from().orElse(Instant.MIN).isBefore(a.to().orElse(Instant.MAX));
  }

  private boolean ends(String word, String place) {
    if (word == null || word.equals("put")) {
      return false;
    }
    if (!word.equals("end")) {
      mistakes.add(bad(place, CHANGE + " is unknown", "Write put or end."));
    }
    return true;
  }

  private Optional<Instant> instant(
      Map<String, String> cells, Map<String, String> given, String column, String place) {
    String cell = given.getOrDefault(column, cells.get(column));
    if (cell == null) {
      return Optional.empty();
    }
    Instant[] read = new Instant[1];
    // A field that is the validity too has been judged already.
    if (contract.fields().containsKey(column)) {
      try {
        return Optional.of(FieldType.instant(column, cell));
      } catch (InvalidRule judged) {
        return Optional.empty();
      }
    }
    read(place, () -> read[0] = FieldType.instant(column, cell));
    return Optional.ofNullable(read[0]);
  }

  private void read(String place, Runnable reading) {
    try {
      reading.run();
    } catch (InvalidRule e) {
      mistakes.add(new BadInput(place, e.path() + " " + e.why(), e.remedy() + "."));
    }
  }

  private static BadInput bad(String place, String why, String remedy) {
    return new BadInput(place, why, remedy);
  }
}
