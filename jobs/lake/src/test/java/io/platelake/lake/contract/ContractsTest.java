package io.platelake.lake.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContractsTest {
  private static final Path SCHEMAS = Path.of("../../schemas");
  private final Contracts contracts = Contracts.load();

  @Test
  void shouldHaveOneContractFileForEachTable() throws IOException {
    try (var files = Files.list(SCHEMAS.resolve("tables"))) {
      Set<String> names =
          files
              .map(f -> f.getFileName().toString().replace(".yaml", ""))
              .filter(n -> !n.startsWith("_"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(
          Arrays.stream(Table.values())
              .map(Table::folder)
              .collect(Collectors.toCollection(TreeSet::new)),
          names);
    }
  }

  @Test
  void shouldNameEachTableAsItsFile() {
    for (Table table : Table.values()) {
      assertEquals(table.folder(), contracts.get(table).table());
    }
  }

  @Test
  void shouldKeepEveryPlateOutOfTheStatistics() {
    for (TableContract contract : contracts.all()) {
      for (Column column : contract.columns()) {
        if (column.sensitivity() != Sensitivity.NONE) {
          assertTrue(
              contract.forbiddenInLog().contains(column.name()),
              contract.table() + "." + column.name());
        }
      }
      assertEquals(
          String.join(",", contract.statsColumns()),
          contract.properties().get("delta.dataSkippingStatsColumns"));
    }
  }

  @Test
  void shouldGiveEveryTableThatHoldsPlatesARetention() {
    for (TableContract contract : contracts.all()) {
      boolean plates =
          contract.columns().stream().anyMatch(c -> c.sensitivity() == Sensitivity.PLATE);
      assertEquals(plates, contract.sensitivity() == Sensitivity.PLATE, contract.table());
      if (contract.sensitivity() != Sensitivity.NONE) {
        assertTrue(!contract.retention().equals("kept"), contract.table());
      }
    }
  }

  @Test
  void shouldRefuseStatisticsOnAColumnThatGivesSomethingAway() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Column("plate", "string", "m", false, true, Sensitivity.PLATE));
  }

  @Test
  void shouldKeepTheGeneratedFilesFresh() throws IOException {
    assertTrue(
        Ddl.script(contracts).equals(Files.readString(SCHEMAS.resolve("tables.sql"))),
        "schemas/tables.sql is stale: run `make schemas`");
    assertTrue(
        Ddl.dictionary(contracts).equals(Files.readString(SCHEMAS.resolve("DICTIONARY.md"))),
        "schemas/DICTIONARY.md is stale: run `make schemas`");
  }
}
