package io.platelake.core.format;

import io.platelake.core.record.Boundary;
import io.platelake.core.record.EventLine;
import io.platelake.core.record.RawRecord;
import io.platelake.core.text.RecordBuffer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The records inside the parts of multipart bodies, of which a file may hold many. Covers form
 * posts with pictures ({@code multipart/form-data}) and endless streams of events ({@code
 * multipart/x-mixed-replace}).
 *
 * <p>A boundary is recognised by its place and not by a header, which is not in the file: a line of
 * two hyphens and a token, the same again or followed by a part header. Names of parts and files
 * are labels and not looked at; a part is a picture when it says so or starts like one, and is
 * passed over. A part that holds neither picture nor document is one broken record.
 */
final class MultipartSplitter {
  private static final int LONGEST_LINE = 8 * 1024;

  private static final int LOOKED_AT = 256;

  private final RecordBuffer in;
  private final Function<InputStream, Supplier<RawRecord>> records;
  private Supplier<RawRecord> part = () -> null;
  private long partLine;
  private long partOffset;
  private long line = 1;
  private String boundary = "";
  private boolean ended;

  /**
   * @param records the records of the document in a part
   */
  MultipartSplitter(RecordBuffer in, Function<InputStream, Supplier<RawRecord>> records) {
    this.in = in;
    this.records = records;
  }

  /** Whether a file with these first bytes starts, after blanks, with a boundary line. */
  static boolean startsWith(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1)
            .replaceFirst("^(?:\u00EF\u00BB\u00BF)?\\s*", "");
    return Boundary.of(start).filter(Boundary::headed).isPresent();
  }

  /** The next record, null after the last. */
  RawRecord next() {
    while (true) {
      RawRecord record = part.get();
      if (record != null) {
        return record.movedBy(partLine, partOffset);
      }
      Optional<RawRecord> broken = nextPart();
      if (broken.isPresent()) {
        return broken.get();
      }
      if (ended) {
        return null;
      }
    }
  }

  /** Opens the next part; a record where there is something that is none. */
  private Optional<RawRecord> nextPart() {
    part = () -> null;
    in.begin();
    long firstLine = line;
    boolean text = false;
    while (true) {
      if (in.peek() == RecordBuffer.END) {
        ended = true;
        return text ? Optional.of(broken(firstLine, "text outside of a part")) : Optional.empty();
      }
      Optional<Boundary> found = boundary();
      if (found.isPresent() && text) {
        return Optional.of(broken(firstLine, "text outside of a part"));
      }
      String passed = readLine();
      if (found.isPresent()) {
        boundary = found.get().isLast(boundary) ? "" : found.get().token();
        if (!boundary.isEmpty()) {
          return openPart(firstLine);
        }
        in.begin();
        firstLine = line;
      } else {
        text |= !passed.isBlank() && !passed.equals("\u00EF\u00BB\u00BF");
      }
    }
  }

  private Optional<RawRecord> openPart(long firstLine) {
    boolean picture = false;
    boolean headed = false;
    String header;
    do {
      if (in.peek() == RecordBuffer.END) {
        return Optional.of(broken(firstLine, "the part does not end"));
      }
      if (boundary().isPresent()) {
        return headed && !picture
            ? Optional.of(broken(firstLine, "no blank line ends the header of the part"))
            : Optional.empty();
      }
      header = readLine();
      headed = true;
      picture |= header.regionMatches(true, 0, "Content-Type: image/", 0, 20);
    } while (!header.isBlank());
    in.begin();
    long bodyLine = line;
    long bodyOffset = in.offset();
    picture = picture && !isDocument(in.ahead(64)) || isPicture(in.ahead(4));
    while (in.peek() != RecordBuffer.END && boundary().isEmpty()) {
      readLine();
    }
    if (picture) {
      return Optional.empty();
    }
    if (in.isTooLarge()) {
      return Optional.of(
          new RawRecord.Broken(
              bodyLine, in.recordOffset(), in.record(), "the record is larger than the limit"));
    }
    return openBody(in.record(), bodyLine, bodyOffset);
  }

  private Optional<RawRecord> openBody(byte[] body, long bodyLine, long bodyOffset) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    boolean cut = text.isBlank() && in.peek() == RecordBuffer.END;
    int from = EventLine.documentStart(text);
    if (cut || from < 0) {
      String place = cut ? "the part does not end" : "the event holds no document";
      return Optional.of(new RawRecord.Broken(bodyLine, bodyOffset, body, place));
    }
    if (!EventLine.isKeepAlive(text)) {
      part = records.apply(new ByteArrayInputStream(body, from, body.length - from));
      partLine = bodyLine - 1;
      partOffset = bodyOffset + from;
    }
    return Optional.empty();
  }

  /** What looks like a document is read, also where its header calls it a picture. */
  private static boolean isDocument(String start) {
    String text = start.stripLeading();
    return !text.isEmpty() && "<{[".indexOf(text.charAt(0)) >= 0;
  }

  private static boolean isPicture(String start) {
    return start.startsWith("\u00FF\u00D8\u00FF") || start.startsWith("\u0089PNG");
  }

  /** The boundary line that starts here, if one does; consumes nothing. */
  private Optional<Boundary> boundary() {
    if (in.peek() != '-') {
      return Optional.empty();
    }
    Optional<Boundary> found = Boundary.of(in.ahead(256));
    return found.filter(b -> b.headed() || b.token().equals(boundary) || b.isLast(boundary));
  }

  /** One line without its end, cut where it is longer than any line that matters. */
  private String readLine() {
    StringBuilder text = new StringBuilder();
    while (true) {
      int b = in.next();
      if (b == RecordBuffer.FULL) {
        in.drop();
      } else if (b == RecordBuffer.END || b == '\n') {
        line += b == '\n' ? 1 : 0;
        return text.toString();
      } else if (b != '\r' && text.length() < LONGEST_LINE) {
        text.append((char) b);
      }
    }
  }

  private RawRecord broken(long firstLine, String place) {
    return new RawRecord.Broken(firstLine, in.recordOffset(), in.record(), place);
  }
}
