package io.platelake.files.avro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.core.feed.FeedAdapter;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.record.RawRecord;
import io.platelake.files.tree.ContainerLimits;
import io.platelake.files.tree.Damage;
import io.platelake.files.tree.MappedColumns;
import io.platelake.files.tree.TreeBudget;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The records of an Avro object container file, one block in memory. A damaged block is one broken
 * record for what could not be read of it, and reading continues after the next marker of a block.
 *
 * <p>Throws nothing but what reading the stream throws ({@link java.io.UncheckedIOException}). The
 * caller closes the stream.
 */
public final class AvroRecords implements Iterator<RawRecord> {
  private final FeedDefinition feed;
  private final ContainerLimits limits;
  private final AvroBytes in;
  private final TreeBudget budget;
  private final Set<String> names;
  private AvroHeader header;
  private String problem;
  private Set<String> gone = Set.of();
  private RawRecord ahead;
  private AvroTree block;
  private long blocks;
  private long left;
  private long record;
  private long unpacked;
  private boolean ended;

  private AvroRecords(FeedDefinition feed, InputStream in, ContainerLimits limits) {
    this.feed = feed;
    this.limits = limits;
    this.in = new AvroBytes(in);
    this.budget = new TreeBudget(limits.record());
    this.names = FeedAdapter.fieldNames(feed);
  }

  /** The records of {@code in}; of an empty stream none. */
  public static Iterator<RawRecord> of(FeedDefinition feed, InputStream in) {
    return of(feed, in, ContainerLimits.DEFAULT);
  }

  public static Iterator<RawRecord> of(
      FeedDefinition feed, InputStream in, ContainerLimits limits) {
    return new AvroRecords(feed, in, limits);
  }

  @Override
  public boolean hasNext() {
    while (ahead == null && !ended && (block != null || in.has(1))) {
      try {
        step();
      } catch (Damage e) {
        // Without a header there is one record, and it stands where a header does.
        ended |= header == null;
        record += header == null ? 0 : 1;
        ahead = (blocks == 0 ? e : e.in("block " + blocks)).record(Math.max(1, record), record);
        block = null;
      }
    }
    return ahead != null;
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RawRecord next = ahead;
    ahead = null;
    return next;
  }

  private void step() throws Damage {
    if (header == null) {
      header = AvroHeader.read(in, limits);
      gone = MappedColumns.gone(feed, path -> AvroSchema.has(header.schema(), path));
      MappedColumns.missing(feed, path -> AvroSchema.has(header.schema(), path))
          .ifPresent(
              missing -> {
                ahead = missing.record(1, 0);
                problem = missing.getMessage();
              });
      return;
    }
    if (block == null) {
      blocks++;
      block = new AvroTree(nextBlock(), budget, limits.depth(), names);
      return;
    }
    if (left == 0) {
      if (!block.isAtEnd()) {
        throw Damage.broken("a block of the Avro file holds more than its records");
      }
      block = null;
      return;
    }
    budget.begin();
    ObjectNode tree = block.record(header.schema());
    left--;
    record++;
    ahead = new RawRecord.Tree(record, record, tree, problem, gone);
    if (budget.isExceeded()) {
      ahead =
          new RawRecord.Broken(
              record, record, ahead.bytes(), "the record is larger than the limit");
    }
  }

  /** Leaves the stream after the block, or after the next marker where there is none. */
  private byte[] nextBlock() throws Damage {
    byte[] packed;
    long start = in.passed();
    try {
      left = AvroHeader.number(in);
      long size = AvroHeader.number(in);
      if (left < 0 || size < 0) {
        throw Damage.broken("a block of the Avro file is damaged");
      }
      if (size > limits.block()) {
        throw Damage.limit(
            "a block states more than " + (limits.block() >> 20) + " MiB",
            "Write the file with smaller blocks.");
      }
      int length = (int) size;
      if (!in.has(length + AvroHeader.SYNC)) {
        throw Damage.broken("the Avro file is truncated");
      }
      if (!Arrays.equals(in.copy(length, AvroHeader.SYNC), header.sync())) {
        throw Damage.broken("a block of the Avro file is damaged");
      }
      packed = in.copy(0, length);
      in.skip(length + AvroHeader.SYNC);
    } catch (Damage e) {
      in.skipPast(header.sync());
      throw e.in("byte " + start);
    }
    byte[] content = header.codec().unpack(packed, limits.block());
    unpacked += content.length;
    if (limits.isSwollen(unpacked, in.passed())) {
      ended = true;
      throw Damage.limit("the file unpacks to more than the limit", "Write it again.");
    }
    return content;
  }
}
