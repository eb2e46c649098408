package io.platelake.app.match;

import static org.apache.spark.sql.functions.col;

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
import io.platelake.lake.table.ColumnRows;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Finds the hits among reads: rows of {@code reads} and of {@code hotlist_entries}, both of one
 * agency and purpose, to rows of {@code hits}. There is one hit per read and entry that agree, with
 * the best of the tiers that apply.
 *
 * <p>The entries become an index that every task gets, and the reads pass it once. Most reads match
 * no entry; the filter rejects them with one lookup. No plate is in a plan, and no read travels.
 */
final class HitSearch implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Stays with the driver; tasks get the rules below. */
  private final transient MatchRules rules;

  private final HitRow.Recipe recipe;
  private final EquivalenceRule equivalence;
  private final OcrClasses classes;
  private final TierRules tiers;

  /** Now of the run in microseconds since 1970. */
  private final long asOf;

  private HitSearch(MatchRules rules, HitRow.Recipe recipe) {
    this.rules = rules;
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
  static HitSearch of(MatchRules rules, StructType columns, EarlierFindings known, Instant asOf) {
    return new HitSearch(
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

  /** The hits of all entries of a scope among its reads. */
  SearchResult search(MatchInput input) {
    return search(input.reads(), listed(input.entries()));
  }

  /**
   * The entries that reads are compared with.
   *
   * @param entries rows of {@code hotlist_entries}, and {@code letter_o_as_zero} of their list
   */
  ListedEntries listed(Dataset<Row> entries) {
    return ListedEntries.of(allowed(entries), rules);
  }

  SearchResult search(Dataset<Row> reads, ListedEntries wanted) {
    JavaSparkContext executors =
        JavaSparkContext.fromSparkContext(reads.sparkSession().sparkContext());
    Broadcast<ListedEntries> plates = executors.broadcast(wanted);
    try {
      return search(
          ColumnRows.of(
              reads.selectExpr(
                  ReadColumns.names(tiers.near().isPresent() || wanted.others().hasPatterns()))),
          plates);
    } finally {
      plates.destroy();
    }
  }

  /**
   * @param reads rows of {@link ReadColumns}
   */
  SearchResult search(JavaRDD<InternalRow> reads, Broadcast<ListedEntries> wanted) {
    return SearchResult.all(
        reads
            .mapPartitions(rows -> List.of(new Task(wanted.value()).search(rows)).iterator())
            .collect(),
        recipe.hits());
  }

  /**
   * Drops entries of categories and kinds that the policy in force has stopped naming since their
   * load.
   */
  private Dataset<Row> allowed(Dataset<Row> entries) {
    Column kind = col("plate_key").isNotNull();
    if (tiers.partial().isPresent()) {
      kind = kind.or(col("pattern").isNotNull());
    }
    if (tiers.vehicleOnly().isPresent()) {
      kind = kind.or(col("plate_key").isNull().and(col("pattern").isNull()));
    }
    return entries.where(kind.and(col("category").isin(rules.categories().toArray())));
  }

  /** One task; not serialised. */
  private final class Task {
    private final ListedEntries entries;
    private final EntryIndex index;
    private final PartialEntries others;
    private final Optional<NearRule> near = tiers.near();
    private final Optional<PartialRule> partial = tiers.partial();
    private final double leastShare = tiers.leastCandidateShare();
    private final EntryMatches found = new EntryMatches();
    private final HitRow row;
    private final ArrayList<InternalRow> hits = new ArrayList<>();
    private final LimitedHits limited = new LimitedHits();
    private long reads;
    private long withoutPlate;
    private long expired;

    Task(ListedEntries entries) {
      this.entries = entries;
      this.index = entries.index();
      this.others = entries.others();
      this.row = new HitRow(recipe, entries);
    }

    SearchResult.Part search(Iterator<InternalRow> rows) {
      while (rows.hasNext()) {
        compare(rows.next());
      }
      return new SearchResult.Part(reads, withoutPlate, expired, hits, limited);
    }

    /**
     * Reads that must be gone serve nothing any more; without an instant to be gone at, the policy
     * sets none.
     */
    private void compare(InternalRow read) {
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
