package io.platelake.core.record;

/** How deep a scan is in brackets, and what the grammar allows next. */
final class JsonNesting {
  private int depth;

  /** One bit a level: set for an array. Deeper levels count as objects; no reader takes them. */
  private long arrays;

  private int previous;

  /** Whether this byte outside strings closes the outermost bracket. */
  boolean accept(int b) {
    previous = b;
    if (b == '{' || b == '[') {
      depth++;
      if (depth < Long.SIZE) {
        arrays = b == '[' ? arrays | 1L << depth : arrays & ~(1L << depth);
      }
    } else if (b == '}' || b == ']') {
      // Brackets that do not pair are left to the parser: the count alone finds the end.
      depth--;
    }
    return depth == 0;
  }

  boolean allowsOpening() {
    boolean inArray = depth < Long.SIZE && (arrays >> depth & 1) == 1;
    return previous == ':' || inArray && (previous == '[' || previous == ',');
  }
}
