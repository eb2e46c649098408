package io.platelake.app.match;

import io.platelake.core.match.EntryIndex;
import io.platelake.core.match.EquivalenceRule;
import io.platelake.core.match.NearEvidence;
import io.platelake.core.match.NearRule;
import io.platelake.core.match.PlateTier;
import io.platelake.core.match.ReadPlates;
import io.platelake.core.plate.OcrClasses;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Compares read after read with all entries at once: rows of {@link ReadColumns} to the hits and
 * counts of the task. Nearly every read agrees with nothing and costs a look at a filter.
 */
final class PlateSearch implements FlatMapFunction<Iterator<InternalRow>, Searched> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<WantedPlates> wanted;
  private final HitRow.Recipe recipe;
  private final EquivalenceRule equivalence;
  private final OcrClasses classes;

  /** Null where near plates are not looked at. */
  private final NearRule near;

  /** Now of the run in microseconds since 1970. */
  private final long asOf;

  PlateSearch(Broadcast<WantedPlates> wanted, MatchRules rules, HitRow.Recipe recipe) {
    this.wanted = wanted;
    this.recipe = recipe;
    this.equivalence = rules.equivalence();
    this.classes = rules.classes();
    this.near = rules.near().orElse(null);
    this.asOf = recipe.matchedAt();
  }

  @Override
  public Iterator<Searched> call(Iterator<InternalRow> reads) {
    Task task = new Task(wanted.value());
    while (reads.hasNext()) {
      task.compare(reads.next());
    }
    return List.of(new Searched(task.reads, task.withoutPlate, task.expired, task.hits)).iterator();
  }

  /** One task; not serialised. */
  private final class Task {
    private final WantedPlates entries;
    private final EntryIndex index;
    private final Found found = new Found();
    private final HitRow row;
    private final ArrayList<InternalRow> hits = new ArrayList<>();
    private long reads;
    private long withoutPlate;
    private long expired;

    Task(WantedPlates entries) {
      this.entries = entries;
      this.index = entries.index();
      this.row = new HitRow(recipe, entries);
    }

    /**
     * Reads that must be gone serve nothing any more; without an instant to be gone at, the policy
     * sets none.
     */
    void compare(InternalRow read) {
      reads++;
      if (read.isNullAt(ReadColumns.PLATE)) {
        withoutPlate++;
      } else if (!read.isNullAt(ReadColumns.DELETE_AFTER)
          && read.getLong(ReadColumns.DELETE_AFTER) <= asOf) {
        expired++;
      } else {
        search(read, read.getLong(ReadColumns.PLATE), read.getLong(ReadColumns.CAPTURED_AT));
      }
    }

    private void search(InternalRow read, long key, long capturedAt) {
      found.clear();
      index.find(key, found);
      ReadPlates plates = null;
      if (near != null) {
        plates = ReadColumns.plates(read, key);
        for (int i = 1; i < plates.size(); i++) {
          index.findAlike(plates.key(i), found.through(plates, i));
        }
      }
      for (int i = 0; i < found.size(); i++) {
        if (entries.inForce(found.ordinal(i), capturedAt)) {
          hit(read, key, plates, i);
        }
      }
    }

    private void hit(InternalRow read, long key, ReadPlates plates, int i) {
      int ordinal = found.ordinal(i);
      row.judge(read, ordinal);
      NearEvidence evidence = null;
      if (found.tier(i) == PlateTier.NEAR) {
        evidence =
            near.evidence(
                offered(plates, ordinal), row.state(), row.vehicle(), plates.confidence(0));
        if (!evidence.isEnough()) {
          return;
        }
      }
      hits.add(row.of(read, key, ordinal, found.tier(i), found.edits(i), evidence));
    }

    private boolean offered(ReadPlates plates, int ordinal) {
      return plates.offers(
          entries.key(ordinal), equivalence, classes, entries.letterOAsZero(ordinal), near);
    }
  }
}
