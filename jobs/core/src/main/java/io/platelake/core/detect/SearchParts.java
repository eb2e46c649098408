package io.platelake.core.detect;

import java.util.Collection;
import java.util.List;

/**
 * A log in parts that fit into memory, so that a screen needs no more of it for a longer log. All
 * searches of one organisation's account are in the same part. A part may be asked for several
 * times, by several threads.
 */
public interface SearchParts {
  /** How many parts there are. */
  int count();

  /** The searches of a part in any order; parts count from 0. */
  Collection<ScreenedSearch> part(int number);

  /** Searches that are in memory already, as one part. */
  static SearchParts of(Collection<ScreenedSearch> searches) {
    List<ScreenedSearch> all = List.copyOf(searches);
    return new SearchParts() {
      @Override
      public int count() {
        return 1;
      }

      @Override
      public Collection<ScreenedSearch> part(int number) {
        return all;
      }
    };
  }
}
