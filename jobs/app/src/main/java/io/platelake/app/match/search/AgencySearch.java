package io.platelake.app.match.search;

import io.platelake.core.match.index.EntryIndex;
import io.platelake.core.match.index.EntryVisitor;
import io.platelake.core.match.rule.Description;
import io.platelake.core.match.rule.EquivalenceRule;
import io.platelake.core.match.rule.NearEvidence;
import io.platelake.core.match.rule.NearRule;
import io.platelake.core.match.rule.PartialRule;
import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.match.rule.ReadPlates;
import io.platelake.core.match.rule.TierRules;
import io.platelake.core.plate.NoPlateWords;
import io.platelake.core.plate.OcrClasses;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * How the reads of one agency are compared with its entries. There is one hit per read and entry
 * that agree, with the best of the tiers that apply.
 */
final class AgencySearch implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HitRow.Recipe recipe;
  private final EquivalenceRule equivalence;
  private final OcrClasses classes;
  private final TierRules tiers;

  /** Now of the run in microseconds since 1970. */
  private final long asOf;

  private AgencySearch(MatchRules rules, HitRow.Recipe recipe) {
    this.recipe = recipe;
    this.equivalence = rules.equivalence();
    this.classes = rules.classes();
    this.tiers = rules.tiers();
    this.asOf = recipe.matchedAt();
  }

  /**
   * @param columns of the hits
   * @param asOf now of the run
   */
  static AgencySearch of(
      MatchRules rules, StructType columns, EarlierFindings known, Instant asOf) {
    return new AgencySearch(
        rules,
        new HitRow.Recipe(
            columns,
            rules.alerts(),
            rules.purpose(),
            rules.policyVersion(),
            known.scoring(),
            new FalseMatches(known.suppressions(), asOf),
            ChronoUnit.MICROS.between(Instant.EPOCH, asOf)));
  }

  /** Whether it looks at what else the reader considered. */
  boolean needsCandidates(ListedEntries entries) {
    return tiers.near().isPresent() || entries.others().hasPatterns();
  }

  /** The reads of the agency in one task; not serialised. */
  final class Task {
    private final ListedEntries entries;
    private final EntryIndex index;
    private final PartialEntries others;
    private final Optional<NearRule> near = tiers.near();
    private final Optional<PartialRule> partial = tiers.partial();
    private final double leastShare = tiers.leastCandidateShare();
    private final EntryMatches found = new EntryMatches();
    private final HitRow row;
    private final List<InternalRow> hits;
    private final LimitedHits limited = new LimitedHits();
    private long reads;
    private long withoutPlate;
    private long expired;

    Task(ListedEntries entries, List<InternalRow> hits) {
      this.entries = entries;
      this.hits = hits;
      this.index = entries.index();
      this.others = entries.others();
      this.row = new HitRow(recipe, entries);
    }

    /**
     * Reads that must be gone serve nothing any more; without an instant to be gone at, the policy
     * sets none.
     */
    void compare(InternalRow read) {
      reads++;
      boolean hasPlate = !read.isNullAt(ReadColumns.PLATE);
      boolean isGone =
          !read.isNullAt(ReadColumns.DELETE_AFTER)
              && read.getLong(ReadColumns.DELETE_AFTER) <= asOf;
      if (!hasPlate) {
        withoutPlate++;
      } else if (isGone) {
        expired++;
      }
      if (!isGone && (hasPlate || others.hasDescriptions())) {
        search(read, hasPlate ? read.getLong(ReadColumns.PLATE) : 0);
      }
    }

    private void search(InternalRow read, long key) {
      found.clear();
      ReadPlates plates = key == 0 ? null : findPlate(read, key);
      if (found.size() > 0 && NoPlateWords.isCommon(key)) {
        // Landed before the word was known: the reader saw no plate that could match.
        found.clear();
      }
      Description vehicle = others.hasDescriptions() ? ReadColumns.described(read) : null;
      if (vehicle != null) {
        others.findVehicle(vehicle, found);
      }
      long capturedAt = read.getLong(ReadColumns.CAPTURED_AT);
      for (int i = 0; i < found.size(); i++) {
        if (entries.inForce(found.ordinal(i), capturedAt)) {
          hit(read, key, plates, i);
        }
      }
    }

    /** The reader's other candidates; null where no rule needs them. */
    private ReadPlates findPlate(InternalRow read, long key) {
      index.find(key, found);
      if (others.hasPatterns()) {
        others.findParts(key, found);
      }
      if (near.isEmpty() && !others.hasPatterns()) {
        return null;
      }
      ReadPlates plates = ReadColumns.plates(read, key, leastShare);
      for (int i = 1; i < plates.size(); i++) {
        EntryVisitor through = found.through(plates, i);
        if (near.isPresent() && plates.isOffered(i, near.get().minCandidateShare())) {
          index.findAlike(plates.key(i), through);
        }
        if (others.hasPatterns() && plates.isOffered(i, partial.get().minCandidateShare())) {
          others.findParts(plates.key(i), through);
        }
      }
      return plates;
    }

    private void hit(InternalRow read, long key, ReadPlates plates, int i) {
      int ordinal = found.ordinal(i);
      row.judge(read, ordinal);
      switch (found.tier(i)) {
        case EXACT, EQUIVALENT ->
            hits.add(row.of(read, key, ordinal, found.tier(i), found.edits(i), null));
        case NEAR -> near(near.orElseThrow(), read, key, plates, i);
        case PARTIAL -> partial(partial.orElseThrow(), read, key, i);
        case VEHICLE -> limited(read, key, i, null, tiers.vehicleOnly().orElseThrow().maxHits());
      }
    }

    private void near(NearRule rule, InternalRow read, long key, ReadPlates plates, int i) {
      int ordinal = found.ordinal(i);
      boolean offered =
          plates.offers(
              entries.key(ordinal), equivalence, classes, entries.letterOAsZero(ordinal), rule);
      NearEvidence evidence =
          rule.evidence(offered, row.state(), row.vehicle(), plates.confidence(0));
      if (evidence.isEnough()) {
        hits.add(row.of(read, key, ordinal, PlateTier.NEAR, found.edits(i), evidence));
      }
    }

    private void partial(PartialRule rule, InternalRow read, long key, int i) {
      if (rule.fits(row.state(), row.vehicle(), entries.vehicle(found.ordinal(i)))) {
        // Found by a candidate only, so the differences were not counted.
        NearEvidence evidence = found.edits(i) < 0 ? NearEvidence.CANDIDATE : null;
        limited(read, key, i, evidence, rule.maxHits());
      }
    }

    SearchResult.Seen seen() {
      return new SearchResult.Seen(reads, withoutPlate, expired, limited);
    }

    private void limited(InternalRow read, long key, int i, NearEvidence evidence, int limit) {
      int ordinal = found.ordinal(i);
      limited.add(
          entries.entryId(ordinal),
          limit,
          read.getLong(ReadColumns.CAPTURED_AT),
          read.getLong(ReadColumns.ID),
          () -> row.of(read, key, ordinal, found.tier(i), 0, evidence));
    }
  }
}
