package io.platelake.lake.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.platelake.lake.TestSpark;
import io.platelake.lake.contract.Column;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Ddl;
import io.platelake.lake.contract.Table;
import io.platelake.lake.contract.TableContract;
import io.platelake.lake.wall.Duty;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake whose {@code reads} were created before the contract had {@code corrects}. */
@Tag("lake")
class ExtendedTableTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void createAsBefore() {
    lake =
        Lake.at(TestSpark.session(), folder.toString(), Contracts.load()).forDuty(Duty.RETENTION);
    TableContract before = OlderContract.without("corrects", lake.contracts().get(Table.READS));
    lake.spark().sql(Ddl.createTable(before, "delta.`" + lake.path(Table.READS) + "`"));
    assertFalse(columns().contains("corrects"));
  }

  @Test
  void shouldReadAMissingColumnAsNull() {
    assertEquals(0, lake.read(Table.READS, "criminal").where("corrects is not null").count());
    assertFalse(columns().contains("corrects"), "reading changes nothing");
  }

  @Test
  void shouldAddAMissingColumnWithTheFirstRows() {
    lake.append(Table.READS, List.of(read(1, null)), new CommitKey("a", 0));
    lake.append(Table.READS, List.of(read(2, 1L)), new CommitKey("b", 0));
    Slice second = Slice.all().where("purpose", "criminal").where("batch_id", "b-2");
    lake.replace(Table.READS, List.of(read(2, 1L)), second);
    List<Row> rows =
        lake.read(Table.READS, "criminal")
            .orderBy("read_id")
            .select("read_id", "corrects", "batch_id", "purpose")
            .collectAsList();
    assertEquals("[[1,null,b-1,criminal], [2,1,b-2,criminal]]", rows.toString());
  }

  @Test
  void shouldNotAddAColumnThatMayNotBeNull() {
    Column required =
        lake.contracts().get(Table.READS).columns().stream()
            .filter(Column::required)
            .findFirst()
            .orElseThrow();
    assertThrows(IllegalArgumentException.class, () -> Ddl.addColumns(List.of(required), "reads"));
  }

  /** Positions could not be null before mobile cameras had none. */
  @Test
  void shouldLetAColumnBeNullOnceItsContractDoes() {
    TableContract now = lake.contracts().get(Table.DEPLOYMENTS);
    TableContract before =
        now.withColumns(now.columns().stream().map(ExtendedTableTest::required).toList());
    lake.spark().sql(Ddl.createTable(before, "delta.`" + lake.path(Table.DEPLOYMENTS) + "`"));
    Row car =
        lake.newRow(Table.DEPLOYMENTS)
            .with("camera_id", "car-1")
            .with("agency_id", "city-2")
            .with("valid_from", NOON)
            .with("loaded_at", NOON)
            .row();
    lake.replace(Table.DEPLOYMENTS, List.of(car), Slice.all().where("agency_id", "city-2"));
    assertEquals(1, lake.read(Table.DEPLOYMENTS).where("lat is null and lon is null").count());
  }

  private static Column required(Column c) {
    return new Column(c.name(), c.type(), c.meaning(), true, c.stats(), c.sensitivity());
  }

  private List<String> columns() {
    return Arrays.asList(
        lake
            .spark()
            .sql("DESCRIBE TABLE delta.`" + lake.path(Table.READS) + "`")
            .select("col_name")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toArray(String[]::new));
  }

  private Row read(long id, Long corrects) {
    return lake.newRow(Table.READS)
        .with("read_id", id)
        .with("agency_id", "city-2")
        .with("camera_id", "cam-1")
        .with("captured_at", NOON)
        .with("landed_at", NOON)
        .with("corrects", corrects)
        .with("source", "f-1")
        .with("batch_id", "b-" + id)
        .with("purpose", "criminal")
        .with("date", LocalDate.parse("2026-06-01"))
        .row();
  }
}
