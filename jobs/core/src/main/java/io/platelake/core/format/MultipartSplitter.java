package io.platelake.core.format;

import io.platelake.core.picture.Picture;
import io.platelake.core.picture.PictureKind;
import io.platelake.core.picture.PictureLoss;
import io.platelake.core.record.Boundary;
import io.platelake.core.record.EventLine;
import io.platelake.core.record.RawRecord;
import io.platelake.core.text.RecordBuffer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * are labels, and tell at most what a picture shows; a part is a picture when it says so or starts
 * like one. A part that holds neither picture nor document is one broken record.
 *
 * <p>A picture belongs to the document in front of it, up to the end of the body or the next
 * document. One in front of all documents of its body belongs to the first.
 */
final class MultipartSplitter {
  private static final int LONGEST_LINE = 8 * 1024;

  private static final int LOOKED_AT = 256;

  /** What becomes of pictures. */
  enum Pictures {
    /** They are not looked at. */
    PASSED_OVER,
    /** Only how many there are is told. */
    COUNTED,
    /** Their bytes come with the document. */
    KEPT
  }

  /** More of one document are noise, and only counted. */
  private static final int MOST_PICTURES = 8;

  private final RecordBuffer in;
  private final Pictures wanted;
  private final List<Picture> pictures = new ArrayList<>();

  /** The last document of the body, whose pictures may still come. */
  private RawRecord held;

  /** Whether a body ends here, and with it the pictures of its last document. */
  private boolean bodyEnds;

  private final Function<InputStream, Supplier<RawRecord>> records;
  private Supplier<RawRecord> part = () -> null;
  private long partLine;
  private long partOffset;
  private long line = 1;
  private String boundary = "";
  private boolean ended;

  /**
   * @param wanted what becomes of pictures
   * @param records the records of the document in a part
   */
  MultipartSplitter(
      RecordBuffer in, Pictures wanted, Function<InputStream, Supplier<RawRecord>> records) {
    this.in = in;
    this.wanted = wanted;
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
      RawRecord found = part.get();
      if (found != null) {
        found = found.movedBy(partLine, partOffset);
      } else if (!ended) {
        bodyEnds = false;
        found = nextPart().orElse(null);
      }
      if (found == null && !ended && !bodyEnds) {
        continue;
      }
      RawRecord before = released(found);
      if (before != null || found == null && ended) {
        return before;
      }
    }
  }

  /** The document in front with its pictures; the one that was found takes its place. */
  private RawRecord released(RawRecord found) {
    RawRecord before = held;
    held = found;
    if (before == null) {
      if (found == null) {
        pictures.clear();
      }
      return null;
    }
    RawRecord whole = pictures.isEmpty() ? before : new RawRecord.Posted(before, pictures);
    pictures.clear();
    return whole;
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
        if (held != null || !pictures.isEmpty()) {
          bodyEnds = true;
          return Optional.empty();
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
    StringBuilder label = new StringBuilder();
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
      label.append(parameters(header));
    } while (!header.isBlank());
    in.begin();
    long bodyLine = line;
    long bodyOffset = in.offset();
    picture = picture && !isDocument(in.ahead(64)) || isPicture(in.ahead(4));
    while (in.peek() != RecordBuffer.END && boundary().isEmpty()) {
      readLine();
    }
    if (picture) {
      take(PictureKind.named(label.toString()));
      return Optional.empty();
    }
    if (in.isTooLarge()) {
      return Optional.of(
          new RawRecord.Broken(
              bodyLine, in.recordOffset(), in.record(), "the record is larger than the limit"));
    }
    return openBody(in.record(), bodyLine, bodyOffset);
  }

  /** Names of part and file, which stand behind the first semicolon. */
  private static String parameters(String header) {
    int from = header.indexOf(';');
    return from >= 0 && header.regionMatches(true, 0, "Content-", 0, 8)
        ? header.substring(from)
        : "";
  }

  /** The part just read is a picture; the line end behind it belongs to the boundary. */
  private void take(PictureKind kind) {
    if (wanted == Pictures.COUNTED) {
      pictures.add(new Picture(kind, null));
    } else if (wanted == Pictures.KEPT) {
      byte[] bytes = pictures.size() < MOST_PICTURES ? in.consumed() : null;
      int length = bytes == null ? 0 : bytes.length;
      if (length > 0 && bytes[length - 1] == '\n') {
        length -= length > 1 && bytes[length - 2] == '\r' ? 2 : 1;
      }
      pictures.add(
          bytes == null || length > Picture.LARGEST
              ? Picture.lost(kind, PictureLoss.TOO_LARGE)
              : Picture.part(kind, Arrays.copyOf(bytes, length)));
    }
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
