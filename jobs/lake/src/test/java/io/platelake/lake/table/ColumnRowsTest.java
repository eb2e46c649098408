package io.platelake.lake.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.lake.TestSpark;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 10,000 rows in two partitions, more than one batch of columns, some values null. */
@Tag("lake")
class ColumnRowsTest {
  @TempDir Path folder;
  private SparkSession spark;

  @BeforeEach
  void write() {
    spark = TestSpark.session().newSession();
    spark.conf().set("spark.sql.codegen.wholeStage", "true");
    spark
        .range(10_000)
        .selectExpr(
            "id",
            "if(id % 3 = 0, null, concat('t', id % 7)) AS text",
            "array(struct(concat('c', id) AS name, id / 2.0D AS share)) AS list",
            "id % 2 AS part")
        .repartition(1)
        .write()
        .partitionBy("part")
        .parquet(folder.resolve("rows").toString());
  }

  @Test
  void shouldGiveTheRowsThatSparkGives() {
    Dataset<Row> rows =
        read()
            .where("part = 1 AND id >= 4711 AND (text IS NULL OR text <> 't3')")
            .selectExpr("part", "text", "list", "id");
    List<String> direct = ColumnRows.direct(rows).orElseThrow().map(ColumnRowsTest::text).collect();
    List<String> expected =
        rows.queryExecution().toRdd().toJavaRDD().map(ColumnRowsTest::text).collect();
    assertTrue(expected.size() > 2_000, expected.size() + " rows");
    assertEquals(expected.stream().sorted().toList(), direct.stream().sorted().toList());
  }

  @Test
  void shouldGiveAllRowsOfAPlanWithoutFilter() {
    assertEquals(10_000, ColumnRows.direct(read().select("id")).orElseThrow().count());
  }

  @Test
  void shouldLeaveOtherPlansToSpark() {
    for (Dataset<Row> other :
        List.of(
            read().selectExpr("id + 1 AS id"),
            read().groupBy("part").count(),
            read().orderBy("id"),
            spark.range(3).toDF())) {
      assertTrue(ColumnRows.direct(other).isEmpty());
      assertEquals(other.count(), ColumnRows.of(other).count());
    }
    SparkSession plain = TestSpark.session().newSession();
    plain.conf().set("spark.sql.codegen.wholeStage", "false");
    JavaRDD<InternalRow> rows =
        ColumnRows.of(plain.read().parquet(folder.resolve("rows").toString()).where("id < 5"));
    assertEquals(5, rows.count());
  }

  private Dataset<Row> read() {
    return spark.read().parquet(folder.resolve("rows").toString());
  }

  private static String text(InternalRow row) {
    InternalRow item = row.getArray(2).getStruct(0, 2);
    return String.join(
        " ",
        Long.toString(row.getInt(0)),
        row.isNullAt(1) ? "-" : row.getUTF8String(1).toString(),
        item.getUTF8String(0).toString(),
        Double.toString(item.getDouble(1)),
        Long.toString(row.getLong(3)));
  }
}
