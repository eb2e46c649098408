package io.platelake.app.land.rows;

import io.platelake.core.feed.ReadIdentity;
import io.platelake.core.land.Fate;
import io.platelake.core.land.RecordPosition;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.Platform;

/**
 * Rows in Spark's own binary form, stored one after the other with their positions between parsing
 * and writing. A block is one array, so a million rows cost no objects. A block that does not fit
 * into memory goes to disk as it is.
 */
public final class RowBlock {
  /**
   * Length of the row, file, offset, item, event and former id; a multiple of eight, so that rows
   * stay aligned.
   */
  private static final int HEADER = 40;

  private static final int EVENT = 24;

  /** A block that has reached this size is handed on. */
  static final int FULL = 1 << 20;

  private byte[] bytes = new byte[1 << 16];
  private int length;
  private int fields;

  /**
   * @param read of the row; {@link ReadIdentity#NONE} for a record that is no read
   */
  void add(RecordPosition place, UnsafeRow row, ReadIdentity read) {
    int size = row.getSizeInBytes();
    if (length + HEADER + size > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + HEADER + size));
    }
    ByteBuffer header = ByteBuffer.wrap(bytes, length, HEADER);
    header.putInt(size).putInt(place.file()).putLong(place.offset()).putInt(place.item());
    header.position(length + EVENT);
    header.putLong(read.eventId());
    header.putLong(read.formerId());
    row.writeToMemory(bytes, Platform.BYTE_ARRAY_OFFSET + length + HEADER);
    length += HEADER + size;
    fields = row.numFields();
  }

  boolean isFull() {
    return length >= FULL;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** What has been added, of one fate; empties the block. */
  LandedBlock take(Fate fate) {
    return take(fate, false);
  }

  /** What has been added, pictures of kept reads; empties the block. */
  LandedBlock takeImages() {
    return take(Fate.KEPT, true);
  }

  private LandedBlock take(Fate fate, boolean images) {
    LandedBlock taken = new LandedBlock.Rows(fate, images, fields, Arrays.copyOf(bytes, length));
    length = 0;
    return taken;
  }

  /** Goes through the rows of a block; row and place are those of the last {@link #next}. */
  public static final class Cursor {
    private final byte[] bytes;
    private final UnsafeRow row;
    private int at;
    private RecordPosition place;
    private long event;
    private long former;

    Cursor(LandedBlock.Rows block) {
      this.bytes = block.bytes();
      this.row = new UnsafeRow(block.fields());
    }

    public boolean next() {
      if (at >= bytes.length) {
        return false;
      }
      ByteBuffer header = ByteBuffer.wrap(bytes, at, HEADER);
      int size = header.getInt();
      place = new RecordPosition(header.getInt(), header.getLong(), header.getInt());
      header.position(at + EVENT);
      event = header.getLong();
      former = header.getLong();
      row.pointTo(bytes, Platform.BYTE_ARRAY_OFFSET + at + HEADER, size);
      at += HEADER + size;
      return true;
    }

    public UnsafeRow row() {
      return row;
    }

    public RecordPosition place() {
      return place;
    }

    /** The event of the read. */
    public long event() {
      return event;
    }

    /** The id by which the read may have landed before ids had plates; 0 for none. */
    public long former() {
      return former;
    }
  }
}
