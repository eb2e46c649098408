package io.platelake.lake.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Column;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Ddl;
import io.platelake.lake.contract.Table;
import io.platelake.lake.contract.TableContract;
import io.platelake.lake.wall.Duty;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A ledger read from its files gives what a query of its table gives. */
@Tag("lake")
class LedgerRowsTest {
  private static final CommitKey KEY = new CommitKey("a", 0);

  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void openLake() {
    lake =
        Lake.at(TestSpark.session(), folder.toString(), Contracts.load()).forDuty(Duty.RETENTION);
  }

  /** Between them they have every type, an optional one of each, and a partition. */
  @ParameterizedTest
  @EnumSource(names = {"LANDING", "CONFUSIONS", "DAILY_FACTS", "HOLDS"})
  void shouldBeTheRowsOfTheTable(Table table) {
    lake.create(List.of(table));
    assertEquals(0, lake.ledger(table).count());
    lake.append(table, List.of(row(table, 1, true), row(table, 2, false)), KEY);
    assertSame(table, 2);
    assertSame(table, 2);
    lake.append(table, List.of(row(table, 3, true)), new CommitKey("b", 0));
    assertSame(table, 3);
    assertTrue(isReadFromFiles(table));
  }

  @Test
  void shouldHaveTheColumnsThatTheTableLacks() {
    TableContract now = lake.contracts().get(Table.LANDING);
    Column optional = now.columns().stream().filter(c -> !c.required()).findFirst().orElseThrow();
    TableContract before = OlderContract.without(optional.name(), now);
    String identifier = "delta.`" + lake.path(Table.LANDING) + "`";
    lake.spark().sql(Ddl.createTable(before, identifier));
    StructType columns = before.schema();
    lake.spark()
        .createDataFrame(List.of(row(columns, 1, true)), columns)
        .write()
        .format("delta")
        .mode("append")
        .partitionBy("feed_id")
        .save(lake.path(Table.LANDING).toString());
    assertSame(Table.LANDING, 1);
    assertTrue(lake.ledger(Table.LANDING).collectAsList().get(0).getAs(optional.name()) == null);
  }

  @Test
  void shouldNotReadRowsThatTheLogOfAnotherWriterDeletesWithinAFile() {
    lake.create(List.of(Table.DAILY_FACTS));
    List<Row> two = List.of(row(Table.DAILY_FACTS, 1, true), row(Table.DAILY_FACTS, 2, true));
    lake.append(Table.DAILY_FACTS, lake.rows(Table.DAILY_FACTS, two).coalesce(1), KEY);
    assertTrue(isReadFromFiles(Table.DAILY_FACTS));
    String table = "delta.`" + lake.path(Table.DAILY_FACTS) + "`";
    lake.spark()
        .sql(
            "ALTER TABLE " + table + " SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')");
    lake.spark().sql("DELETE FROM " + table + " WHERE value = 2");
    assertFalse(isReadFromFiles(Table.DAILY_FACTS));
    assertSame(Table.DAILY_FACTS, 1);
  }

  private boolean isReadFromFiles(Table table) {
    return KeptRows.rows(lake.spark(), lake.path(table), lake.contracts().get(table)).isPresent();
  }

  private void assertSame(Table table, int rows) {
    List<Row> ledger = sorted(lake.ledger(table).collectAsList());
    assertEquals(sorted(lake.read(table).collectAsList()), ledger);
    assertEquals(rows, ledger.size());
    assertEquals(ledger, sorted(lake.ledgerRows(table).stream().map(NamedRow::row).toList()));
    assertEquals(
        List.of(lake.read(table).schema().fieldNames()),
        List.of(lake.ledger(table).schema().fieldNames()));
  }

  private static List<Row> sorted(List<Row> rows) {
    return rows.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
  }

  private Row row(Table table, int number, boolean full) {
    return row(lake.contracts().get(table).schema(), number, full);
  }

  /** A row of values of every column, or of those that may not be null. */
  private static Row row(StructType columns, int number, boolean full) {
    return RowFactory.create(
        java.util.Arrays.stream(columns.fields())
            .map(c -> full || !c.nullable() ? value(c.dataType(), number) : null)
            .toArray());
  }

  private static Object value(DataType type, int number) {
    if (type instanceof ArrayType list) {
      return IntStream.range(0, number).mapToObj(i -> value(list.elementType(), i)).toList();
    }
    if (type instanceof MapType map) {
      return Map.of(value(map.keyType(), number), value(map.valueType(), number));
    }
    if (type instanceof StructType struct) {
      return row(struct, number, true);
    }
    return Map.<DataType, Object>of(
            DataTypes.StringType,
            "text " + number,
            DataTypes.LongType,
            1L << number,
            DataTypes.IntegerType,
            number,
            DataTypes.DoubleType,
            number / 3.0,
            DataTypes.BooleanType,
            number % 2 == 0,
            DataTypes.BinaryType,
            new byte[] {(byte) number},
            DataTypes.DateType,
            Date.valueOf(LocalDate.of(2026, 6, number + 1)),
            DataTypes.TimestampType,
            Timestamp.from(Instant.parse("2026-06-01T00:00:00.123456Z").plusSeconds(number)))
        .get(type);
  }
}
