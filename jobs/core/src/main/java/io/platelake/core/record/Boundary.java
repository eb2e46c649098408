package io.platelake.core.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that may separate the parts of a multipart body.
 *
 * @param token what follows the two hyphens
 * @param headed the next line is a header of a part, so that this is a boundary whatever its token
 */
public record Boundary(String token, boolean headed) {
  /** RFC 2046: 1 to 70 characters; the hyphens of the last one come on top. */
  private static final Pattern LINE =
      Pattern.compile(
          "--([A-Za-z0-9'()+_,./:=?-]{1,72})[ \\t]*(?:\\r?\\n(content-[a-z-]{1,30}:)?|$)",
          Pattern.CASE_INSENSITIVE);

  /** The boundary line at the start of {@code text}. */
  public static Optional<Boundary> of(String text) {
    Matcher line = LINE.matcher(text);
    return line.lookingAt()
        ? Optional.of(new Boundary(line.group(1), line.group(2) != null))
        : Optional.empty();
  }

  /** Whether this ends the body whose parts {@code current} separates. */
  public boolean isLast(String current) {
    return !current.isEmpty() && token.equals(current + "--");
  }
}
