package io.platelake.app.match.search;

import io.platelake.core.match.rule.AlertDecision;
import io.platelake.core.match.rule.AlertReason;
import io.platelake.core.match.rule.AlertRule;
import io.platelake.core.match.rule.Description;
import io.platelake.core.match.rule.Listing;
import io.platelake.core.match.rule.NearEvidence;
import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.match.rule.StateVerdict;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.core.match.rule.VehicleVerdict;
import io.platelake.core.match.score.Score;
import io.platelake.core.plate.PlateEdits;
import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Rows of {@code hits}. Nothing is decided here: state, vehicle, score and alert are each judged by
 * the rules of {@code core}, every one for itself.
 */
final class HitRow {
  /** Spark's own seed, so that ids are those of its {@code xxhash64}. */
  private static final long SEED = 42;

  /**
   * What rows are made by.
   *
   * @param hits columns of {@code hits}
   * @param ruledOut false matches that a person has ruled out
   * @param matchedAt now of the run in microseconds since 1970
   */
  record Recipe(
      StructType hits,
      AlertRule alerts,
      String purpose,
      String policyVersion,
      Scoring scoring,
      FalseMatches ruledOut,
      long matchedAt)
      implements Serializable {}

  private final Recipe recipe;
  private final ListedEntries entries;
  private StateVerdict state;
  private VehicleVerdict vehicle;
  private VehicleTraits seen;

  HitRow(Recipe recipe, ListedEntries entries) {
    this.recipe = recipe;
    this.entries = entries;
  }

  /** Judges what read and entry say besides the plate. */
  void judge(InternalRow read, int ordinal) {
    state = StateVerdict.judge(ReadColumns.text(read, ReadColumns.STATE), entries.state(ordinal));
    seen = ReadColumns.vehicle(read);
    vehicle = VehicleVerdict.judge(seen, entries.vehicle(ordinal));
  }

  StateVerdict state() {
    return state;
  }

  VehicleVerdict vehicle() {
    return vehicle;
  }

  /**
   * The row of the pair judged last.
   *
   * @param edits characters that differ, -1 where they are yet to be counted
   * @param evidence of a near plate, or of a part of one that only a candidate fits; null otherwise
   */
  InternalRow of(
      InternalRow read, long key, int ordinal, PlateTier tier, int edits, NearEvidence evidence) {
    Score score = score(read, key, ordinal, tier, evidence);
    AlertDecision decision =
        recipe
            .alerts()
            .decide(
                entries.category(ordinal),
                entries.offenceClass(ordinal),
                tier,
                state,
                vehicle,
                // Descriptions and parts that only a candidate fits have none, and never alert.
                score == null ? 0 : score.probability(),
                recipe.purpose())
            .unless(tier == PlateTier.PARTIAL && evidence != null, AlertReason.ONLY_A_CANDIDATE)
            .unless(isRuledOut(read, key, ordinal), AlertReason.SUPPRESSED);
    Cells cells = new Cells(recipe.hits());
    long readId = read.getLong(ReadColumns.ID);
    // Of ids that do not change when a list is loaded again, so outcomes keep pointing at it.
    cells.set("hit_id", XXH64.hashLong(entries.entryId(ordinal), XXH64.hashLong(readId, SEED)));
    cells.set("read_id", readId);
    cells.set("entry_id", entries.entryId(ordinal));
    cells.text("snapshot_id", entries.snapshotId(ordinal));
    cells.text("list_id", entries.listId(ordinal));
    cells.text("agency_id", ReadColumns.text(read, ReadColumns.AGENCY));
    cells.text("camera_id", ReadColumns.text(read, ReadColumns.CAMERA));
    cells.set("captured_at", read.getLong(ReadColumns.CAPTURED_AT));
    cells.set("matched_at", recipe.matchedAt());
    cells.text("tier", tier.name());
    cells.set("substitutions", edits < 0 ? PlateEdits.distance(key, entries.key(ordinal)) : edits);
    cells.text("near_evidence", evidence == null ? null : evidence.name());
    cells.text("state_verdict", state.name());
    cells.text("vehicle_verdict", vehicle.name());
    if (score != null) {
      cells.set("score", score.probability());
      cells.set("score_plate", score.plate());
      cells.set("score_state", score.state());
      cells.set("score_vehicle", score.vehicle());
      cells.set("score_candidate", score.candidate());
      cells.set("score_support", score.support());
      cells.set("score_support_model", score.supportOfModel());
    }
    cells.text("listing", Listing.LISTED.name());
    cells.text("instructions", entries.instructions(ordinal));
    cells.text("category", entries.category(ordinal));
    cells.set("is_alert", decision.alert());
    cells.text("alert_reason", decision.reasonCode());
    cells.text("policy_version", recipe.policyVersion());
    cells.set(
        "delete_after",
        read.isNullAt(ReadColumns.DELETE_AFTER) ? null : read.getLong(ReadColumns.DELETE_AFTER));
    cells.text("purpose", ReadColumns.text(read, ReadColumns.PURPOSE));
    cells.set("date", read.getInt(ReadColumns.DATE));
    return cells.row();
  }

  /**
   * Null where nothing is known to base a score on: how many vehicles a description fits, and how
   * often a candidate is right.
   */
  private Score score(
      InternalRow read, long key, int ordinal, PlateTier tier, NearEvidence evidence) {
    String camera = ReadColumns.text(read, ReadColumns.CAMERA);
    return switch (tier) {
      case EXACT, EQUIVALENT, NEAR ->
          recipe
              .scoring()
              .score(
                  camera,
                  key,
                  entries.key(ordinal),
                  entries.letterOAsZero(ordinal),
                  state,
                  vehicle,
                  evidence == NearEvidence.CANDIDATE);
      case PARTIAL ->
          evidence == null
              ? recipe
                  .scoring()
                  .partial(camera, key, entries.others().pattern(ordinal), state, vehicle)
              : null;
      case VEHICLE -> null;
    };
  }

  private boolean isRuledOut(InternalRow read, long key, int ordinal) {
    return recipe
        .ruledOut()
        .holds(
            entries.entryId(ordinal),
            key,
            new Description(ReadColumns.text(read, ReadColumns.STATE), seen),
            new Description(entries.state(ordinal), entries.vehicle(ordinal)));
  }

  /** Cells by the names of their columns; hits are few, so that looking these up costs nothing. */
  private static final class Cells {
    private final StructType columns;
    private final Object[] cells;

    Cells(StructType columns) {
      this.columns = columns;
      this.cells = new Object[columns.size()];
    }

    void set(String column, Object value) {
      cells[columns.fieldIndex(column)] = value;
    }

    void text(String column, String value) {
      set(column, UTF8String.fromString(value));
    }

    InternalRow row() {
      return new GenericInternalRow(cells);
    }
  }
}
