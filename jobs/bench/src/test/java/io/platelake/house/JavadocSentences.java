package io.platelake.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first sentences of the Javadoc comments of a Java file. */
final class JavadocSentences {
  private static final Pattern COMMENT = Pattern.compile("(?ms)^[ \\t]*/\\*\\*(?!/)(.*?)\\*/");
  private static final Pattern MARGIN = Pattern.compile("(?m)^[ \\t]*\\* ?");
  private static final Pattern BLOCK = Pattern.compile("(?s)(^|\\n)\\s*(@[a-z]|<p>|<ul>|<pre>).*");
  private static final Pattern INLINE = Pattern.compile("\\{@\\w+[^}]*}|<[^>]*>");

  private JavadocSentences() {}

  static List<Sentence> of(Path file, String source) {
    List<Sentence> sentences = new ArrayList<>();
    Matcher comment = COMMENT.matcher(source);
    while (comment.find()) {
      int line = 1 + Sentence.breaks(source.substring(0, comment.start(1)));
      first(file, line, comment.group(1)).ifPresent(sentences::add);
    }
    return sentences;
  }

  /** Empty for a comment of tags alone. */
  private static Optional<Sentence> first(Path file, int line, String comment) {
    String text = MARGIN.matcher(comment).replaceAll("");
    text = BLOCK.matcher(text).replaceFirst("");
    text =
        INLINE
            .matcher(text)
            .replaceAll(m -> m.group().startsWith("{") ? "code" : "")
            .replace("e.g. ", "e.g.");
    return Sentence.of(file, line, text).stream().findFirst();
  }
}
