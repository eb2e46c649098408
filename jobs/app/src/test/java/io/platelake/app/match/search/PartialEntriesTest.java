package io.platelake.app.match.search;

import static io.platelake.app.Rows.assertRows;
import static io.platelake.app.match.search.Matches.CRIMINAL;
import static io.platelake.app.match.search.Matches.UNLEARNED;
import static io.platelake.app.match.search.Matches.hits;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.app.Rows;
import io.platelake.core.match.rule.AlertRule;
import io.platelake.core.match.rule.Description;
import io.platelake.core.match.rule.PartialRule;
import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.match.rule.Suppression;
import io.platelake.core.match.rule.TierRules;
import io.platelake.core.match.rule.VehicleRule;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.core.plate.PlateKey;
import io.platelake.lake.contract.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Entries that know a part of their plate, and descriptions of a vehicle without one. */
@Tag("lake")
class PartialEntriesTest {
  private static final String RED_KIA =
      """
      entry_id | plate | pattern | state | make | color
      7        | -     | 7AB?1*  | WA    | kia  | red
      """;

  /** 5 is of another state, 6 another vehicle, 7 has no vehicle to compare, 8 another plate. */
  @Test
  void shouldFindReadsThatFitThePartAndWhatElseTheEntrySays() {
    assertRows(
        """
        read_id | tier    | substitutions | state_verdict | vehicle_verdict | near_evidence | is_alert | alert_reason
        1       | PARTIAL | 0             | SAME          | CONSISTENT      | -             | true     | ALERT
        2       | PARTIAL | 0             | UNKNOWN       | CONSISTENT      | -             | false    | STATE_UNKNOWN
        """,
        hits(
            """
            read_id | plate    | state | make | color
            1       | 7ABC1    | WA    | kia  | red
            2       | 7ABD1234 | -     | -    | red
            5       | 7ABC123  | OR    | kia  | red
            6       | 7ABC123  | WA    | ford | red
            7       | 7ABC123  | WA    | -    | -
            8       | 7A8C123  | WA    | kia  | red
            9       | -        | WA    | kia  | red
            """,
            RED_KIA,
            alerting()));
  }

  @Test
  void shouldNeverAlertUnlessThePolicyNamesTheTier() {
    assertRows(
        """
        read_id | tier    | is_alert | alert_reason
        1       | PARTIAL | false    | TIER_NOT_ALLOWED
        """,
        hits("plate | state | make\n7ABC123 | WA | kia", RED_KIA, looking(20, 20)));
    assertEquals(0, hits("plate | state | make\n7ABC123 | WA | kia", RED_KIA, CRIMINAL).count());
  }

  /** Read 2 considered it too little; and what only a candidate fits is in doubt twice. */
  @Test
  void shouldLookForThePartInOtherCandidatesOfTheReader() {
    Dataset<Row> reads =
        Rows.of(
                Table.READS,
                """
                read_id | plate   | confidence | state | make
                1       | 7X8C123 | 0.8        | WA    | kia
                2       | 7X8C123 | 0.8        | WA    | kia
                3       | 7ABC123 | 0.8        | WA    | kia
                """)
            .withColumn(
                "candidates",
                expr(
                    "array(named_struct('plate', '7ABC123', 'confidence',"
                        + " IF(read_id = 2, 0.3D, 0.5D)))"));
    assertRows(
        """
        read_id | tier    | near_evidence | alert_reason     | score is null
        1       | PARTIAL | CANDIDATE     | ONLY_A_CANDIDATE | true
        3       | PARTIAL | -             | ALERT            | false
        """
            .replace("score is null", "(score is null)"),
        hits(reads, entries(RED_KIA), alerting()));
  }

  @Test
  void shouldScoreAPartLowerTheLessItKnows() {
    List<Row> ranked =
        hits(
                "plate | state\n7ABC123 | WA",
                """
                entry_id | plate   | pattern | state
                1        | 7ABC123 | -       | WA
                2        | -       | 7ABC12? | WA
                3        | -       | 7ABC?2* | WA
                4        | -       | 7ABC*   | WA
                5        | -       | *ABC1*  | WA
                """,
                looking(20, 20))
            .orderBy("entry_id")
            .select("score", "score_support")
            .collectAsList();
    assertEquals(5, ranked.size());
    for (int i = 1; i < ranked.size(); i++) {
      assertEquals(1, Double.compare(ranked.get(i - 1).getDouble(0), ranked.get(i).getDouble(0)));
      assertEquals(0, ranked.get(i).getLong(1));
    }
  }

  /** 3 has another model, 4 no colour, 5 is of another state; 2 was read without a plate. */
  @Test
  void shouldFindTheVehicleThatFitsAllThatADescriptionSays() {
    assertRows(
        """
        read_id | tier    | state_verdict | vehicle_verdict | score | is_alert | alert_reason
        1       | VEHICLE | SAME          | CONSISTENT      | -     | false    | TIER_NOT_ALLOWED
        2       | VEHICLE | SAME          | CONSISTENT      | -     | false    | TIER_NOT_ALLOWED
        """,
        hits(
            """
            read_id | plate   | state | make   | model | color
            1       | ABC1234 | WA    | Toyota | camry | blue
            2       | -       | WA    | toyota | camry | blue/white
            3       | ABC1235 | WA    | toyota | rav4  | blue
            4       | ABC1236 | WA    | toyota | camry | -
            5       | ABC1237 | OR    | toyota | camry | blue
            """,
            """
            entry_id | plate | state | make   | model | color
            7        | -     | WA    | toyota | camry | blue
            """,
            alerting()));
  }

  /** The entry ended at ten; reads that must be gone serve nothing. */
  @Test
  void shouldNotFindAnEntryThatEndedOrAReadThatMustBeGone() {
    assertEquals(
        0,
        hits(
                "plate | captured_at | make | model | color\n7ABC123 | 10:00 | kia | rio | red",
                """
                plate | pattern | make | model | color | expires
                -     | 7AB?1*  | kia  | -     | -     | 10:00
                -     | -       | kia  | rio   | red   | 10:00
                """,
                alerting())
            .count());
    assertEquals(
        0,
        hits(
                "plate | delete_after | make | model | color\n- | 12:00 | kia | rio | red",
                "plate | make | model | color\n- | kia | rio | red",
                alerting())
            .count());
  }

  @Test
  void shouldReadAZeroOfAListWithoutLetterOAsEither() {
    Dataset<Row> reads = Rows.of(Table.READS, "read_id | plate\n1 | 7AO0123\n2 | 7AQ0123");
    Dataset<Row> part = Rows.of(Table.HOTLIST_ENTRIES, "plate | pattern\n- | 7A0?1*");
    assertRows(
        "read_id\n1", hits(reads, part.withColumn("letter_o_as_zero", lit(true)), alerting()));
    assertEquals(
        0, hits(reads, part.withColumn("letter_o_as_zero", lit(false)), alerting()).count());
  }

  /** Of the first two in time none is an alert either: four vehicles fit. */
  @Test
  void shouldKeepTheFirstHitsOfAnEntryThatFitsTooMany() {
    String reads =
        """
        read_id | plate   | captured_at | state | make | model | color
        1       | 7ABC123 | 10:04       | WA    | kia  | rio   | red
        2       | 7ABC124 | 10:02       | WA    | kia  | rio   | red
        3       | 7ABC125 | 10:03       | WA    | kia  | rio   | red
        4       | 7ABC126 | 10:03       | WA    | kia  | rio   | red
        """;
    String entries =
        """
        entry_id | plate   | pattern | state | make | model | color
        1        | 7ABC126 | -       | WA    | -    | -     | -
        2        | -       | 7AB?12* | WA    | kia  | -     | -
        3        | -       | -       | WA    | kia  | rio   | red
        4        | -       | 7AB?*4  | WA    | kia  | -     | -
        """;
    assertRows(
        """
        entry_id | read_id | tier    | alert_reason
        1        | 4       | EXACT   | ALERT
        2        | 2       | PARTIAL | ENTRY_TOO_WIDE
        2        | 3       | PARTIAL | ENTRY_TOO_WIDE
        3        | 2       | VEHICLE | TIER_NOT_ALLOWED
        4        | 2       | PARTIAL | ALERT
        """,
        hits(
            Rows.of(Table.READS, reads).repartition(3), entries(entries), alerting(looking(2, 1))));
  }

  @Test
  void shouldHeedARuledOutMatch() {
    Suppression ruled =
        new Suppression(
            7,
            PlateKey.pack("7ABC123"),
            new Description("WA", new VehicleTraits("kia", null, null, null)),
            new Description("WA", new VehicleTraits("kia", null, "red", null)),
            "the neighbour's",
            Instant.parse("2026-07-01T00:00:00Z"));
    assertRows(
        """
        read_id | alert_reason
        1       | SUPPRESSED
        2       | ALERT
        """,
        hits(
            Rows.of(
                Table.READS,
                """
                read_id | plate   | state | make
                1       | 7ABC123 | WA    | kia
                2       | 7ABC124 | WA    | kia
                """),
            entries(RED_KIA),
            alerting(),
            new EarlierFindings(UNLEARNED.scoring(), List.of(ruled))));
  }

  private static Dataset<Row> entries(String text) {
    return Rows.of(Table.HOTLIST_ENTRIES, text).withColumn("letter_o_as_zero", lit(false));
  }

  private static MatchRules looking(int partialHits, int vehicleHits) {
    return CRIMINAL.with(
        new TierRules(
            Optional.empty(),
            Optional.of(new PartialRule(4, 0.5, partialHits)),
            Optional.of(new VehicleRule(vehicleHits))));
  }

  private static MatchRules alerting() {
    return alerting(looking(20, 20));
  }

  /** The same where parts of plates may alert. */
  private static MatchRules alerting(MatchRules rules) {
    return new MatchRules(
        rules.agency(),
        rules.purpose(),
        rules.policyVersion(),
        rules.categories(),
        rules.equivalence(),
        rules.classes(),
        rules.tiers(),
        new AlertRule(
            Set.of("criminal"),
            Set.of("stolen_vehicle"),
            Map.of(),
            Set.of(PlateTier.EXACT, PlateTier.PARTIAL),
            true,
            true));
  }
}
