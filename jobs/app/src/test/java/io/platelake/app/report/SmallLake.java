package io.platelake.app.report;

import io.platelake.app.cli.Main;
import io.platelake.lake.CommitKey;
import io.platelake.lake.Lake;
import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A lake of one agency, {@code city-2}, filled row by row; columns not named are null. */
public final class SmallLake {
  public static final String AGENCY = "city-2";

  private final Path root;
  private final Lake lake;
  private final Map<Table, List<Row>> waiting = new EnumMap<>(Table.class);
  private long commits;

  private SmallLake(Path root) {
    this.root = root;
    this.lake = Lake.at(TestSpark.session(), root.toString(), Contracts.load());
  }

  /** Created through the command line under the Washington policy. */
  public static SmallLake create(Path root, String asOf) {
    SmallLake small = new SmallLake(root);
    Ran ran = small.run(asOf, "admin", "init", "--agency", AGENCY, "--policy", policy().toString());
    if (ran.exitCode() != 0) {
      throw new IllegalStateException("init ended with " + ran.exitCode());
    }
    return small;
  }

  public static Path policy() {
    return Path.of(
        System.getProperty("basedir", "."), "..", "..", "schemas", "policies", "wa-city.yaml");
  }

  /** What a command said and how it ended. */
  public record Ran(int exitCode, String out) {}

  public Ran run(String asOf, String principal, String... command) {
    List<String> args =
        new ArrayList<>(
            List.of("--lake", root.toString(), "--as-of", asOf, "--principal", principal));
    args.addAll(List.of(command));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int code = Main.run(out, TestSpark.session(), args.toArray(String[]::new));
    return new Ran(code, bytes.toString(StandardCharsets.UTF_8));
  }

  public Lake lake() {
    return lake;
  }

  /**
   * A row: columns and values in turn; ISO text becomes an instant or a date where the column is
   * one.
   */
  public Row row(Table table, Object... columnsAndValues) {
    Map<String, Object> given = new HashMap<>();
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      given.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
    }
    Object[] values =
        lake.contracts().get(table).columns().stream()
            .map(c -> typed(c.type(), given.remove(c.name())))
            .toArray();
    if (!given.isEmpty()) {
      throw new IllegalArgumentException(table + " has no " + given.keySet());
    }
    return RowFactory.create(values);
  }

  /**
   * A row to be written with all others of its table by {@link #write}: commits take their time.
   */
  void add(Table table, Object... columnsAndValues) {
    waiting.computeIfAbsent(table, t -> new ArrayList<>()).add(row(table, columnsAndValues));
  }

  void write() {
    waiting.forEach(this::appendAll);
    waiting.clear();
  }

  public void append(Table table, Object... columnsAndValues) {
    appendAll(table, List.of(row(table, columnsAndValues)));
  }

  public void appendAll(Table table, List<Row> rows) {
    lake.append(table, rows, new CommitKey("test:" + root + ":" + commits++, 0));
  }

  private static Object typed(String type, Object value) {
    if (value instanceof String text && type.equals("timestamp")) {
      return Timestamp.from(Instant.parse(text));
    }
    if (value instanceof String text && type.equals("date")) {
      return Date.valueOf(LocalDate.parse(text));
    }
    return value instanceof Integer number && type.equals("bigint") ? number.longValue() : value;
  }
}
