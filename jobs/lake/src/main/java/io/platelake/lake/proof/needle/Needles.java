package io.platelake.lake.proof.needle;

import io.platelake.lake.proof.files.Unprovable;
import java.util.Collection;
import java.util.List;

/**
 * What a scan looks for: texts and numbers, by position. Index {@code i} is text {@code i}; numbers
 * follow the texts, so number {@code j} has index {@code texts + j}. Never prints what it holds.
 */
public final class Needles {
  private final List<String> texts;
  private final List<Long> numbers;

  private Needles(List<String> texts, List<Long> numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  /** Throws {@link Unprovable} for a blank text or when there is nothing to look for. */
  public static Needles of(Collection<String> texts, Collection<Long> numbers) {
    if (texts.isEmpty() && numbers.isEmpty()) {
      throw new Unprovable(
          "Needles", "there are none", "A scan for nothing finds nothing: pass at least one.");
    }
    if (texts.stream().anyMatch(String::isBlank)) {
      throw new Unprovable("Needles", "one of the texts is blank", "Leave unreadable values out.");
    }
    return new Needles(List.copyOf(texts), List.copyOf(numbers));
  }

  public int size() {
    return texts.size() + numbers.size();
  }

  List<String> texts() {
    return texts;
  }

  List<Long> numbers() {
    return numbers;
  }

  int indexOfNumber(int position) {
    return texts.size() + position;
  }

  @Override
  public String toString() {
    return "Needles[" + texts.size() + " texts, " + numbers.size() + " numbers]";
  }
}
