package io.platelake.app.pass;

import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.app.Rows;
import io.platelake.app.ledger.purge.OpenDates;
import io.platelake.core.plate.OcrClasses;
import io.platelake.lake.contract.Table;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lake")
class PassRowsTest {
  private static final PassScope SCOPE =
      new PassScope(
          new OpenDates("criminal", Map.of("city-2", List.of(Rows.DAY))),
          Map.of("city-2", new PassPolicy("v-1", OcrClasses.GENETEC)));

  @Test
  void shouldTakeTheReadsOfEachCameraTogetherAndVoteOnThePlate() {
    Rows.assertRows(
        """
        pass_id | camera_id | plate   | captured_at | last_at  | reads | reads_of_plate | cast(read_ids as string) | state
        1       | cam-1     | ABC1234 | 10:00:00    | 10:00:04 | 3     | 2              | [1, 2, 4]                | WA
        3       | cam-2     | ABC1234 | 10:00:03    | 10:00:03 | 1     | 1              | [3]                      | -
        5       | cam-1     | ABC1234 | 10:05:00    | 10:05:00 | 1     | 1              | [5]                      | -
        """,
        passes(
            """
            read_id | camera_id | captured_at | plate   | confidence | state
            4       | cam-1     | 10:00:04    | ABC1234 | 0.4        | -
            2       | cam-1     | 10:00:02    | A8C1234 | 0.7        | -
            1       | cam-1     | 10:00:00    | ABC1234 | 0.4        | WA
            3       | cam-2     | 10:00:03    | ABC1234 | -          | -
            5       | cam-1     | 10:05:00    | ABC1234 | -          | -
            """));
  }

  @Test
  void shouldEndAPassAtMidnight() {
    Rows.assertRows(
        """
        pass_id | date       | reads | delete_after
        1       | 2026-06-01 | 2     | 2026-06-22T23:59:58Z
        3       | 2026-06-02 | 1     | 2026-06-23T00:00:00Z
        """,
        passes(
            """
            read_id | captured_at          | plate
            1       | 2026-06-01T23:59:58Z | ABC1234
            2       | 2026-06-01T23:59:59Z | ABC1234
            3       | 2026-06-02T00:00:00Z | ABC1234
            """));
  }

  @Test
  void shouldCountCandidatesWithTheirOwnConfidence() {
    Dataset<Row> reads =
        Rows.of(
                Table.READS,
                """
                read_id | captured_at | plate   | confidence
                1       | 10:00:00    | ABQ1234 | 0.5
                2       | 10:00:01    | ABD1234 | 0.5
                """)
            .withColumn(
                "candidates",
                expr(
                    "array(named_struct('plate', 'ABO1234', 'confidence', 0.4D),"
                        + " named_struct('plate', 'ABC1234', 'confidence', cast(null as"
                        + " double)))"));
    Row pass =
        PassJob.passes(reads, SCOPE, Map.of("city-2", 2))
            .selectExpr("plate", "reads_of_plate", "agreement")
            .first();
    assertEquals("ABC1234", pass.getString(0), "two votes of one half, and said by no read");
    assertEquals(0, pass.getLong(1));
    assertEquals(1.0 / 2.8, pass.getDouble(2), 1e-9);
  }

  @Test
  void shouldFlagAPlateThatTheCameraSeesForHours() {
    StringBuilder reads = new StringBuilder("read_id | camera_id | captured_at | plate\n");
    for (int minute = 0; minute < 130; minute++) {
      String time = String.format("%02d:%02d", 10 + minute / 60, minute % 60);
      reads.append(minute).append(" | cam-1 | ").append(time).append(" | ABC1234\n");
    }
    reads.append("900 | cam-1 | 11:00 | XYZ9876\n").append("901 | cam-2 | 11:00 | ABC1234\n");
    Dataset<Row> passes = passes(reads.toString());
    assertEquals(
        130, passes.where("standing = 'STAYS'").selectExpr("sum(reads)").first().getLong(0));
    Rows.assertRows(
        """
        pass_id | camera_id | plate
        900     | cam-1     | XYZ9876
        901     | cam-2     | ABC1234
        """,
        passes.where("standing is null"));
  }

  private static Dataset<Row> passes(String reads) {
    return PassJob.passes(Rows.of(Table.READS, reads), SCOPE, Map.of("city-2", 2));
  }
}
