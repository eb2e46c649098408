package io.platelake.core.accesslog;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of a look.
 *
 * @param looked reads that the request found
 * @param given rows of the answer
 * @param answer where the rows went; empty where there are none
 */
public record LoggedOutcome(Result result, long looked, long given, Optional<Answer> answer) {
  /** How a look ended. */
  public enum Result {
    /** The answer has rows. */
    GIVEN,
    /** No read fits. */
    NOTHING,
    /** More reads fit than a request may see, so none were given. */
    TOO_MANY,
    /** It failed, so none were given. */
    FAILED;

    /** Its word in the log. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Where rows went.
   *
   * @param recipient who gets them
   * @param place registered place
   * @param destroyOn day on which they must be destroyed; empty where the policy sets none
   * @param digest SHA-256 of the answer
   */
  public record Answer(
      String recipient, String place, Optional<LocalDate> destroyOn, String digest) {}

  public LoggedOutcome {
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(answer, "answer");
    if ((result == Result.GIVEN) != answer.isPresent() || answer.isPresent() != given > 0) {
      throw new IllegalArgumentException("rows are given, or no answer leaves");
    }
  }

  /** A look that gave nothing. */
  public static LoggedOutcome without(Result result, long looked) {
    return new LoggedOutcome(result, looked, 0, Optional.empty());
  }
}
