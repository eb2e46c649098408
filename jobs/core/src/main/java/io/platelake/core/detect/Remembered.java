package io.platelake.core.detect;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Answers about texts that come again and again, as reasons do: each is worked out once. It keeps
 * no more than a number of them, and may be asked by several threads.
 */
final class Remembered implements Predicate<String> {
  private static final int MOST = 200_000;

  private final Predicate<String> question;
  private final Map<String, Boolean> answers = new ConcurrentHashMap<>();

  Remembered(Predicate<String> question) {
    this.question = question;
  }

  @Override
  public boolean test(String text) {
    Boolean known = answers.get(text);
    if (known != null) {
      return known;
    }
    boolean answer = question.test(text);
    if (answers.size() < MOST) {
      answers.put(text, answer);
    }
    return answer;
  }
}
