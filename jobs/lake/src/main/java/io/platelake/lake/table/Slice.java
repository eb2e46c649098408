package io.platelake.lake.table;

import io.platelake.lake.contract.Column;
import io.platelake.lake.contract.Sensitivity;
import io.platelake.lake.contract.TableContract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which rows of a table a commit replaces or deletes, as a conjunction of literals.
 *
 * <p>Delta writes the text of such a predicate into the transaction log for good, so a slice can
 * only be cut by columns that give nothing away: a plate in a predicate would outlive the purge of
 * the plate. Ids are limited to letters, digits and {@code . _ : -}.
 */
public final class Slice {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private record Term(String column, String sql) {}

  private final List<Term> terms;

  private Slice(List<Term> terms) {
    this.terms = List.copyOf(terms);
  }

  /** The slice that is the whole table; narrow it before use. */
  public static Slice all() {
    return new Slice(List.of());
  }

  /** Rows of any of these slices. */
  public static Slice anyOf(List<Slice> slices) {
    List<Term> terms = slices.stream().flatMap(s -> s.terms.stream()).toList();
    String sql =
        slices.stream()
            .map(
                s -> s.terms.stream().map(Term::sql).collect(Collectors.joining(" AND ", "(", ")")))
            .collect(Collectors.joining(" OR ", "(", ")"));
    // One term carries the whole text; the others only name their columns for the check.
    List<Term> columns = new ArrayList<>();
    columns.add(new Term(terms.get(0).column(), sql));
    terms.forEach(t -> columns.add(new Term(t.column(), "")));
    return new Slice(columns);
  }

  /** Of these rows those that are also in another slice. */
  public Slice and(Slice other) {
    List<Term> both = new ArrayList<>(terms);
    both.addAll(other.terms);
    return new Slice(both);
  }

  /** Rows whose id column has this value. */
  public Slice where(String column, String id) {
    return and(column, column + " = '" + checked(column, id) + "'");
  }

  /** Rows whose id column has one of these values. */
  public Slice whereIn(String column, List<String> ids) {
    return and(
        column,
        ids.stream()
            .map(id -> "'" + checked(column, id) + "'")
            .collect(Collectors.joining(", ", column + " IN (", ")")));
  }

  /** Rows of one UTC date. */
  public Slice where(String column, LocalDate date) {
    return and(column, column + " = DATE'" + date + "'");
  }

  /** Rows of any of these UTC dates. */
  public Slice whereDates(String column, List<LocalDate> dates) {
    return and(
        column,
        dates.stream()
            .map(d -> "DATE'" + d + "'")
            .collect(Collectors.joining(", ", column + " IN (", ")")));
  }

  /** Rows of the UTC dates of a window, and within them the instants of the window. */
  public Slice where(String dateColumn, String instantColumn, Window window) {
    return and(
            dateColumn,
            dateColumn
                + " >= DATE'"
                + window.firstDate()
                + "' AND "
                + dateColumn
                + " <= DATE'"
                + window.lastDate()
                + "'")
        .and(
            instantColumn,
            instantColumn
                + " >= "
                + literal(window.from())
                + " AND "
                + instantColumn
                + " < "
                + literal(window.to()));
  }

  /**
   * The predicate, checked against the contract.
   *
   * @throws IllegalArgumentException if a column is missing or gives something away
   */
  public String sql(TableContract contract) {
    if (terms.isEmpty()) {
      throw new IllegalArgumentException(contract.table() + ": a slice needs at least one term");
    }
    for (Term term : terms) {
      Column column =
          contract.columns().stream()
              .filter(c -> c.name().equals(term.column()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          contract.table() + " has no column " + term.column()));
      if (column.sensitivity() != Sensitivity.NONE) {
        throw new IllegalArgumentException(
            contract.table() + "." + column.name() + " must not stand in a predicate");
      }
    }
    return terms.stream()
        .map(Term::sql)
        .filter(sql -> !sql.isEmpty())
        .collect(Collectors.joining(" AND "));
  }

  private Slice and(String column, String sql) {
    List<Term> more = new ArrayList<>(terms);
    more.add(new Term(column, sql));
    return new Slice(more);
  }

  private static String literal(Instant instant) {
    return "TIMESTAMP'" + instant + "'";
  }

  private static String checked(String column, String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not an id for column " + column);
    }
    return id;
  }
}
