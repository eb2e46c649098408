package io.platelake.app.land.repeats;

import io.platelake.app.land.rows.FateRows;
import io.platelake.app.land.rows.LandedBlock;
import io.platelake.app.land.rows.LineNumbers;
import io.platelake.app.land.rows.RowBlock;
import io.platelake.app.ledger.site.ExclusionLedger;
import io.platelake.core.land.Fate;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;

/** The rows of a batch without its repeats, read where the tasks that parsed them left them. */
public final class BatchRows {
  private static final int POSITION = FateRows.QUARANTINED.fieldIndex("position");
  private static final int PART = FateRows.QUARANTINED.fieldIndex("part");

  private final JavaRDD<LandedBlock> landed;
  private final int corrects;
  private final Repeats repeats;
  private final LineNumbers lines;

  /**
   * @param reads columns of {@code reads}
   */
  public BatchRows(
      JavaRDD<LandedBlock> landed, StructType reads, Repeats repeats, LineNumbers lines) {
    this.landed = landed;
    this.corrects = reads.fieldIndex("corrects");
    this.repeats = repeats;
    this.lines = lines;
  }

  /** Rows of one fate; each is valid until the next is asked for. */
  public JavaRDD<InternalRow> of(Fate fate) {
    return rows(fate, false);
  }

  /** Pictures of the reads that are kept. */
  public JavaRDD<InternalRow> images() {
    return rows(Fate.KEPT, true);
  }

  private JavaRDD<InternalRow> rows(Fate fate, boolean images) {
    Repeats known = repeats;
    LineNumbers numbers = lines;
    int column = fate == Fate.KEPT && !images ? corrects : -1;
    return landed.mapPartitions(blocks -> new Rows(blocks, fate, images, column, known, numbers));
  }

  /** How many pictures of a file came with reads that repeat an event. */
  public static Map<Integer, Long> repeatedImages(JavaRDD<LandedBlock> landed, Repeats repeats) {
    Map<Integer, Long> counts = new HashMap<>();
    landed
        .mapPartitions(blocks -> List.of(repeatedImages(blocks, repeats)).iterator())
        .collect()
        .forEach(task -> task.forEach((file, n) -> counts.merge(file, n, Long::sum)));
    return counts;
  }

  private static HashMap<Integer, Long> repeatedImages(
      Iterator<LandedBlock> blocks, Repeats repeats) {
    HashMap<Integer, Long> counts = new HashMap<>();
    blocks.forEachRemaining(
        block -> {
          if (block instanceof LandedBlock.Rows rows && rows.images()) {
            RowBlock.Cursor cursor = rows.cursor();
            while (cursor.next()) {
              if (repeats.holds(cursor.place(), cursor.row(), cursor.former())) {
                counts.merge(cursor.place().file(), 1L, Long::sum);
              }
            }
          }
        });
    return counts;
  }

  private static final class Rows implements Iterator<InternalRow> {
    private final Iterator<LandedBlock> blocks;
    private final Fate fate;
    private final boolean images;
    private final int corrects;
    private final Repeats repeats;
    private final LineNumbers lines;
    private RowBlock.Cursor cursor;
    private boolean ready;

    Rows(
        Iterator<LandedBlock> blocks,
        Fate fate,
        boolean images,
        int corrects,
        Repeats repeats,
        LineNumbers lines) {
      this.blocks = blocks;
      this.fate = fate;
      this.images = images;
      this.corrects = corrects;
      this.repeats = repeats;
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      while (!ready) {
        if (cursor != null && cursor.next()) {
          ready =
              fate == Fate.QUARANTINED
                  || !repeats.holds(cursor.place(), cursor.row(), cursor.former());
        } else {
          Optional<LandedBlock.Rows> block = nextBlock();
          if (block.isEmpty()) {
            return false;
          }
          cursor = block.get().cursor();
        }
      }
      return true;
    }

    private Optional<LandedBlock.Rows> nextBlock() {
      while (blocks.hasNext()) {
        if (blocks.next() instanceof LandedBlock.Rows rows
            && rows.fate() == fate
            && rows.images() == images) {
          return Optional.of(rows);
        }
      }
      return Optional.empty();
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      ready = false;
      UnsafeRow row = cursor.row();
      if (corrects >= 0) {
        return corrected(row);
      }
      if (fate != Fate.QUARANTINED) {
        return row;
      }
      long before = lines.before(cursor.place().file(), row.getLong(PART));
      // The row is in the block that Spark keeps, and must not change there.
      UnsafeRow numbered = row.copy();
      numbered.setLong(POSITION, row.getLong(POSITION) + before);
      return numbered;
    }

    /** A copy where it changes: the row is in the block that Spark keeps. */
    private UnsafeRow corrected(UnsafeRow row) {
      OptionalLong replaced = repeats.findCorrected(row.getLong(BatchReads.READ_ID));
      if (replaced.isEmpty()) {
        return row;
      }
      UnsafeRow correction = row.copy();
      correction.setLong(corrects, replaced.getAsLong());
      return correction;
    }
  }

  /**
   * Where and when reads were excluded.
   *
   * @param hour its start in microseconds since 1970
   * @param date UTC date in days since 1970
   */
  private record Exclusion(
      String agency, String batch, String camera, String zone, String kind, long hour, int date)
      implements Serializable {
    ExclusionLedger.Count count(long reads) {
      return new ExclusionLedger.Count(
          agency,
          batch,
          camera,
          zone,
          kind,
          Instant.EPOCH.plus(hour, ChronoUnit.MICROS),
          LocalDate.ofEpochDay(date),
          reads);
    }
  }

  /** Excluded reads per camera, place and hour. */
  public List<ExclusionLedger.Count> exclusions() {
    Map<Exclusion, Long> counts = new HashMap<>();
    of(Fate.EXCLUDED)
        .mapPartitions(rows -> List.of(counted(rows)).iterator())
        .collect()
        .forEach(task -> task.forEach((where, n) -> counts.merge(where, n, Long::sum)));
    return counts.entrySet().stream().map(e -> e.getKey().count(e.getValue())).toList();
  }

  private static HashMap<Exclusion, Long> counted(Iterator<InternalRow> rows) {
    int agency = FateRows.EXCLUDED.fieldIndex("agency_id");
    int batch = FateRows.EXCLUDED.fieldIndex("batch_id");
    int camera = FateRows.EXCLUDED.fieldIndex("camera_id");
    int zone = FateRows.EXCLUDED.fieldIndex("zone_id");
    int kind = FateRows.EXCLUDED.fieldIndex("zone_kind");
    int hour = FateRows.EXCLUDED.fieldIndex("hour");
    int date = FateRows.EXCLUDED.fieldIndex("date");
    HashMap<Exclusion, Long> counts = new HashMap<>();
    rows.forEachRemaining(
        row ->
            counts.merge(
                new Exclusion(
                    row.getUTF8String(agency).toString(),
                    row.getUTF8String(batch).toString(),
                    row.getUTF8String(camera).toString(),
                    row.getUTF8String(zone).toString(),
                    row.getUTF8String(kind).toString(),
                    row.getLong(hour),
                    row.getInt(date)),
                1L,
                Long::sum));
    return counts;
  }
}
