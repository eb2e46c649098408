package io.platelake.core.feed;

import io.platelake.core.mapping.CsvSplitter;
import io.platelake.core.mapping.Layout;
import io.platelake.core.record.JsonSplitter;
import io.platelake.core.record.PairsSplitter;
import io.platelake.core.record.RawRecord;
import io.platelake.core.record.RecordBuffer;
import io.platelake.core.record.XmlSplitter;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * The raw records of one file, one after the other, holding never more than one in memory.
 *
 * <p>Nothing in the file makes it throw; what is no record comes out as {@link RawRecord.Broken}
 * and the records around it survive. Only a stream that cannot be read throws ({@link
 * java.io.UncheckedIOException}). Not for several threads.
 */
public final class RecordSplitter implements Iterator<RawRecord> {
  /** Largest record in bytes unless said otherwise: a document with several pictures. */
  public static final int DEFAULT_LIMIT = 8 * 1024 * 1024;

  private final Supplier<RawRecord> source;
  private final Supplier<RawRecord> again;
  private RawRecord ahead;

  private RecordSplitter(Supplier<RawRecord> source, Supplier<RawRecord> again) {
    this.source = source;
    this.again = again;
  }

  /** The records of {@code in}, laid out as {@code feed} says; the caller closes the stream. */
  public static RecordSplitter of(FeedDefinition feed, InputStream in) {
    return of(feed, in, DEFAULT_LIMIT);
  }

  /**
   * @param limit size in bytes above which a record is broken
   */
  public static RecordSplitter of(FeedDefinition feed, InputStream in, int limit) {
    return of(feed, new RecordBuffer(in, limit), limit);
  }

  /** Records that the caller has found, in their order. */
  static RecordSplitter of(Iterator<RawRecord> found) {
    return new RecordSplitter(() -> found.hasNext() ? found.next() : null, () -> null);
  }

  /**
   * Like {@link #of(FeedDefinition, InputStream, int)}, for a caller that parses each record before
   * the next. One line delimits a JSON document, which is several times faster. If the document is
   * not well-formed, the caller continues with {@link #again}.
   */
  static RecordSplitter checkedByCaller(FeedDefinition feed, InputStream in, int limit) {
    RecordBuffer buffer = new RecordBuffer(in, limit);
    if (feed.layout() != Layout.JSON && feed.layout() != Layout.JSON_LINES
        || feed.layout() == Layout.JSON && MultipartSplitter.startsAt(buffer)) {
      return of(feed, buffer, limit);
    }
    JsonSplitter lines = new JsonSplitter(buffer, feed.layout() == Layout.JSON_LINES, true);
    return new RecordSplitter(lines::next, lines::again);
  }

  private static RecordSplitter of(FeedDefinition feed, RecordBuffer buffer, int limit) {
    boolean parts =
        feed.layout() != Layout.CSV
            && feed.layout() != Layout.JSON_LINES
            && MultipartSplitter.startsAt(buffer);
    return new RecordSplitter(
        parts ? new MultipartSplitter(buffer, feed, limit)::next : records(feed, buffer),
        () -> null);
  }

  /** The records of a stream that is no multipart body. */
  static Supplier<RawRecord> records(FeedDefinition feed, RecordBuffer buffer) {
    return switch (feed.layout()) {
      case JSON -> new JsonSplitter(buffer, false)::next;
      case JSON_LINES -> new JsonSplitter(buffer, true)::next;
      case CSV -> new CsvSplitter(buffer, feed.mapping())::next;
      case XML -> new XmlSplitter(buffer, feed.mapping().elements())::next;
      case PAIRS -> new PairsSplitter(buffer)::next;
      case PARQUET, AVRO -> throw new IllegalStateException("the caller finds these records");
    };
  }

  /** The last record delimited with care, null when it was at once; before {@link #hasNext}. */
  RawRecord again() {
    return again.get();
  }

  @Override
  public boolean hasNext() {
    if (ahead == null) {
      ahead = source.get();
    }
    return ahead != null;
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RawRecord record = ahead;
    ahead = null;
    return record;
  }
}
