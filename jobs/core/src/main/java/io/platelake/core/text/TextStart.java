package io.platelake.core.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first bytes of a file say about its encoding.
 *
 * @param bytes the first ones, as many as there are or as were looked at
 */
record TextStart(byte[] bytes) {
  private static final Pattern XML =
      Pattern.compile(
          "\\A(?:\u00EF\u00BB\u00BF)?\\s*<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*"
              + "[\"']([A-Za-z0-9._:-]{1,40})[\"']");

  /**
   * The encoding of the file. Its byte order mark comes before what its definition states, and that
   * before what an XML declaration says. Text without any of these is UTF-8, or UTF-16 where every
   * second of its first bytes is zero.
   *
   * @param stated encoding by the definition, empty when it states none
   */
  Charset encoding(Optional<Charset> stated) {
    return mark()
        .or(() -> stated)
        .or(this::declared)
        .or(this::halves)
        .orElse(StandardCharsets.UTF_8);
  }

  private Optional<Charset> mark() {
    if (startsWith(0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (startsWith(0xFF, 0xFE, 0, 0)) {
      return Optional.of(Charset.forName("UTF-32LE"));
    }
    if (startsWith(0, 0, 0xFE, 0xFF)) {
      return Optional.of(Charset.forName("UTF-32BE"));
    }
    if (startsWith(0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return startsWith(0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  /** Bytes of the byte order mark; 0 without one. */
  int markLength() {
    return mark().map(c -> "\uFEFF".getBytes(c).length).orElse(0);
  }

  private Optional<Charset> declared() {
    Matcher xml = XML.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    if (!xml.find()) {
      return Optional.empty();
    }
    try {
      Charset charset = Charset.forName(xml.group(1));
      // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
      return Optional.of(charset).filter(c -> !c.name().startsWith("UTF-"));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private Optional<Charset> halves() {
    if (bytes.length < 4) {
      return Optional.empty();
    }
    if (bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    boolean big = bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0;
    return big ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  /** Whether lines end with a carriage return alone: the first one that ends here does. */
  boolean endsLinesWithReturns() {
    int i = 0;
    while (i < bytes.length && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    boolean returned = i < bytes.length && bytes[i] == '\r';
    while (i < bytes.length && bytes[i] == '\r') {
      i++;
    }
    return returned && i < bytes.length && bytes[i] != '\n';
  }

  private boolean startsWith(int... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (i == bytes.length || (bytes[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** Shows no content. */
  @Override
  public String toString() {
    return "TextStart[" + bytes.length + " bytes]";
  }
}
