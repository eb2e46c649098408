package io.platelake.lake.wall;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A plan would read what its session may not: it was stopped before it ran, and trying again cannot
 * help. The message names the table, the purpose served, the purposes in question and the remedy,
 * and no value of a row. The command line ends with exit code 3.
 */
public final class PurposeViolation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The value in the place of a purpose can be anything, so it is only repeated as a name. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,31}");

  private PurposeViolation(String what, String why, String remedy) {
    super(what + ": " + why + ". " + remedy);
  }

  /** A plan without a filter that pins the purpose. */
  static PurposeViolation anyPurpose(String table, Declaration pass) {
    return new PurposeViolation(
        "Table " + table,
        "the plan would read any purpose, and " + pass.text(),
        "Read it through Lake.read(table, purpose) in a job that serves that purpose.");
  }

  /** A plan for purposes of which at least one is not open. */
  static PurposeViolation purposes(String table, Set<String> purposes, Declaration pass) {
    Set<String> names = new TreeSet<>();
    purposes.forEach(p -> names.add(NAME.matcher(p).matches() ? p : "(no name)"));
    return new PurposeViolation(
        "Table " + table,
        "the plan would read " + names + ", and " + pass.text(),
        "Declare the purpose, or put a legal basis on record and name it.");
  }

  /** A plan that reads files of a table as files, so that no partition protects them. */
  static PurposeViolation files(String table, Declaration pass) {
    return new PurposeViolation(
        "Files of table " + table,
        "the plan would read them past the table, and " + pass.text(),
        "Read the table through Lake.read(table, purpose).");
  }

  /** A kind of plan whose files cannot be known before it runs, or that makes tables of files. */
  static PurposeViolation kind(String what, Declaration pass) {
    return new PurposeViolation(
        what, "it cannot be held to a purpose, and " + pass.text(), "Read a table in a batch.");
  }

  /** A declaration cannot be changed, because then it would have no force. */
  public static PurposeViolation declaredBefore(Declaration pass) {
    return new PurposeViolation(
        "Another purpose or duty", pass.text() + " already", "Declare it on a lake of its own.");
  }

  /** A session that nothing guards. */
  static PurposeViolation noWall() {
    return new PurposeViolation(
        "Spark session",
        "it runs without the purpose wall",
        "Leave spark.sql.extensions as deploy/spark-defaults.conf has it.");
  }
}
