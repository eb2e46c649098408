package io.platelake.app.land.files;

import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.FeedParser;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.feed.RecordResult;
import io.platelake.core.record.RawRecord;
import io.platelake.core.record.Reason;
import io.platelake.files.avro.AvroRecords;
import io.platelake.files.parquet.ParquetRecords;
import io.platelake.files.tree.InputBytes;
import io.platelake.files.tree.StorageFailure;
import io.platelake.files.unpack.PackedSource;
import io.platelake.files.unpack.Packing;
import io.platelake.files.unpack.UnpackGuard;
import io.platelake.files.unpack.UnpackLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * All outcomes of one raw file, plain or packed as gzip, zstd or zip. The entries of a zip file
 * follow each other as if they were one file. Nothing is written to disk, so no name of an entry
 * can lead to a path.
 *
 * <p>Places of the records of a container are their numbers instead of bytes, see {@link
 * RawRecord.Tree}.
 *
 * <p>Where unpacking stops, one broken record represents the rest and says why; the records before
 * it are kept. Places count unpacked bytes from the start of the file and lines from the start of
 * the entry. Only a storage that fails makes it throw. The caller closes the stream.
 */
public final class UnpackedOutcomes implements Iterator<RecordResult> {
  /** What is unpacked in memory for a layout that is read from its end. */
  private static final int LARGEST_SEEKABLE = 128 << 20;

  private final FeedDefinition feed;
  private final UnpackLimits limits;
  private final PackedSource packed;
  private ZipInputStream zip;
  private UnpackGuard guard;
  private int entries;
  private long before;
  private long last = -1;
  private Iterator<RecordResult> current = Collections.emptyIterator();
  private boolean ended;

  private UnpackedOutcomes(FeedDefinition feed, PackedSource packed, UnpackLimits limits) {
    this.feed = feed;
    this.packed = packed;
    this.limits = limits;
  }

  public static Iterator<RecordResult> of(
      FeedDefinition feed, InputStream file, UnpackLimits limits) throws IOException {
    PushbackInputStream in = new PushbackInputStream(file, Packing.LOOKED_AT);
    Packing packing = look(in);
    if (packing == Packing.NONE) {
      return content(feed, in);
    }
    UnpackedOutcomes outcomes = new UnpackedOutcomes(feed, new PackedSource(in), limits);
    outcomes.start(packing);
    return outcomes;
  }

  /**
   * As {@link #of(FeedDefinition, InputStream, UnpackLimits)} for a file of a layout that is read
   * from its end.
   */
  public static Iterator<RecordResult> ofSeekable(
      FeedDefinition feed, InputBytes file, UnpackLimits limits) throws IOException {
    byte[] start = file.in().readNBytes(Packing.LOOKED_AT);
    file.in().seek(0);
    return Packing.of(start) == Packing.NONE
        ? FeedParser.of(feed, ParquetRecords.of(feed, file))
        : of(feed, file.in(), limits);
  }

  private static Iterator<RecordResult> content(FeedDefinition feed, InputStream in)
      throws IOException {
    return switch (feed.layout()) {
      case AVRO -> FeedParser.of(feed, AvroRecords.of(feed, in));
      case PARQUET -> FeedParser.of(feed, ParquetRecords.of(feed, unpacked(in)));
      default -> FeedParser.of(feed, in);
    };
  }

  /** It is read from its end, so all of it has to be unpacked at once. */
  private static InputBytes unpacked(InputStream in) throws IOException {
    byte[] content = in.readNBytes(LARGEST_SEEKABLE + 1);
    if (content.length > LARGEST_SEEKABLE) {
      throw new UnpackGuard.Stopped(
          Reason.ARCHIVE_LIMIT, "a packed Parquet file is too large: land it unpacked");
    }
    return InputBytes.of(content);
  }

  private static Packing look(PushbackInputStream in) throws IOException {
    byte[] start = in.readNBytes(Packing.LOOKED_AT);
    in.unread(start);
    return Packing.of(start);
  }

  private void start(Packing packing) {
    try {
      if (packing == Packing.ZIP) {
        zip = new ZipInputStream(packed);
      } else {
        open(packing.unpack(packed));
      }
    } catch (UncheckedIOException e) {
      // Some layouts look at their first bytes before the first record is asked for.
      stop(e.getCause());
    } catch (IOException e) {
      stop(e);
    }
  }

  private void open(InputStream unpacked) throws IOException {
    guard = new UnpackGuard(unpacked, packed, limits, before);
    PushbackInputStream in = new PushbackInputStream(guard, Packing.LOOKED_AT);
    if (look(in) != Packing.NONE) {
      throw new UnpackGuard.Stopped(Reason.ARCHIVE_NESTED, "a packed file inside a packed file");
    }
    current = content(feed, in);
  }

  @Override
  public boolean hasNext() {
    try {
      while (!current.hasNext() && !ended) {
        ended = zip == null || !openEntry();
      }
    } catch (UncheckedIOException e) {
      stop(e.getCause());
    } catch (IOException | IllegalArgumentException e) {
      // ZipInputStream throws the latter at names that are not in its charset.
      stop(e);
    }
    if (!current.hasNext()) {
      close();
      return false;
    }
    return true;
  }

  /** Unpacking may hold memory outside of the heap. */
  private void close() {
    try {
      if (guard != null) {
        guard.close();
      }
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
  }

  private boolean openEntry() throws IOException {
    before = Math.max(last + 1, guard == null ? 0 : guard.total());
    ZipEntry entry = zip.getNextEntry();
    if (entry == null) {
      if (!packed.endsZip(entries)) {
        throw new UnpackGuard.Stopped(Reason.ARCHIVE_BROKEN, "the zip file does not end");
      }
      return false;
    }
    if (++entries > limits.entries()) {
      throw new UnpackGuard.Stopped(Reason.ARCHIVE_LIMIT, "the file has too many entries");
    }
    open(zip);
    return true;
  }

  @Override
  public RecordResult next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RecordResult next = current.next().movedBy(0, before);
    last = next.raw().offset();
    return next;
  }

  /**
   * One record for the rest of the file. What unpacking says of it may quote it, and is not kept.
   */
  private void stop(Exception why) {
    boolean guarded = why instanceof UnpackGuard.Stopped;
    Reason reason = guarded ? ((UnpackGuard.Stopped) why).reason() : Reason.ARCHIVE_BROKEN;
    String place = guarded ? why.getMessage() : "the packed file is damaged";
    before = Math.max(last + 1, guard == null ? 0 : guard.total());
    ended = true;
    RawRecord rest = new RawRecord.Broken(1, 0, new byte[0], place);
    current =
        Collections.singleton(new RecordResult(rest, 0, new ParsedRead.Defect(reason, place)))
            .iterator();
  }
}
