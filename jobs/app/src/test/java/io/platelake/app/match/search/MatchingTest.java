package io.platelake.app.match.search;

import static io.platelake.app.Rows.assertRows;
import static io.platelake.app.match.search.Matches.CRIMINAL;
import static io.platelake.app.match.search.Matches.hits;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.app.Rows;
import io.platelake.app.TestPolicies;
import io.platelake.core.plate.OcrClasses;
import io.platelake.lake.contract.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lake")
class MatchingTest {
  private static final MatchRules PARKING = MatchRules.of(TestPolicies.waCity("city-2"), "parking");

  @Test
  void shouldMatchEqualPlatesAndThoseOneLookAlikeApart() {
    assertRows(
        """
        read_id | entry_id | tier       | substitutions | is_alert
        1       | 1        | EXACT      | 0             | true
        2       | 1        | EQUIVALENT | 1             | true
        """,
        hits(
            """
            read_id | plate
            1       | ABC1234
            2       | A8C1234
            3       | A8C1Z34
            4       | ABC123
            5       | ABD1234
            6       | -
            7       | 8BC
            """,
            """
            entry_id | plate
            1        | ABC1234
            2        | BBC
            """,
            CRIMINAL));
  }

  @Test
  void shouldKeepEveryEntryOfAPlateAsAHitOfItsOwn() {
    assertRows(
        """
        read_id | entry_id | list_id | category
        1       | 1        | stolen  | stolen_vehicle
        1       | 2        | missing | missing_or_endangered_person
        """,
        hits(
            """
            read_id | plate
            1       | ABC1234
            """,
            """
            entry_id | plate   | list_id | snapshot_id | category
            1        | ABC1234 | stolen  | s-1         | stolen_vehicle
            2        | ABC1234 | missing | m-1         | missing_or_endangered_person
            """,
            CRIMINAL));
  }

  @Test
  void shouldCarryInstructionsUnchanged() {
    String words =
        "Stop only with cause;\nidentify \"all\" occupants, call 555 \u2014 \u00E9quipe 2";
    Dataset<Row> entries =
        Rows.of(Table.HOTLIST_ENTRIES, "plate\nABC1234")
            .withColumn("instructions", lit(words))
            .withColumn("letter_o_as_zero", lit(false));
    Dataset<Row> hits = hits(Rows.of(Table.READS, "plate\nABC1234"), entries, CRIMINAL);
    assertEquals(words, hits.select("instructions").first().getString(0));
  }

  @Test
  void shouldJudgeStateApartFromPlateAndNeverTakeUnknownForSame() {
    assertRows(
        """
        read_id | state_verdict | is_alert | alert_reason
        1       | SAME          | true     | ALERT
        2       | DIFFERENT     | false    | STATE_DIFFERS
        3       | UNKNOWN       | true     | ALERT
        """,
        hits(
            """
            read_id | plate   | state
            1       | ABC1234 | WA
            2       | ABC1234 | OR
            3       | ABC1234 | -
            """,
            """
            plate   | state
            ABC1234 | WA
            """,
            CRIMINAL));
  }

  @Test
  void shouldJudgeTheVehicleByWhatBothSidesKnow() {
    assertRows(
        """
        read_id | vehicle_verdict | alert_reason
        1       | CONSISTENT      | ALERT
        2       | INCONSISTENT    | VEHICLE_DIFFERS
        3       | UNKNOWN         | ALERT
        4       | INCONSISTENT    | VEHICLE_DIFFERS
        """,
        hits(
            """
            read_id | plate   | make   | color | body
            1       | ABC1234 | toyota | -     | -
            2       | ABC1234 | ford   | red   | -
            3       | ABC1234 | -      | -     | suv
            4       | ABC1234 | toyota | blue  | -
            """,
            """
            plate   | make   | color
            ABC1234 | toyota | red
            """,
            CRIMINAL));
  }

  @Test
  void shouldNeverAlertOnAParkingHit() {
    assertRows(
        """
        read_id | tier  | purpose | is_alert | alert_reason
        1       | EXACT | parking | false    | PURPOSE_HAS_NO_ALERTS
        """,
        hits(
            """
            read_id | plate   | state | purpose
            1       | ABC1234 | WA    | parking
            """,
            """
            plate   | state | purpose | category
            ABC1234 | WA    | parking | impound_or_immobilize
            """,
            PARKING));
  }

  @Test
  void shouldAskForTheOffenceClassOfAWarrant() {
    assertRows(
        """
        entry_id | alert_reason
        1        | ALERT
        2        | OFFENCE_CLASS_NOT_ALLOWED
        3        | OFFENCE_CLASS_NOT_ALLOWED
        """,
        hits(
            """
            read_id | plate
            1       | ABC1234
            """,
            """
            entry_id | plate   | category | offence_class
            1        | ABC1234 | warrant  | felony
            2        | ABC1234 | warrant  | misdemeanor
            3        | ABC1234 | warrant  | -
            """,
            CRIMINAL));
  }

  @Test
  void shouldDropEntriesOfACategoryThatThePolicyNoLongerNames() {
    assertRows(
        """
        entry_id
        1
        """,
        hits(
            """
            read_id | plate
            1       | ABC1234
            """,
            """
            entry_id | plate   | category
            1        | ABC1234 | stolen_vehicle
            2        | ABC1234 | immigration_violator
            """,
            CRIMINAL));
  }

  @Test
  void shouldHitFromTheBeginningOfAnEntryToItsEnd() {
    assertRows(
        """
        read_id | captured_at
        1       | 09:59:59
        5       | 09:00:00
        """,
        hits(
            """
            read_id | plate   | captured_at
            1       | ABC1234 | 09:59:59
            2       | ABC1234 | 10:00
            3       | ABC1234 | 10:00:01
            4       | ABC1234 | 08:59:59
            5       | ABC1234 | 09:00
            """,
            """
            plate   | begins | expires
            ABC1234 | 09:00  | 10:00
            """,
            CRIMINAL));
  }

  @Test
  void shouldNotUseAReadThatMustBeGone() {
    assertRows(
        """
        read_id | delete_after
        2       | 12:00:01
        3       | -
        """,
        hits(
            """
            read_id | plate   | delete_after
            1       | ABC1234 | 12:00
            2       | ABC1234 | 12:00:01
            3       | ABC1234 | -
            """,
            """
            plate
            ABC1234
            """,
            CRIMINAL));
  }

  @Test
  void shouldFindLetterOOfAListThatWritesZeroEvenWhenThePolicyKeepsThemApart() {
    MatchRules strict =
        new MatchRules(
            "city-2",
            "criminal",
            "v-1",
            CRIMINAL.categories(),
            CRIMINAL.equivalence(),
            OcrClasses.of(List.of("1I")),
            CRIMINAL.tiers(),
            CRIMINAL.alerts());
    String reads =
        """
        read_id | plate
        1       | AB0123O
        2       | ABO123O
        3       | ABO123Q
        """;
    String entries =
        """
        plate
        AB01230
        """;
    assertRows(
        """
        read_id | tier       | substitutions
        1       | EQUIVALENT | 0
        2       | EQUIVALENT | 0
        """,
        hits(
            Rows.of(Table.READS, reads),
            Rows.of(Table.HOTLIST_ENTRIES, entries).withColumn("letter_o_as_zero", lit(true)),
            strict));
    assertEquals(
        0,
        hits(
                Rows.of(Table.READS, reads),
                Rows.of(Table.HOTLIST_ENTRIES, entries).withColumn("letter_o_as_zero", lit(false)),
                strict)
            .count());
  }

  @Test
  void shouldGiveAHitTheSameIdWhenTheListIsLoadedAgain() {
    String reads =
        """
        read_id | plate
        1       | ABC1234
        """;
    Dataset<Row> before =
        hits(reads, "entry_id | plate | snapshot_id\n7 | ABC1234 | s-1", CRIMINAL);
    Dataset<Row> after = hits(reads, "entry_id | plate | snapshot_id\n7 | ABC1234 | s-2", CRIMINAL);
    assertEquals(Rows.text(before, "hit_id"), Rows.text(after, "hit_id"));
  }

  @Test
  void shouldCarryReadAndPolicyInEveryHit() {
    assertRows(
        """
        agency_id | camera_id | captured_at | matched_at | policy_version | delete_after         | date
        city-2    | cam-9     | 10:00:00    | 12:00:00   | v-1            | 2026-06-22T10:00:00Z | 2026-06-01
        """,
        hits(
            """
            plate   | camera_id
            ABC1234 | cam-9
            """,
            """
            plate
            ABC1234
            """,
            CRIMINAL));
  }
}
