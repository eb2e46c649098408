package io.platelake.core.text;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file of text as bytes of UTF-8 whose lines end with LF or CRLF, whatever it is written in. A
 * carriage return becomes a line feed where the first line of the file ends with one alone.
 */
public final class TextStream {
  private TextStream() {}

  /**
   * For a reader that keeps damage local: bytes that are no text become U+FFFD, or stay unchanged
   * in UTF-8.
   *
   * @param stated encoding by the definition of the file, empty when it states none
   */
  public static RecordBuffer lenient(PeekedStream in, Optional<Charset> stated, int limit) {
    TextStart start = in.textStart();
    Charset encoding = start.encoding(stated);
    // ASCII is UTF-8, and a byte above it is more likely UTF-8 than anything else.
    if (encoding.equals(StandardCharsets.UTF_8) || encoding.equals(StandardCharsets.US_ASCII)) {
      return new RecordBuffer(start.endsLinesWithReturns() ? new ReturnLines(in) : in, limit);
    }
    Utf8Stream text = Utf8Stream.lenient(in, encoding);
    return new RecordBuffer(
        withLineFeeds(text), limit, new SourceBytes(encoding, start.markLength(), text::bytesRead));
  }

  /**
   * For a reader to whom the whole file counts: {@link io.platelake.core.BadInput} at bytes and
   * characters that are no text, now or while it is read.
   *
   * @param stated encoding by the definition of the file, empty when it states none
   * @param fileName named in errors
   */
  public static InputStream strict(InputStream in, Optional<Charset> stated, String fileName) {
    PeekedStream bytes = new PeekedStream(in);
    Charset encoding = bytes.textStart().encoding(stated);
    return withLineFeeds(Utf8Stream.strict(bytes, encoding, fileName));
  }

  private static InputStream withLineFeeds(InputStream text) {
    PeekedStream peeked = new PeekedStream(text);
    return peeked.textStart().endsLinesWithReturns() ? new ReturnLines(peeked) : peeked;
  }
}
