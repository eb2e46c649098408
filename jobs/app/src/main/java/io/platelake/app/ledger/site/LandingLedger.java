package io.platelake.app.ledger.site;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.core.land.Fate;
import io.platelake.core.land.FileCounts;
import io.platelake.core.land.ImageCount;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Slice;
import io.platelake.lake.table.TableRow;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Writes and reads the rows of one feed in {@code landing}. */
public final class LandingLedger {
  static final String PLANNED = "planned";
  private static final String DONE = "done";

  private final Lake lake;
  private final FeedDefinition feed;

  public LandingLedger(Lake lake, FeedDefinition feed) {
    this.lake = lake;
    this.feed = feed;
  }

  /**
   * Adds the plan of new batches in one commit.
   *
   * @param first number of the first batch: two runs that plan the same numbers write once
   */
  public void plan(List<PlannedFile> files, long first) {
    lake.append(Table.LANDING, planned(files, Map.of()), planKey(feed, first));
  }

  private static CommitKey planKey(FeedDefinition feed, long first) {
    return new CommitKey("land-plan:" + feed.id(), first);
  }

  /**
   * The plan of a new batch of one feed.
   *
   * @param number of the batch within its feed
   */
  public record Planned(FeedDefinition feed, long number, List<PlannedFile> files) {}

  /**
   * Adds the plans of new batches of several feeds in one commit.
   *
   * @throws IllegalStateException if another run has planned one of the numbers
   */
  public static void plan(Lake lake, List<Planned> batches) {
    List<Row> rows = new ArrayList<>();
    Set<CommitKey> keys = new HashSet<>();
    for (Planned batch : batches) {
      rows.addAll(new LandingLedger(lake, batch.feed()).planned(batch.files(), Map.of()));
      keys.add(planKey(batch.feed(), batch.number()));
    }
    lake.append(Table.LANDING, rows, keys);
  }

  /**
   * Plans files that have landed before, and keeps their accounts until they are landed again.
   *
   * @param before accounts by digest
   */
  public void planAgain(List<PlannedFile> files, Map<String, LandedFile> before) {
    lake.replace(
        Table.LANDING,
        planned(files, before),
        Slice.all()
            .where("feed_id", feed.id())
            .whereIn("file_digest", files.stream().map(PlannedFile::digest).toList()));
  }

  /**
   * Replaces the plan of one batch.
   *
   * @param before accounts by digest of files that have landed before
   * @param dropped of these the files that the batch has no more: their accounts stand
   */
  public void replan(
      String batch,
      List<PlannedFile> files,
      Map<String, LandedFile> before,
      List<PlannedFile> dropped) {
    List<Row> rows = new ArrayList<>(planned(files, before));
    dropped.forEach(f -> rows.add(account(f, before.get(f.digest()), DONE)));
    lake.replace(Table.LANDING, rows, of(batch));
  }

  /** The accounts of a batch that has landed. */
  public record Finished(FeedDefinition feed, String batch, List<LandedFile> files) {}

  /** Replaces the plans of batches by the accounts of their files, in one commit. */
  public static void finish(Lake lake, List<Finished> batches) {
    List<Row> rows = new ArrayList<>();
    for (Finished batch : batches) {
      LandingLedger ledger = new LandingLedger(lake, batch.feed());
      batch.files().forEach(file -> rows.add(ledger.account(file.plan(), file, DONE)));
    }
    lake.replace(
        Table.LANDING,
        rows,
        Slice.all()
            .whereIn("feed_id", batches.stream().map(b -> b.feed().id()).toList())
            .whereIn("batch_id", batches.stream().map(Finished::batch).toList()));
  }

  /** Whether these batches are the plan, and none of another run. */
  public static boolean arePlanned(Lake lake, Set<String> batches) {
    return NamedRow.all(
                lake.ledger(Table.LANDING)
                    .where(col("batch_id").isin(batches.toArray()))
                    .select("batch_id")
                    .distinct())
            .size()
        == batches.size();
  }

  /** Ids of the batches that have these numbers. */
  public Set<String> batches(Collection<Long> numbers) {
    return NamedRow.all(
            lake.ledger(Table.LANDING)
                .where(
                    col("feed_id").equalTo(feed.id()).and(col("batch_seq").isin(numbers.toArray())))
                .select("batch_id")
                .distinct())
        .stream()
        .map(row -> row.text("batch_id"))
        .collect(Collectors.toSet());
  }

  /** Ids of the batches of all feeds whose landing is not finished. */
  public static Set<String> plannedBatches(Lake lake) {
    return NamedRow.all(
            lake.ledger(Table.LANDING)
                .where(col("state").equalTo(PLANNED))
                .select("batch_id")
                .distinct())
        .stream()
        .map(row -> row.text("batch_id"))
        .collect(Collectors.toSet());
  }

  /**
   * Landed files of these batches, by feed. Feeds land for years, so other batches are not read.
   */
  public static Map<String, List<LandedFile>> landed(
      Lake lake, Collection<FeedDefinition> feeds, Set<String> batches) {
    Object[] ids = feeds.stream().map(FeedDefinition::id).toArray();
    return NamedRow.all(
            lake.ledger(Table.LANDING)
                .where(col("feed_id").isin(ids).and(col("state").equalTo(DONE)))
                .where(col("batch_id").isin(batches.toArray())))
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> row.text("feed_id"),
                Collectors.mapping(LandingLedger::landed, Collectors.toList())));
  }

  /** Accounts of files, by digest: also of those that are planned to land again. */
  public Map<String, LandedFile> accounts(Collection<String> digests) {
    return NamedRow.all(
            lake.ledger(Table.LANDING)
                .where(col("feed_id").equalTo(feed.id()).and(col("records").isNotNull()))
                .where(col("file_digest").isin(digests.toArray())))
        .stream()
        .map(LandingLedger::landed)
        .collect(Collectors.toMap(f -> f.plan().digest(), f -> f));
  }

  private Slice of(String batch) {
    return Slice.all().where("feed_id", feed.id()).where("batch_id", batch);
  }

  private List<Row> planned(List<PlannedFile> files, Map<String, LandedFile> before) {
    return files.stream()
        .map(
            f ->
                before.containsKey(f.digest())
                    ? account(f, before.get(f.digest()), PLANNED)
                    : row(f).with("state", PLANNED).row())
        .toList();
  }

  private Row account(PlannedFile plan, LandedFile file, String state) {
    FileCounts counts = file.counts();
    TableRow row =
        row(plan)
            .with("state", state)
            .with("done_at", file.doneAt())
            .with("records", counts.records())
            .with("refused_by", CollectionConverters.asScala(counts.refusedBy()))
            .with("quarantined_by", CollectionConverters.asScala(counts.quarantinedBy()))
            .with("other_plate", counts.otherPlates())
            .with("images_kept", counts.images().kept())
            .with("images_dropped", counts.images().dropped())
            .with("images_dropped_by", CollectionConverters.asScala(counts.images().droppedBy()))
            .with("judged_by", file.judgedBy().isEmpty() ? null : file.judgedBy())
            .with("unusual", unusual(file))
            .with("one_plate_limit", feed.unusual().onePlate())
            // The row outlives the reads: it does not tell one of them by its instant.
            .with(
                "first_captured_at",
                counts.firstCapture().map(at -> at.truncatedTo(ChronoUnit.HOURS)));
    for (Fate fate : Fate.values()) {
      row.with(column(fate), counts.count(fate));
    }
    return row.row();
  }

  private TableRow row(PlannedFile file) {
    return lake.newRow(Table.LANDING)
        .with("batch_id", file.batch())
        .with("batch_seq", file.seq())
        .with("agency_id", feed.agency())
        .with("file_digest", file.digest())
        .with("bytes", file.bytes())
        .with("planned_at", file.plannedAt())
        .with("feed_id", feed.id());
  }

  private static LandedFile landed(NamedRow row) {
    Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    for (Fate fate : Fate.values()) {
      fates.put(fate, row.number(column(fate)));
    }
    return new LandedFile(
        new PlannedFile(
            row.text("batch_id"),
            row.number("batch_seq"),
            row.instant("planned_at"),
            row.text("file_digest"),
            row.number("bytes")),
        row.instant("done_at"),
        new FileCounts(
            row.number("records"),
            fates,
            counts(row, "refused_by"),
            counts(row, "quarantined_by"),
            row.findNumber("other_plate").orElse(0L),
            new ImageCount(
                row.findNumber("images_kept").orElse(0L), counts(row, "images_dropped_by")),
            row.findInstant("first_captured_at")),
        row.findText("judged_by").orElse(""),
        unusual(row));
  }

  /** Null where nothing is: most files are as usual. */
  private static Object unusual(LandedFile file) {
    return file.unusual().isEmpty()
        ? null
        : CollectionConverters.asScala(file.unusual().stream().map(LandingShare::name).toList())
            .toSeq();
  }

  private static Set<LandingShare> unusual(NamedRow row) {
    return row.has("unusual")
        ? row.row().<String>getList(row.row().fieldIndex("unusual")).stream()
            .map(LandingShare::valueOf)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static Map<String, Long> counts(NamedRow row, String column) {
    return row.has(column)
        ? row.row().<String, Long>getJavaMap(row.row().fieldIndex(column))
        : Map.of();
  }

  private static String column(Fate fate) {
    return fate.name().toLowerCase(Locale.ROOT);
  }
}
