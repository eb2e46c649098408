package io.platelake.core.feed;

import io.platelake.core.format.RecordSplitter;
import io.platelake.core.record.RawRecord;
import io.platelake.core.record.Reason;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * All outcomes of one raw file in the order of the file, one record in memory at a time.
 *
 * <p>No content of a file makes it throw; only a stream that cannot be read does ({@link
 * java.io.UncheckedIOException}). Not for several threads.
 */
public final class FeedParser implements Iterator<RecordResult> {
  private final RecordSplitter records;
  private final FeedAdapter adapter;
  private final Deque<RecordResult> ready = new ArrayDeque<>();

  private FeedParser(RecordSplitter records, FeedAdapter adapter) {
    this.records = records;
    this.adapter = adapter;
  }

  /** The outcomes of {@code in}, a file of {@code feed}; the caller closes the stream. */
  public static FeedParser of(FeedDefinition feed, InputStream in) {
    return of(feed, in, RecordSplitter.DEFAULT_LIMIT);
  }

  /**
   * @param limit size in bytes above which a record is malformed
   */
  public static FeedParser of(FeedDefinition feed, InputStream in, int limit) {
    return new FeedParser(
        RecordSplitter.checkedByCaller(
            feed.format(), feed.columns(), in, limit, feed.keepsImages()),
        FeedAdapter.of(feed));
  }

  /** The outcomes of records that the caller has found, by an adapter that it uses again. */
  public static FeedParser of(FeedAdapter adapter, RecordSplitter records) {
    return new FeedParser(records, adapter);
  }

  /** The outcomes of records of a container, which the caller decodes. */
  public static FeedParser of(FeedDefinition feed, Iterator<RawRecord> records) {
    return new FeedParser(RecordSplitter.of(records), FeedAdapter.of(feed));
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && records.hasNext()) {
      parse(records.next());
      if (isMalformed()) {
        RawRecord again = records.again();
        if (again != null) {
          ready.clear();
          parse(again);
        }
      }
    }
    return !ready.isEmpty();
  }

  private void parse(RawRecord found) {
    RawRecord raw = found instanceof RawRecord.Posted posted ? posted.document() : found;
    adapter.parse(raw, parsed -> ready.add(outcome(raw, ready.size(), parsed)));
    if (ready.isEmpty()) {
      throw new IllegalStateException(
          "adapter " + adapter.name() + " lost the record at line " + raw.line());
    }
    if (found instanceof RawRecord.Posted posted) {
      List<RecordResult> all = List.copyOf(ready);
      ready.clear();
      all.forEach(one -> ready.add(one.with(posted.pictures(), all.size() == 1)));
    }
  }

  private boolean isMalformed() {
    return ready.size() == 1
        && ready.peek().parsed() instanceof ParsedRead.Defect defect
        && defect.reason() == Reason.MALFORMED;
  }

  private static RecordResult outcome(RawRecord raw, int index, ParsedRead parsed) {
    return parsed instanceof ParsedRead.Part part
        ? new RecordResult(raw, index, part.parsed(), part.part())
        : new RecordResult(raw, index, parsed);
  }

  @Override
  public RecordResult next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}
