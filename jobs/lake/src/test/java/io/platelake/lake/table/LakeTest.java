package io.platelake.lake.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import io.platelake.lake.wall.Duty;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("lake")
class LakeTest {
  private static final Timestamp NOON = Timestamp.from(Instant.parse("2026-06-01T12:00:00Z"));

  @TempDir static Path folder;
  private static Lake lake;

  @BeforeAll
  static void createTables() {
    lake = Lake.at(TestSpark.session(), folder.toString(), Contracts.load());
    assertFalse(lake.exists());
    lake.create();
  }

  @Test
  void shouldHaveEveryTableAfterCreateAndChangeNothingWhenCreatedAgain() {
    assertTrue(lake.exists());
    lake.create();
    assertEquals(0, version(Table.HOLDS));
  }

  @Test
  void shouldMakeTablesOnDiskAsTheContractsSay() {
    Lake onDuty = lake.forDuty(Duty.RETENTION);
    for (Table table : Table.values()) {
      Dataset<Row> rows = onDuty.read(table);
      assertEquals(
          lake.contracts().get(table).columnNames(), List.of(rows.columns()), table.folder());
      assertEquals(
          lake.contracts().get(table).schema().asNullable().toDDL(),
          stripComments(rows.schema()),
          table.folder());
      Row detail =
          TestSpark.session().sql("DESCRIBE DETAIL delta.`" + lake.path(table) + "`").first();
      assertEquals(
          lake.contracts().get(table).partitionedBy(),
          detail.getList(detail.fieldIndex("partitionColumns")));
      assertEquals(
          lake.contracts().get(table).properties(),
          detail.getJavaMap(detail.fieldIndex("properties")),
          table.folder());
    }
  }

  @Test
  void shouldAppendOnceForAKey() {
    List<Row> rows = List.of(exclusion("b1", 3));
    lake.append(Table.EXCLUSIONS, rows, new CommitKey("land:b1", 0));
    lake.append(Table.EXCLUSIONS, rows, new CommitKey("land:b1", 0));
    assertEquals(1, lake.read(Table.EXCLUSIONS).where("batch_id = 'b1'").count());
  }

  @Test
  void shouldAppendOnceForSeveralKeysAndRefuseSomeOfThem() {
    CommitKey one = new CommitKey("land:b11", 0);
    CommitKey other = new CommitKey("land:b12", 0);
    List<Row> rows = List.of(exclusion("b11", 3), exclusion("b12", 4));
    long before = version(Table.EXCLUSIONS);
    lake.append(Table.EXCLUSIONS, rows, Set.of(one, other));
    assertEquals(before + 1, version(Table.EXCLUSIONS));
    assertTrue(lake.seen(Table.EXCLUSIONS, one));
    assertTrue(lake.seen(Table.EXCLUSIONS, other));
    lake.append(Table.EXCLUSIONS, rows, Set.of(one, other));
    lake.append(Table.EXCLUSIONS, List.of(exclusion("b12", 4)), other);
    assertEquals(before + 1, version(Table.EXCLUSIONS), "seen");
    CommitKey third = new CommitKey("land:b13", 0);
    assertThrows(
        IllegalStateException.class,
        () -> lake.append(Table.EXCLUSIONS, rows, Set.of(other, third)));
    assertEquals(before + 1, version(Table.EXCLUSIONS));
    assertFalse(lake.seen(Table.EXCLUSIONS, third));
  }

  @Test
  void shouldCommitNothingWhenTheRowsAreNotAsManyAsExpected() {
    long before = version(Table.EXCLUSIONS);
    CommitKey key = new CommitKey("land:b7", 0);
    Dataset<Row> rows = lake.rows(Table.EXCLUSIONS, List.of(exclusion("b7", 3)));
    assertThrows(IllegalStateException.class, () -> lake.append(Table.EXCLUSIONS, rows, key, 2));
    assertEquals(before, version(Table.EXCLUSIONS));
    lake.append(Table.EXCLUSIONS, rows, key, 1);
    assertEquals(before + 1, version(Table.EXCLUSIONS));
  }

  @Test
  void shouldRefuseAValueOfAnotherType() {
    Dataset<Row> rows =
        lake.rows(Table.EXCLUSIONS, List.of(exclusion("b8", 3)))
            .withColumn("reads", org.apache.spark.sql.functions.lit("3"));
    assertThrows(
        IllegalArgumentException.class,
        () -> lake.append(Table.EXCLUSIONS, rows, new CommitKey("land:b8", 0)));
  }

  @Test
  void shouldReplaceOnlyTheSlice() {
    lake.append(
        Table.EXCLUSIONS,
        List.of(exclusion("b2", 3), exclusion("b3", 4)),
        new CommitKey("land:b2", 0));
    lake.replace(
        Table.EXCLUSIONS, List.of(exclusion("b2", 9)), Slice.all().where("batch_id", "b2"));
    assertEquals(
        "[9, 4]",
        lake
            .read(Table.EXCLUSIONS)
            .where("batch_id in ('b2', 'b3')")
            .orderBy("batch_id")
            .select("reads")
            .collectAsList()
            .stream()
            .map(r -> r.getLong(0))
            .toList()
            .toString());
  }

  @Test
  void shouldRefuseRowsThatAreNotInTheShapeOfTheContract() {
    Dataset<Row> rows = lake.rows(Table.EXCLUSIONS, List.of(exclusion("b4", 1)));
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> lake.append(Table.EXCLUSIONS, rows.drop("reads"), new CommitKey("land:b4", 0)));
    assertTrue(e.getMessage().contains("columns differ from the contract"), e.getMessage());
  }

  private static Row exclusion(String batch, long reads) {
    return RowFactory.create(
        batch,
        "city-2",
        "cam-1",
        "z-1",
        "court",
        "criminal",
        NOON,
        java.sql.Date.valueOf(LocalDate.of(2026, 6, 1)),
        reads);
  }

  private static long version(Table table) {
    return TestSpark.session().sql("DESCRIBE HISTORY delta.`" + lake.path(table) + "`").count() - 1;
  }

  private static String stripComments(org.apache.spark.sql.types.StructType schema) {
    var plain = new org.apache.spark.sql.types.StructType();
    for (var f : schema.fields()) {
      plain = plain.add(f.name(), f.dataType(), true);
    }
    return plain.toDDL();
  }
}
