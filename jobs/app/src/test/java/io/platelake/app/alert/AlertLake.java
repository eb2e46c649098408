package io.platelake.app.alert;

import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A lake with alerts, and the files that tell what became of them. */
final class AlertLake {
  static final String HEADER = "outcome_id,hit_id,kind,occurred_at,confirmed,cause\n";
  static final String NOW = "2026-06-02T00:00:00Z";

  private final Path folder;
  private final Lake lake;

  AlertLake(Path folder) {
    this.folder = folder;
    this.lake = TestLake.in(folder.resolve("lake"));
  }

  Lake lake() {
    return lake;
  }

  AlertLake with(Table table, String rows) {
    lake.append(table, Rows.of(table, rows), new CommitKey("test:" + rows.hashCode(), 0));
    return this;
  }

  /** Loads outcomes of {@code city-2}: lines below the usual header. */
  CliRun outcomes(String lines, String... options) {
    List<String> args = new ArrayList<>(List.of("outcomes", "load", "--agency", TestLake.AGENCY));
    args.addAll(Arrays.asList(options));
    args.add(file("cad.csv", HEADER + lines).toString());
    return run(args.toArray(String[]::new));
  }

  CliRun run(String... command) {
    return runAt(NOW, command);
  }

  CliRun runAt(String asOf, String... command) {
    List<String> args = new ArrayList<>(List.of("--json"));
    args.addAll(Arrays.asList(command));
    return CliRun.at(folder.resolve("lake"), asOf, args.toArray(String[]::new));
  }

  Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
