package io.platelake.app.land;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.land.Fate;
import java.io.Serializable;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/** The rows of a batch without its repeats, read where the tasks that parsed them left them. */
final class BatchRows {
  private static final int POSITION = FateRows.QUARANTINED.fieldIndex("position");
  private static final int PART = FateRows.QUARANTINED.fieldIndex("part");

  private final JavaRDD<LandedBlock> landed;
  private final Repeats repeats;
  private final LineNumbers lines;

  BatchRows(JavaRDD<LandedBlock> landed, Repeats repeats, LineNumbers lines) {
    this.landed = landed;
    this.repeats = repeats;
    this.lines = lines;
  }

  /** Rows of one fate; each is valid until the next is asked for. */
  JavaRDD<InternalRow> of(Fate fate) {
    return rows(fate, false);
  }

  /** Pictures of the reads that are kept. */
  JavaRDD<InternalRow> images() {
    return rows(Fate.KEPT, true);
  }

  private JavaRDD<InternalRow> rows(Fate fate, boolean images) {
    Repeats known = repeats;
    LineNumbers numbers = lines;
    return landed.mapPartitions(blocks -> new Rows(blocks, fate, images, known, numbers));
  }

  /** How many pictures of a file came with reads that repeat an event. */
  static Map<Integer, Long> repeatedImages(JavaRDD<LandedBlock> landed, Repeats repeats) {
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
          if (block.images()) {
            RowBlock.Cursor cursor = block.cursor();
            while (cursor.next()) {
              if (repeats.holds(cursor.place(), cursor.row())) {
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
    private final Repeats repeats;
    private final LineNumbers lines;
    private RowBlock.Cursor cursor;
    private boolean ready;

    Rows(
        Iterator<LandedBlock> blocks,
        Fate fate,
        boolean images,
        Repeats repeats,
        LineNumbers lines) {
      this.blocks = blocks;
      this.fate = fate;
      this.images = images;
      this.repeats = repeats;
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      while (!ready) {
        if (cursor != null && cursor.next()) {
          ready = fate == Fate.QUARANTINED || !repeats.holds(cursor.place(), cursor.row());
        } else {
          LandedBlock block = null;
          while (block == null && blocks.hasNext()) {
            LandedBlock next = blocks.next();
            block = next.fate() == fate && next.images() == images ? next : null;
          }
          if (block == null) {
            return false;
          }
          cursor = block.cursor();
        }
      }
      return true;
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      ready = false;
      UnsafeRow row = cursor.row();
      if (fate != Fate.QUARANTINED) {
        return row;
      }
      long before = lines.before(cursor.place().file(), row.getLong(PART));
      // The row is in the block that Spark keeps, and must not change there.
      UnsafeRow numbered = row.copy();
      numbered.setLong(POSITION, row.getLong(POSITION) + before);
      return numbered;
    }
  }

  /** Where and when reads were excluded. */
  private record Exclusion(String camera, String zone, String kind, long hour, int date)
      implements Serializable {}

  /** Rows of {@code exclusions}: counts per camera, place and hour. */
  List<Row> exclusions(FeedDefinition feed, Batch batch) {
    Map<Exclusion, Long> counts = new HashMap<>();
    of(Fate.EXCLUDED)
        .mapPartitions(rows -> List.of(counted(rows)).iterator())
        .collect()
        .forEach(task -> task.forEach((where, n) -> counts.merge(where, n, Long::sum)));
    return counts.entrySet().stream()
        .map(
            e ->
                RowFactory.create(
                    batch.id(),
                    feed.agency(),
                    e.getKey().camera(),
                    e.getKey().zone(),
                    e.getKey().kind(),
                    feed.purpose(),
                    Timestamp.from(Instant.ofEpochSecond(e.getKey().hour() / 1_000_000)),
                    Date.valueOf(LocalDate.ofEpochDay(e.getKey().date())),
                    e.getValue()))
        .toList();
  }

  private static HashMap<Exclusion, Long> counted(Iterator<InternalRow> rows) {
    HashMap<Exclusion, Long> counts = new HashMap<>();
    rows.forEachRemaining(
        row ->
            counts.merge(
                new Exclusion(
                    row.getUTF8String(1).toString(),
                    row.getUTF8String(2).toString(),
                    row.getUTF8String(3).toString(),
                    row.getLong(4),
                    row.getInt(5)),
                1L,
                Long::sum));
    return counts;
  }
}
