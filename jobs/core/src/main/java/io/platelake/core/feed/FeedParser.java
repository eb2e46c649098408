package io.platelake.core.feed;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * All outcomes of one raw file in the order of the file, one record in memory at a time.
 *
 * <p>No content of a file makes it throw; only a stream that cannot be read does ({@link
 * java.io.UncheckedIOException}). Not for several threads.
 */
public final class FeedParser implements Iterator<Outcome> {
  private final RecordSplitter records;
  private final FeedAdapter adapter;
  private final Deque<Outcome> ready = new ArrayDeque<>();

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
    return new FeedParser(RecordSplitter.checkedByCaller(feed, in, limit), FeedAdapter.of(feed));
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

  private void parse(RawRecord raw) {
    adapter.parse(raw, parsed -> ready.add(outcome(raw, ready.size(), parsed)));
    if (ready.isEmpty()) {
      throw new IllegalStateException(
          "adapter " + adapter.name() + " lost the record at line " + raw.line());
    }
  }

  private boolean isMalformed() {
    return ready.size() == 1
        && ready.peek().parsed() instanceof Parsed.Defect defect
        && defect.reason() == Reason.MALFORMED;
  }

  private static Outcome outcome(RawRecord raw, int index, Parsed parsed) {
    return parsed instanceof Parsed.Part part
        ? new Outcome(raw, index, part.parsed(), part.text())
        : new Outcome(raw, index, parsed);
  }

  @Override
  public Outcome next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}
