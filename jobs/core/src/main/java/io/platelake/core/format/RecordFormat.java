package io.platelake.core.format;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a file of records is written: the keys that a feed's mapping and a list's share.
 *
 * @param layout from {@code format}: how records follow each other
 * @param encoding name of a charset; null when the file tells, see {@code TextStream}
 * @param header the first line, for the layouts of lines
 * @param rows how rows are written, for layout CSV; its defaults otherwise
 * @param length characters of a line, for layout FIXED; null for any
 * @param unbroken records of one length follow each other without line ends, for layout FIXED
 * @param skip regular expressions; lines in which one of them is found are no records
 * @param elements local names of the elements that are records, for layout XML
 */
public record RecordFormat(
    Layout layout,
    String encoding,
    Header header,
    RowFormat rows,
    Size length,
    boolean unbroken,
    List<String> skip,
    Set<String> elements)
    implements Serializable {
  /** Characters of the longest line that is searched; headers, trailers and noise are short. */
  private static final int LONGEST_SEARCHED = 1024;

  /** Documents of JSON in any arrangement. */
  public static final RecordFormat JSON =
      new RecordFormat(
          Layout.JSON, null, Header.NONE, RowFormat.PLAIN, null, false, List.of(), Set.of());

  public RecordFormat {
    skip = List.copyOf(skip);
    elements = Set.copyOf(elements);
  }

  /** The charset that the definition states. */
  public Optional<Charset> charset() {
    return Optional.ofNullable(encoding).map(Charset::forName);
  }

  /** Compiled once a file. */
  public List<Pattern> skipped() {
    return skip.stream().map(Pattern::compile).toList();
  }

  /** Whether the pattern is found in a line; a pattern on a long line could run for hours. */
  public static boolean found(Pattern pattern, String line) {
    return line.length() <= LONGEST_SEARCHED && pattern.matcher(line).find();
  }
}
