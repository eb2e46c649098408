package io.platelake.core.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a reviewer decided about a search, or about a finding. */
public enum ReviewOutcome {
  PROPER("proper"),
  NOT_PROPER("not proper"),
  CANNOT_TELL("cannot tell"),
  /** The detector was wrong about what it saw; of a finding only. */
  FALSE_ALARM("false alarm");

  private final String words;

  ReviewOutcome(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** Its name in records. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The outcome that a person wrote, with blanks or underscores. */
  public static Optional<ReviewOutcome> find(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    return Arrays.stream(values()).filter(o -> o.words.equals(plain)).findFirst();
  }

  /** All of them, for messages. */
  public static String all() {
    return Arrays.stream(values()).map(ReviewOutcome::words).collect(Collectors.joining(", "));
  }
}
