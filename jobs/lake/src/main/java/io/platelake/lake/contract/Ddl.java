package io.platelake.lake.contract;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Writes contracts as SQL and as a data dictionary; both files are committed and kept fresh. */
public final class Ddl {
  private Ddl() {}

  /**
   * {@code CREATE TABLE IF NOT EXISTS} for one table.
   *
   * @param identifier how SQL names the table, for instance {@code delta.`/lake/reads`}
   */
  public static String createTable(TableContract contract, String identifier) {
    StringBuilder sql = new StringBuilder("CREATE TABLE IF NOT EXISTS " + identifier + " (\n");
    StringJoiner columns = new StringJoiner(",\n");
    for (Column c : contract.columns()) {
      columns.add(
          "  "
              + c.name()
              + " "
              + c.type()
              + (c.required() ? " NOT NULL" : "")
              + comment(c.meaning()));
    }
    sql.append(columns).append("\n)\nUSING delta\n");
    if (!contract.partitionedBy().isEmpty()) {
      sql.append("PARTITIONED BY (")
          .append(String.join(", ", contract.partitionedBy()))
          .append(")\n");
    }
    sql.append("COMMENT ").append(quoted(contract.meaning())).append("\nTBLPROPERTIES (\n");
    StringJoiner properties = new StringJoiner(",\n");
    for (Map.Entry<String, String> p : new TreeMap<>(contract.properties()).entrySet()) {
      properties.add("  " + quoted(p.getKey()) + " = " + quoted(p.getValue()));
    }
    return sql.append(properties).append("\n)").toString();
  }

  /**
   * Adds columns to a table that exists; its rows have null there.
   *
   * @throws IllegalArgumentException if a column may not be null
   */
  public static String addColumns(List<Column> columns, String identifier) {
    StringJoiner added = new StringJoiner(", ");
    for (Column c : columns) {
      if (c.required()) {
        throw new IllegalArgumentException(
            identifier + " lacks the required column " + c.name() + ": it is no table of a lake");
      }
      added.add(c.name() + " " + c.type() + comment(c.meaning()));
    }
    return "ALTER TABLE " + identifier + " ADD COLUMNS (" + added + ")";
  }

  /** Lets a column of a table that exists be null. */
  public static String dropNotNull(String column, String identifier) {
    return "ALTER TABLE " + identifier + " ALTER COLUMN " + column + " DROP NOT NULL";
  }

  /** Changes properties of a table that exists. */
  public static String setProperties(Map<String, String> properties, String identifier) {
    StringJoiner all = new StringJoiner(", ");
    new TreeMap<>(properties).forEach((p, value) -> all.add(quoted(p) + " = " + quoted(value)));
    return "ALTER TABLE " + identifier + " SET TBLPROPERTIES (" + all + ")";
  }

  /** {@code schemas/tables.sql}. */
  public static String script(Contracts contracts) {
    StringBuilder sql =
        new StringBuilder(
            "-- Generated from schemas/tables/*.yaml by `make schemas`; do not edit.\n");
    for (TableContract contract : contracts.all()) {
      sql.append('\n').append(createTable(contract, contract.table())).append(";\n");
    }
    return sql.toString();
  }

  /** {@code schemas/DICTIONARY.md}. */
  public static String dictionary(Contracts contracts) {
    StringBuilder md = new StringBuilder("# Data dictionary\n\n");
    md.append("Generated from `schemas/tables/*.yaml` by `make schemas`; do not edit. ");
    md.append("All times are UTC.\n");
    for (TableContract t : contracts.all()) {
      md.append("\n## ")
          .append(t.table())
          .append("\n\n")
          .append(capital(t.meaning()))
          .append(".\n\n");
      md.append("Key: `").append(String.join("`, `", t.key())).append("`. ");
      if (!t.partitionedBy().isEmpty()) {
        md.append("Partitioned by `").append(String.join("`, `", t.partitionedBy())).append("`. ");
      }
      md.append("Owner: ").append(t.owner()).append(". Gives away: ");
      md.append(lower(t.sensitivity())).append(". Forgets: ").append(t.retention()).append(".\n\n");
      md.append("| column | type | null | in log statistics | gives away | meaning |\n");
      md.append("|---|---|---|---|---|---|\n");
      for (Column c : t.columns()) {
        md.append("| `").append(c.name()).append("` | ").append(c.type()).append(" | ");
        md.append(c.required() ? "no" : "yes").append(" | ").append(c.stats() ? "yes" : "no");
        md.append(" | ")
            .append(lower(c.sensitivity()))
            .append(" | ")
            .append(c.meaning())
            .append(" |\n");
      }
    }
    return md.toString();
  }

  private static String comment(String text) {
    return " COMMENT " + quoted(text);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }

  private static String lower(Sensitivity s) {
    return s.name().toLowerCase(java.util.Locale.ROOT);
  }
}
