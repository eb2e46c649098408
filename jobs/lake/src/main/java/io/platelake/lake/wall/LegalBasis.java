package io.platelake.lake.wall;

import java.util.Set;

/**
 * Why a job may use reads that were collected for another purpose than its own.
 *
 * @param id id of the row on record that says so
 * @param kind what that row is, for instance {@code research_release}
 * @param purposes purposes whose reads it opens
 */
public record LegalBasis(String id, String kind, Set<String> purposes) {
  /**
   * @throws IllegalArgumentException if it names no record or opens no purpose
   */
  public LegalBasis {
    purposes = Set.copyOf(purposes);
    if (id.isBlank() || kind.isBlank() || purposes.isEmpty()) {
      throw new IllegalArgumentException("a legal basis names its record, its kind and purposes");
    }
  }
}
