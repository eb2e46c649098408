package io.platelake.app.match.search;

import static io.platelake.app.Rows.assertRows;
import static io.platelake.app.match.search.Matches.CRIMINAL;
import static io.platelake.app.match.search.Matches.UNLEARNED;
import static io.platelake.app.match.search.Matches.hits;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.Rows;
import io.platelake.app.TestPolicies;
import io.platelake.app.ledger.alert.ConfusionHistory;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.match.rule.Description;
import io.platelake.core.match.rule.NearRule;
import io.platelake.core.match.rule.Suppression;
import io.platelake.core.match.rule.TierRules;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.core.match.score.Agreement;
import io.platelake.core.match.score.CameraConfusions;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.policy.PolicyReader;
import io.platelake.lake.contract.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plates that are not the same: what else has to speak for them, and how sure a hit is. */
@Tag("lake")
class NearMatchingTest {
  /** One character lost, added or another one; 5 agrees in nothing else, 6 contradicts. */
  @Test
  void shouldTakeANearPlateOnlyWhenSomethingElseSpeaksForIt() {
    assertRows(
        """
        read_id | tier  | substitutions | near_evidence              | is_alert | alert_reason
        1       | EXACT | 0             | -                          | true     | ALERT
        2       | NEAR  | 1             | STATE_AND_VEHICLE          | false    | TIER_NOT_ALLOWED
        3       | NEAR  | 1             | STATE_AND_VEHICLE          | false    | TIER_NOT_ALLOWED
        4       | NEAR  | 1             | LOW_CONFIDENCE_AND_VEHICLE | false    | TIER_NOT_ALLOWED
        """,
        hits(
            """
            read_id | plate    | state | make   | color | confidence
            1       | ABC1234  | WA    | toyota | red   | 0.9
            2       | ABC123   | WA    | toyota | red   | 0.9
            3       | ABC12345 | WA    | toyota | red   | 0.9
            4       | ABC1284  | -     | toyota | -     | 0.7
            5       | ABC1284  | -     | toyota | -     | 0.9
            6       | ABC123   | WA    | ford   | red   | 0.7
            7       | ABC12    | WA    | toyota | red   | 0.7
            """,
            """
            plate   | state | make   | color
            ABC1234 | WA    | toyota | red
            """,
            near()));
  }

  @Test
  void shouldFindTheEntryThatTheReaderNamesAsAnotherCandidate() {
    Dataset<Row> reads =
        Rows.of(
                Table.READS,
                """
                read_id | plate   | confidence | state | make
                1       | XBC1Z84 | 0.8        | WA    | toyota
                2       | XBC1Z84 | 0.8        | WA    | toyota
                """)
            .withColumn(
                "candidates",
                expr(
                    "array(named_struct('plate', 'ABC1234', 'confidence',"
                        + " IF(read_id = 1, 0.5D, 0.3D)))"));
    Dataset<Row> entries =
        Rows.of(
                Table.HOTLIST_ENTRIES,
                """
                plate   | state | make
                ABC1234 | WA    | toyota
                """)
            .withColumn("letter_o_as_zero", lit(false));
    // State and vehicle speak for a plate one character away, not for what a reader hardly thought.
    assertRows(
        """
        read_id | tier | substitutions | near_evidence
        1       | NEAR | 3             | CANDIDATE
        """,
        hits(reads, entries, near()));
    Row hit = hits(reads, entries, near()).first();
    assertEquals(Math.log(50), hit.<Double>getAs("score_candidate"), 1e-9);
    assertEquals(0, hits(reads, entries, CRIMINAL).count());
  }

  @Test
  void shouldScoreAHitHigherTheMoreSpeaksForIt() {
    Dataset<Row> hits =
        hits(
            """
            read_id | plate   | state | make
            1       | ABC1234 | WA    | toyota
            2       | ABC1234 | WA    | -
            3       | ABC1234 | -     | -
            4       | A8C1234 | -     | -
            5       | A8C1234 | OR    | ford
            """,
            """
            plate   | state | make
            ABC1234 | WA    | toyota
            """,
            CRIMINAL);
    List<Long> ranked =
        hits.orderBy(col("score").desc()).select("read_id").collectAsList().stream()
            .map(r -> r.getLong(0))
            .toList();
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), ranked);
  }

  /** Below the least score of its tier a hit is a hit; an exact plate of the same state alerts. */
  @Test
  void shouldNotAlertBelowTheLeastScoreOfThePolicy() {
    String unknownVehicle = "allow_unknown_vehicle: true\n";
    String text =
        TestPolicies.waCityText()
            .replace(
                unknownVehicle,
                unknownVehicle + "      least_score: {exact: 0.999, equivalent: 0.5}\n");
    PolicyInForce policy =
        new PolicyInForce("city-2", "v-1", PolicyReader.read(text, "wa-city.yaml"), text);
    assertRows(
        """
        read_id | tier       | is_alert | alert_reason
        1       | EXACT      | true     | ALERT
        2       | EXACT      | false    | SCORE_TOO_LOW
        3       | EQUIVALENT | true     | ALERT
        4       | EQUIVALENT | false    | SCORE_TOO_LOW
        5       | EQUIVALENT | false    | VEHICLE_DIFFERS
        """,
        hits(
            """
            read_id | plate   | state | make
            1       | ABC1234 | WA    | -
            2       | ABC1234 | -     | -
            3       | ABCI234 | WA    | toyota
            4       | ABCI234 | WA    | -
            5       | ABCI234 | WA    | ford
            """,
            """
            plate   | state | make
            ABC1234 | WA    | toyota
            """,
            MatchRules.of(policy, "criminal")));
  }

  /** Cameras 1 and 2 are of models that were learned about, camera 3 of none, 4 is unknown. */
  @Test
  void shouldScoreByWhatTheCamerasModelWasSeenToConfuse() {
    CameraConfusions learned = new CameraConfusions();
    for (int i = 0; i < 200; i++) {
      learned.learn("blurred", PlateKey.pack("XYZ8765"), PlateKey.pack("XYZB765"));
      learned.learn("sharp", PlateKey.pack("XYZB765"), PlateKey.pack("XYZB765"));
    }
    Scoring scoring =
        new Scoring(
            Map.of("cam-1", "blurred", "cam-2", "sharp", "cam-3", "unheard of"),
            new ConfusionHistory(
                learned,
                Agreement.STATE_OF_WANTED,
                Agreement.VEHICLE_OF_WANTED,
                Agreement.VEHICLE_OF_OTHERS));
    Dataset<Row> hits =
        hits(
            Rows.of(
                Table.READS,
                """
                plate   | camera_id
                A8C1234 | cam-1
                A8C1234 | cam-2
                A8C1234 | cam-3
                A8C1234 | cam-4
                """),
            Rows.of(Table.HOTLIST_ENTRIES, "plate\nABC1234")
                .withColumn("letter_o_as_zero", lit(false)),
            CRIMINAL,
            new EarlierFindings(scoring, List.of()));
    assertRows(
        """
        camera_id | score_support | score_support_model
        cam-1     | 400           | 200
        cam-2     | 400           | 200
        cam-3     | 400           | 0
        cam-4     | 400           | 0
        """,
        hits);
    List<Double> scores =
        hits.orderBy("camera_id").select("score").collectAsList().stream()
            .map(r -> r.getDouble(0))
            .toList();
    assertTrue(scores.get(0) > scores.get(2) && scores.get(2) > scores.get(1), scores.toString());
    assertEquals(scores.get(3), scores.get(2));
  }

  /** Read 2 comes with another colour: that is news, and somebody has to look again. */
  @Test
  void shouldHeedARuledOutMatchUntilSomethingChanges() {
    Suppression ruled =
        new Suppression(
            7,
            PlateKey.pack("A8C1234"),
            new Description("WA", new VehicleTraits("toyota", null, "red", null)),
            new Description("WA", new VehicleTraits("toyota", null, null, null)),
            "the plate was read wrong twice",
            Instant.parse("2026-07-01T00:00:00Z"));
    assertRows(
        """
        read_id | is_alert | alert_reason
        1       | false    | SUPPRESSED
        2       | true     | ALERT
        3       | true     | ALERT
        """,
        hits(
            Rows.of(
                Table.READS,
                """
                read_id | plate   | state | make   | color
                1       | A8C1234 | WA    | toyota | red
                2       | A8C1234 | WA    | toyota | blue
                3       | ABC1234 | WA    | toyota | red
                """),
            Rows.of(
                    Table.HOTLIST_ENTRIES,
                    """
                    entry_id | plate   | state | make
                    7        | ABC1234 | WA    | toyota
                    """)
                .withColumn("letter_o_as_zero", lit(false)),
            CRIMINAL,
            new EarlierFindings(UNLEARNED.scoring(), List.of(ruled))));
  }

  private static MatchRules near() {
    return CRIMINAL.with(
        new TierRules(Optional.of(new NearRule(5, 0.5, 0.8)), Optional.empty(), Optional.empty()));
  }
}
