package io.platelake.core.match.index;

import io.platelake.core.match.rule.PlateTier;

/** Takes the entries that a read matches, each once. */
@FunctionalInterface
public interface EntryVisitor {
  /**
   * @param ordinal place of the entry in what the index was made of
   * @param tier the best tier of the pair
   * @param edits characters that differ; 0 where the list's spelling of letter O explains all
   */
  void match(int ordinal, PlateTier tier, int edits);
}
