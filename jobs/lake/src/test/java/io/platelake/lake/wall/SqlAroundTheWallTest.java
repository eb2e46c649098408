package io.platelake.lake.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.lake.contract.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements of a job that serves {@code criminal}. */
@Tag("lake")
class SqlAroundTheWallTest {
  @TempDir static Path folder;
  private static WalledLake lake;
  private static SparkSession session;

  @BeforeAll
  static void fill() {
    lake = new WalledLake(folder);
    session = lake.criminal.spark();
    // What a job on duty leaves lying around for everybody.
    SparkSession duty = lake.duty.spark();
    duty.read().format("delta").load(lake.reads()).createOrReplaceGlobalTempView("all_reads");
    duty.sql("CREATE OR REPLACE GLOBAL TEMP VIEW of_view AS SELECT * FROM global_temp.all_reads");
    duty.sql(
        lake.sql(
            "CREATE OR REPLACE FUNCTION every_read() RETURNS TABLE (plate STRING)"
                + " RETURN SELECT plate FROM $READS"));
    duty.sql(
        lake.sql(
            "CREATE OR REPLACE FUNCTION last_plate() RETURNS STRING"
                + " RETURN SELECT max(plate) FROM $READS"));
    duty.read().format("delta").load(lake.reads()).cache().count();
    session.sql(lake.sql("CREATE OR REPLACE TEMP VIEW own AS SELECT * FROM $OWN"));
    session.sql("CREATE OR REPLACE TEMP VIEW own_plates AS SELECT plate, purpose FROM own");
  }

  /** The tables are as they were made: no refused statement has done a part of its work. */
  @AfterAll
  static void unchanged() {
    assertEquals(2, lake.duty.spark().sql(lake.sql("DESCRIBE HISTORY $READS")).count());
    assertEquals(1, lake.duty.spark().sql(lake.sql("DESCRIBE HISTORY $EXCLUSIONS")).count());
    assertFalse(Files.exists(folder.resolve("clone")));
    assertFalse(Files.exists(folder.resolve("out")));
    lake.duty.spark().catalog().clearCache();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM $READS",
        "SELECT count(*) FROM $READS",
        "SELECT 1 FROM $READS",
        "TABLE $READS",
        "SELECT * FROM $READS WHERE purpose = 'parking'",
        "SELECT * FROM $READS WHERE plate_key = 1",
        // Filters that do not pin.
        "SELECT * FROM $READS WHERE purpose = 'criminal' OR purpose = 'parking'",
        "SELECT * FROM $READS WHERE purpose = 'criminal' OR plate = 'PAR333'",
        "SELECT * FROM $READS WHERE purpose IN ('criminal', 'parking')",
        "SELECT * FROM $READS WHERE NOT purpose = 'parking'",
        "SELECT * FROM $READS WHERE purpose <> 'parking'",
        "SELECT * FROM $READS WHERE purpose LIKE 'criminal'",
        "SELECT * FROM $READS WHERE upper(purpose) = 'CRIMINAL'",
        "SELECT * FROM $READS WHERE purpose COLLATE UTF8_LCASE = 'criminal'",
        "SELECT * FROM $READS WHERE purpose >= 'criminal'",
        "SELECT * FROM $READS WHERE purpose = camera_id",
        "SELECT * FROM $READS WHERE purpose = (SELECT 'criminal')",
        "SELECT * FROM $READS WHERE purpose IS NULL",
        "SELECT * FROM $READS WHERE purpose <=> NULL",
        "SELECT * FROM $READS WHERE if(purpose = 'criminal', true, rand() < 2)",
        "SELECT * FROM $READS WHERE purpose = 'criminal' AND rand() < 2",
        // Filters in the wrong place.
        "SELECT * FROM (SELECT plate, 'criminal' AS purpose FROM $READS) WHERE purpose ="
            + " 'criminal'",
        "SELECT * FROM (SELECT plate, purpose AS p FROM $READS) WHERE p = 'criminal'",
        "SELECT * FROM (SELECT plate, purpose, rand() FROM $READS) WHERE purpose = 'criminal'",
        "SELECT purpose, count(*) FROM $READS GROUP BY purpose HAVING purpose = 'criminal'",
        "SELECT * FROM (SELECT *, row_number() OVER (ORDER BY plate) n FROM $READS)"
            + " WHERE purpose = 'criminal'",
        "SELECT * FROM (SELECT * FROM $READS LIMIT 9) WHERE purpose = 'criminal'",
        "SELECT * FROM (SELECT DISTINCT * FROM $READS) WHERE purpose = 'criminal'",
        "SELECT * FROM (SELECT * FROM $READS ORDER BY plate) WHERE purpose = 'criminal'",
        "SELECT * FROM $OWN o LEFT JOIN $READS r USING (read_id) WHERE r.purpose = 'criminal'",
        "SELECT * FROM $READS a JOIN $READS b USING (date) WHERE a.purpose = 'criminal'",
        "SELECT * FROM $OWN a JOIN $READS b ON a.date = b.date",
        "SELECT * FROM $READS TABLESAMPLE (100 PERCENT) WHERE purpose = 'criminal'",
        // Ways in by the side.
        "SELECT * FROM $OWN UNION ALL SELECT * FROM $READS",
        "SELECT * FROM $OWN EXCEPT SELECT * FROM $READS",
        "SELECT plate FROM $OWN WHERE plate = (SELECT max(plate) FROM $READS)",
        "SELECT (SELECT max(plate) FROM $READS)",
        "SELECT plate FROM $OWN WHERE plate IN (SELECT plate FROM $READS)",
        "SELECT plate FROM $OWN o WHERE EXISTS (SELECT 1 FROM $READS r WHERE r.plate = o.plate)",
        "SELECT plate FROM $OWN o WHERE EXISTS"
            + " (SELECT 1 FROM $READS r WHERE r.purpose = o.purpose)",
        "SELECT * FROM $OWN o, LATERAL (SELECT plate FROM $READS r WHERE r.date = o.date)",
        "WITH r AS (SELECT * FROM $READS) SELECT plate FROM r",
        "WITH r AS (SELECT * FROM $READS) SELECT * FROM $OWN WHERE plate IN (SELECT plate FROM r)",
        "WITH RECURSIVE r(n) AS (SELECT 1L UNION ALL SELECT read_id FROM $READS, r WHERE n < 2)"
            + " SELECT * FROM r",
        "FROM $READS |> WHERE purpose <> 'x' |> SELECT plate",
        "SELECT * FROM IDENTIFIER('$READS')",
        "SELECT * FROM (SELECT plate, purpose FROM $READS)"
            + " PIVOT (count(*) FOR purpose IN ('criminal'))",
        "EXECUTE IMMEDIATE 'SELECT * FROM $READS'",
        "BEGIN SELECT plate FROM $READS; END",
        "SELECT * FROM every_read()",
        "SELECT last_plate()",
        "SELECT * FROM global_temp.all_reads",
        "SELECT * FROM global_temp.of_view",
        "SELECT * FROM $READS VERSION AS OF 1",
        "SELECT * FROM delta.`$FOLDER/reads/purpose=parking`",
        "SELECT * FROM delta.`$FOLDER/hits/../reads`",
        "SELECT * FROM delta.`file://$FOLDER/reads/`",
        "SELECT * FROM $HITS",
        // Files instead of tables.
        "SELECT * FROM parquet.`$FOLDER/reads/purpose=parking`",
        "SELECT * FROM parquet.`$FOLDER/reads/purpose=criminal`",
        "SELECT * FROM parquet.`$FILE`",
        "SELECT * FROM parquet.`$FOLDER/reads/*/*/*.parquet`",
        "SELECT * FROM parquet.`$FOLDER/hits/../reads/purpose=parking`",
        "SELECT * FROM text.`$FILE`",
        "SELECT * FROM binaryFile.`$FILE`",
        "SELECT * FROM json.`$FOLDER/reads/_delta_log`",
        // Statements that read.
        "CREATE TEMP VIEW v AS SELECT * FROM $READS",
        "CREATE TEMPORARY FUNCTION f() RETURNS STRING RETURN SELECT max(plate) FROM $READS",
        "CREATE TABLE copied USING parquet AS SELECT * FROM $READS",
        "CACHE TABLE cached AS SELECT * FROM $READS",
        "INSERT INTO $HITS SELECT h.* FROM $HITS h WHERE purpose = 'parking'",
        "INSERT OVERWRITE DIRECTORY '$FOLDER/out' USING parquet SELECT * FROM $READS",
        "MERGE INTO $EXCLUSIONS e USING $READS r ON e.camera_id = r.camera_id"
            + " WHEN MATCHED THEN UPDATE SET zone_id = r.plate",
        "UPDATE $READS SET purpose = 'criminal' WHERE purpose = 'parking'",
        "DELETE FROM $READS",
        "DELETE FROM $READS WHERE plate = 'PAR333'",
        "DELETE FROM $READS WHERE purpose = 'parking'",
        "DELETE FROM $READS WHERE purpose = 'criminal' OR plate = 'PAR333'",
        "INSERT INTO $HITS REPLACE WHERE purpose = 'parking' AND list_id = 'l-1'"
            + " SELECT * FROM $HITS WHERE purpose = 'criminal' LIMIT 0",
        "OPTIMIZE $READS ZORDER BY (camera_id)",
        "CREATE TABLE delta.`$FOLDER/clone` SHALLOW CLONE $READS",
        "CONVERT TO DELTA parquet.`$FOLDER/reads/purpose=parking` PARTITIONED BY (date DATE)",
      })
  void shouldRefuseBeforeAnythingRuns(String text) {
    PurposeViolation refusal = Refused.by(() -> session.sql(lake.sql(text)));
    assertTrue(refusal.getMessage().contains("serves purpose criminal"), refusal.getMessage());
    assertFalse(
        WalledLake.PLATES.stream().anyMatch(refusal.getMessage()::contains), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM $READS WHERE purpose = 'criminal'",
        "SELECT * FROM $READS WHERE 'criminal' = purpose AND plate IS NOT NULL",
        "SELECT * FROM $READS WHERE purpose <=> 'criminal'",
        "SELECT * FROM $READS WHERE purpose IN ('criminal')",
        "SELECT * FROM $READS WHERE purpose IN ('criminal', 'parking') AND purpose = 'criminal'",
        "SELECT * FROM (SELECT plate, purpose FROM $READS) WHERE purpose = 'criminal'",
        "SELECT * FROM own",
        "SELECT * FROM own_plates ORDER BY plate LIMIT 9",
        "WITH r AS (SELECT * FROM $READS WHERE purpose = 'criminal') SELECT * FROM r",
        "WITH r AS (SELECT * FROM $READS) SELECT * FROM r WHERE purpose = 'criminal'",
        "SELECT * FROM global_temp.all_reads WHERE purpose = 'criminal'",
        "SELECT a.purpose FROM $OWN a JOIN $OWN b ON a.date = b.date",
        "SELECT * FROM $OWN WHERE plate IN (SELECT plate FROM $OWN)",
        "SELECT purpose, count(*) FROM $OWN GROUP BY purpose",
        "SELECT * FROM $READS VERSION AS OF 1 WHERE purpose = 'criminal'",
        "SELECT * FROM delta.`$FOLDER/reads/purpose=criminal`",
      })
  void shouldLetOwnPartitionsPass(String text) {
    Dataset<Row> rows = session.sql(lake.sql(text));
    assertEquals("[[criminal]]", rows.select("purpose").distinct().collectAsList().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DESCRIBE HISTORY $READS",
        "DESCRIBE DETAIL $READS",
        "SHOW TABLES",
        "SELECT * FROM $EXCLUSIONS UNION ALL SELECT * FROM $EXCLUSIONS",
        "SELECT * FROM VALUES ('parking') AS t(purpose)",
      })
  void shouldLetPassWhatReadsNothingBehindTheWall(String text) {
    session.sql(lake.sql(text)).collectAsList();
  }

  @Test
  void shouldLetAJobWriteWhatItRead() {
    session.sql(lake.sql("INSERT INTO $HITS SELECT * FROM $HITS WHERE purpose = 'criminal'"));
    assertEquals(4, lake.criminal.read(Table.HITS, "criminal").count());
    List<Row> all = lake.duty.read(Table.HITS).collectAsList();
    assertEquals(6, all.size());
  }
}
