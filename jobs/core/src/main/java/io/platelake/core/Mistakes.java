package io.platelake.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The mistakes of one file, collected, so that it can be corrected in one go. */
public final class Mistakes {
  private static final int MOST_SHOWN = 20;

  private final List<BadInput> found = new ArrayList<>();

  public void add(BadInput mistake) {
    found.add(mistake);
  }

  /** What is read; {@code otherwise} where it is a mistake, which is noted. */
  public <T> T read(Supplier<T> reading, T otherwise) {
    try {
      return reading.get();
    } catch (BadInput mistake) {
      found.add(mistake);
      return otherwise;
    }
  }

  public int count() {
    return found.size();
  }

  /**
   * Ends the reading of the file if there are mistakes.
   *
   * @throws BadInput with one line a mistake, at most 20 of them
   */
  public void refuse() {
    if (found.isEmpty()) {
      return;
    }
    int more = found.size() - MOST_SHOWN;
    BadInput all = BadInput.all(found.stream().limit(MOST_SHOWN).toList());
    throw more > 0 ? all.and("And " + more + " more mistakes.") : all;
  }
}
