package io.platelake.core.feed;

import io.platelake.core.picture.Picture;
import io.platelake.core.picture.PostedPictures;
import io.platelake.core.record.Payload;
import io.platelake.core.record.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What became of one read in a file, or of one record without any. The number of outcomes of a file
 * is its number of records in all accounts: a document with three plates counts three, a document
 * without a plate counts one.
 *
 * @param raw the record it came from
 * @param index of this outcome among those of the record, from 0
 * @param part the part of the record that this outcome is about, where it has several; null when it
 *     is about all of it
 */
public record RecordResult(RawRecord raw, int index, ParsedRead parsed, RecordPart part) {
  public RecordResult {
    Objects.requireNonNull(raw);
    Objects.requireNonNull(parsed);
  }

  /** An outcome about all of its record. */
  public RecordResult(RawRecord raw, int index, ParsedRead parsed) {
    this(raw, index, parsed, null);
  }

  /**
   * The text to keep of it in quarantine: its record without the other reads. The text of another
   * read of the same record may have to be forgotten earlier or never be kept. Pictures are left
   * out; at most {@link RawRecord#PAYLOAD_LIMIT} bytes.
   */
  public String payload() {
    return part == null
        ? raw.payload()
        : Payload.text(part.text().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The same outcome with pictures that were posted beside its document; only a read has pictures.
   *
   * @param alone whether the document has no other outcome
   */
  RecordResult with(List<Picture> posted, boolean alone) {
    return parsed instanceof ParsedRead.Read read
        ? new RecordResult(
            raw,
            index,
            new ParsedRead.Read(read.read(), PostedPictures.of(read.pictures(), posted, alone)),
            part)
        : this;
  }

  /** The same outcome, of a record that is {@link RawRecord#movedBy moved}. */
  public RecordResult movedBy(long lines, long bytes) {
    return new RecordResult(raw.movedBy(lines, bytes), index, parsed, part);
  }

  /** The same outcome, of a record that is elsewhere in its file. */
  public RecordResult placed(long line, long offset, int item) {
    RawRecord moved = raw.movedBy(line - raw.line(), offset - raw.offset());
    return new RecordResult(moved, item, parsed, part);
  }

  /** States nothing of the record. */
  @Override
  public String toString() {
    return "Outcome[" + raw + ", " + index + ", " + parsed + "]";
  }
}
