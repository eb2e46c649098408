package io.platelake.core.mapping;

import java.io.Serializable;
import java.util.List;

/**
 * The place of other readings: a single text, a list of texts, or a list of objects.
 *
 * @param path of the text or list
 * @param plate key of the reading in an object; null for texts
 * @param confidence key of its score in an object; null when there is none
 */
public record CandidateSource(List<String> path, String plate, String confidence)
    implements Serializable {
  public CandidateSource {
    path = List.copyOf(path);
  }
}
