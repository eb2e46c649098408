package io.platelake.core.format;

import io.platelake.core.record.JsonSplitter;
import io.platelake.core.record.PairsSplitter;
import io.platelake.core.record.RawRecord;
import io.platelake.core.record.XmlSplitter;
import io.platelake.core.text.PeekedStream;
import io.platelake.core.text.RecordBuffer;
import io.platelake.core.text.TextStream;
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

  /**
   * The records of {@code in}, which the caller closes.
   *
   * @param columns that are read, for layout CSV
   * @param limit size in bytes above which a record is broken
   */
  public static RecordSplitter of(
      RecordFormat format, NamedColumns columns, InputStream in, int limit) {
    return of(format, columns, new PeekedStream(in), limit);
  }

  private static RecordSplitter of(
      RecordFormat format, NamedColumns columns, PeekedStream in, int limit) {
    return new RecordSplitter(
        hasParts(format, in)
            ? parts(format, columns, in, limit, MultipartSplitter.Pictures.PASSED_OVER)
            : records(format, columns, text(format, in, limit)),
        () -> null);
  }

  /** Records that the caller has found, in their order. */
  public static RecordSplitter of(Iterator<RawRecord> found) {
    return new RecordSplitter(() -> found.hasNext() ? found.next() : null, () -> null);
  }

  /**
   * Like {@link #of(RecordFormat, NamedColumns, InputStream, int)}, for a caller that parses each
   * record before the next. One line delimits a JSON document, which is several times faster. If
   * the document is not well-formed, the caller continues with {@link #again}. Pictures in parts of
   * a multipart body come with their document, as {@link RawRecord.Posted}.
   *
   * @param keepsPictures whether the pictures' bytes are read; they are counted otherwise
   */
  public static RecordSplitter checkedByCaller(
      RecordFormat format, NamedColumns columns, InputStream in, int limit, boolean keepsPictures) {
    boolean json = format.layout() == Layout.JSON || format.layout() == Layout.JSON_LINES;
    PeekedStream bytes = new PeekedStream(in);
    if (hasParts(format, bytes)) {
      return new RecordSplitter(
          parts(
              format,
              columns,
              bytes,
              limit,
              keepsPictures ? MultipartSplitter.Pictures.KEPT : MultipartSplitter.Pictures.COUNTED),
          () -> null);
    }
    if (!json) {
      return of(format, columns, bytes, limit);
    }
    JsonSplitter lines =
        new JsonSplitter(text(format, bytes, limit), format.layout() == Layout.JSON_LINES, true);
    return new RecordSplitter(lines::next, lines::again);
  }

  private static boolean hasParts(RecordFormat format, PeekedStream in) {
    return !format.layout().isLines()
        && format.layout() != Layout.JSON_LINES
        && MultipartSplitter.startsWith(in.start());
  }

  /** Each part is a text of its own, or a picture. */
  private static Supplier<RawRecord> parts(
      RecordFormat format,
      NamedColumns columns,
      InputStream bytes,
      int limit,
      MultipartSplitter.Pictures pictures) {
    return new MultipartSplitter(
            new RecordBuffer(bytes, limit),
            pictures,
            part -> records(format, columns, text(format, new PeekedStream(part), limit)))
        ::next;
  }

  private static RecordBuffer text(RecordFormat format, PeekedStream in, int limit) {
    return TextStream.lenient(in, format.charset(), limit);
  }

  private static Supplier<RawRecord> records(
      RecordFormat format, NamedColumns columns, RecordBuffer buffer) {
    return switch (format.layout()) {
      case JSON -> new JsonSplitter(buffer, false)::next;
      case JSON_LINES -> new JsonSplitter(buffer, true)::next;
      case CSV -> new CsvSplitter(buffer, format, columns)::next;
      case FIXED -> new LineSplitter(buffer, format)::next;
      case XML -> new XmlSplitter(buffer, format.elements())::next;
      case PAIRS -> new PairsSplitter(buffer)::next;
      case PARQUET, AVRO -> throw new IllegalStateException("the caller finds these records");
    };
  }

  /** The last record delimited with care, null when it was at once; before {@link #hasNext}. */
  public RawRecord again() {
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
