package io.platelake.core.record;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The elements around the records of a file. An element may state things of its own in front of its
 * records, such as a topic or a time. Any other text outside of records is what damage left behind,
 * or a record of another kind: it counts.
 */
final class XmlEnvelope {
  private static final int DEEPEST = 64;

  private static final class Level {
    boolean hasRecord;

    /** Text right in it. */
    boolean hasText;

    /** Text in one of its elements. */
    boolean hasFields;
  }

  private final Deque<Level> levels = new ArrayDeque<>();

  /** Whether text here is outside of every record, whatever follows. */
  boolean isStrayText() {
    Level level = levels.peek();
    if (level == null || level.hasRecord) {
      return true;
    }
    level.hasText = true;
    return false;
  }

  /** Whether there are more elements than any file of records has. */
  boolean isTooDeepAfterStart() {
    levels.push(new Level());
    return levels.size() > DEEPEST;
  }

  /** Whether the element that ends is no envelope and no field of one. */
  boolean isStrayAtEnd() {
    Level ended = levels.poll();
    if (ended == null || ended.hasRecord) {
      return false;
    }
    if (ended.hasFields || !ended.hasText) {
      return ended.hasFields;
    }
    Level around = levels.peek();
    if (around == null || around.hasRecord) {
      return true;
    }
    around.hasFields = true;
    return false;
  }

  /** A record starts here: what is around it is an envelope. */
  void record() {
    levels.forEach(level -> level.hasRecord = true);
  }

  /** Whether an element that the file does not end states something, and has no record; once. */
  boolean endOfFile() {
    boolean stray =
        levels.stream().anyMatch(level -> !level.hasRecord && (level.hasText || level.hasFields));
    levels.clear();
    return stray;
  }
}
