package io.platelake.app.match.search;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.platelake.app.Rows;
import io.platelake.core.plate.PlateKey;
import io.platelake.lake.contract.Contracts;
import io.platelake.lake.contract.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lake")
class KeySearchTest {
  private static final MatchRules RULES = Matches.CRIMINAL.forWholePlates();

  @Test
  void shouldFindByLookingThroughAllPlatesWhatSpellingOutAsksFor() {
    HitSearch search =
        new HitSearch(
            Map.of("city-2", RULES),
            Contracts.load().get(Table.HITS).schema(),
            agency -> Matches.UNLEARNED,
            Matches.AS_OF);
    WantedEntries wanted =
        search.listed(
            Rows.of(
                    Table.HOTLIST_ENTRIES,
                    """
                    plate   | category
                    ABC1234 | stolen_vehicle
                    KTM4820 | stolen_vehicle
                    """)
                .withColumn("letter_o_as_zero", lit(false)));
    Dataset<Row> reads =
        Rows.of(
                Table.READS,
                """
                read_id | plate   | camera_id
                1       | ABC1234 | f-1
                2       | A8C1234 | f-1
                3       | A8C1Z34 | f-1
                4       | KTM482O | f-2
                5       | KTM4821 | f-2
                6       | -       | f-2
                """)
            .select(KeySearch.columns(col("camera_id")));
    JavaSparkContext executors =
        JavaSparkContext.fromSparkContext(reads.sparkSession().sparkContext());
    Broadcast<WantedEntries> plates = executors.broadcast(wanted);
    List<KeySearch.Keys> tasks =
        reads.queryExecution().toRdd().toJavaRDD().mapPartitions(new KeySearch(plates)).collect();
    Map<String, long[]> found = KeySearch.Keys.arrays(tasks);
    assertEquals(6, tasks.stream().mapToLong(t -> t.reads().get("city-2")).sum());
    assertEquals(2, found.size());
    assertArrayEquals(keys("ABC1234", "A8C1234"), found.get("f-1"));
    assertArrayEquals(keys("KTM482O"), found.get("f-2"));
    long[] alike = wanted.byAgency().get("city-2").entries().index().alike(1_000).orElseThrow();
    for (long[] ofFile : found.values()) {
      for (long key : ofFile) {
        assertFalse(Arrays.binarySearch(alike, key) < 0, "a plate that is not spelled out");
      }
    }
    assertFalse(tasks.toString().contains(Long.toString(keys("ABC1234")[0])));
  }

  private static long[] keys(String... plates) {
    return Arrays.stream(plates).mapToLong(PlateKey::pack).sorted().toArray();
  }
}
