package io.platelake.core.record;

import io.platelake.core.text.RecordBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds where the elements start and end that are records, without parsing them.
 *
 * <p>Damage stays local: a record that starts inside another, or an XML declaration there, ends the
 * other as truncated. Around the records only markup is allowed (declarations, comments, and
 * elements that wrap them, with fields in front, see {@link XmlEnvelope}). A record is one even
 * inside it; text there is what a damaged record left behind and is one broken record up to the
 * next whole one. A file with markup alone is one broken record too.
 */
public final class XmlSplitter {
  /** Longer than any prefix and name. */
  private static final int LONGEST_TAG = 96;

  private static final int LONGEST_WRAPPER = 1024;

  /** A start tag that names spaces at most, and blanks. */
  private static final Pattern WRAPPER =
      Pattern.compile("<[^<>\\s=]+(?:\\s+xmlns[^<>\\s=]*=(?:\"[^\"<]*\"|'[^'<]*'))*\\s*>\\s*");

  private final RecordBuffer in;
  private final Set<String> elements;
  private final XmlEnvelope envelope = new XmlEnvelope();
  private boolean anything;
  private long line = 1;
  private int open;
  private int deeper;

  /** Elements with the name of a record that only have records in them. */
  private int wrappers;

  private boolean inTag;

  /**
   * @param elements local names of the elements that are records
   */
  public XmlSplitter(RecordBuffer in, Set<String> elements) {
    this.in = in;
    this.elements = elements;
  }

  /** The next record, null after the last. */
  public RawRecord next() {
    in.begin();
    long firstLine = line;
    boolean text = false;
    boolean markup = false;
    int last = 0;
    while (true) {
      int b = in.peek();
      if (b == RecordBuffer.FULL) {
        in.drop();
        continue;
      }
      if (b == RecordBuffer.END) {
        return rest(firstLine, envelope.endOfFile() || text);
      }
      if (b == '<') {
        XmlTag tag = XmlTag.of(in.ahead(LONGEST_TAG));
        if (tag.isStart() && elements.contains(tag.name())) {
          if (text) {
            return broken(firstLine, "text outside of a record");
          }
          envelope.record();
          return element(tag.name());
        }
        inTag = true;
        deeper = tag.isStart() ? 1 : tag.isEnd() ? -1 : 0;
        boolean named = elements.contains(tag.name());
        boolean wrapper = named && tag.isEnd() && wrappers > 0;
        wrappers -= wrapper ? 1 : 0;
        text |= named && !wrapper;
        markup = true;
      }
      in.next();
      if (inTag && b == '>') {
        int change = last == '/' ? 0 : deeper;
        open += change;
        text |= change > 0 && envelope.isTooDeepAfterStart();
        text |= change < 0 && envelope.isStrayAtEnd();
        inTag = false;
      }
      last = b;
      line += b == '\n' ? 1 : 0;
      text |= !markup && !isBlank(b) && !isMark(b) && envelope.isStrayText();
      markup &= b != '>';
    }
  }

  /** Whether an element around the records has not ended, so that the file is cut. */
  public boolean isOpen() {
    return open > 0 || inTag;
  }

  private RawRecord element(String name) {
    anything = true;
    in.begin();
    long firstLine = line;
    in.next();
    boolean inStartTag = true;
    int previous = '<';
    while (true) {
      int b = in.peek();
      if (b == RecordBuffer.FULL) {
        in.drop();
        continue;
      }
      if (b == RecordBuffer.END) {
        return broken(firstLine, "the record does not end");
      }
      if (b == '<') {
        XmlTag tag = XmlTag.of(in.ahead(LONGEST_TAG));
        if (tag.isEnd() && tag.name().equals(name)) {
          return whole(firstLine);
        }
        boolean starts = tag.isStart() && elements.contains(tag.name());
        if (starts && saysNothing()) {
          open++;
          wrappers++;
          envelope.isTooDeepAfterStart();
          envelope.record();
          return element(tag.name());
        }
        if (tag.isDeclaration() || starts) {
          return broken(firstLine, "the record does not end");
        }
      }
      in.next();
      line += b == '\n' ? 1 : 0;
      if (inStartTag && b == '>') {
        if (previous == '/') {
          return record(firstLine);
        }
        inStartTag = false;
      }
      previous = b;
    }
  }

  /** Whether the record so far is its name alone: then it is an element around others. */
  private boolean saysNothing() {
    return !in.isDropping()
        && in.length() <= LONGEST_WRAPPER
        && WRAPPER.matcher(new String(in.record(), StandardCharsets.UTF_8)).matches();
  }

  /** From the end tag on: to its bracket, on whichever line that is. */
  private RawRecord whole(long firstLine) {
    in.next();
    while (true) {
      int b = in.peek();
      if (b == RecordBuffer.FULL) {
        in.drop();
      } else if (b == RecordBuffer.END || b == '<') {
        return broken(firstLine, "the record does not end");
      } else {
        in.next();
        line += b == '\n' ? 1 : 0;
        if (b == '>') {
          return record(firstLine);
        }
      }
    }
  }

  private RawRecord record(long firstLine) {
    return in.isTooLarge()
        ? broken(firstLine, "")
        : new RawRecord.Xml(firstLine, in.recordOffset(), in.record());
  }

  private RawRecord rest(long firstLine, boolean text) {
    boolean nothing = !anything && (in.length() > 0 || in.isDropping()) && !isBlankRecord();
    return text || nothing ? broken(firstLine, "no record of the feed's kind is here") : null;
  }

  private boolean isBlankRecord() {
    for (byte b : in.record()) {
      if (!isBlank(b) && !isMark(b & 0xFF)) {
        return false;
      }
    }
    return !in.isTooLarge();
  }

  private RawRecord broken(long firstLine, String place) {
    anything = true;
    String what = in.isTooLarge() ? "the record is larger than the limit" : place;
    return new RawRecord.Broken(firstLine, in.recordOffset(), in.record(), what);
  }

  private static boolean isBlank(int b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  /** A byte of the byte order mark, which editors leave in the middle of joined files too. */
  private static boolean isMark(int b) {
    return b == 0xEF || b == 0xBB || b == 0xBF;
  }
}
