package io.platelake.app.ledger.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A file of a vendor's log, as {@code imported_files} has it.
 *
 * @param lists searches, events or state
 * @param importedAt now of the import, UTC
 * @param taken rows that are in the lake by this file
 * @param known rows that a file imported before has
 * @param pastLimit rows that the policy would have destroyed
 * @param states rows by column and state, with a blank between them
 * @param faults in words
 * @param gaps taken searches by what they lack
 * @param ownNames of the agency itself in this log
 */
public record ImportedFile(
    String digest,
    String name,
    String vendor,
    String layout,
    String lists,
    Instant importedAt,
    long rows,
    long taken,
    long repeated,
    long known,
    long pastLimit,
    long keptOut,
    Optional<Instant> first,
    Optional<Instant> last,
    List<String> columns,
    Map<String, Long> states,
    List<String> faults,
    Map<String, Long> gaps,
    List<String> ownNames) {
  public ImportedFile {
    columns = List.copyOf(columns);
    states = Map.copyOf(new TreeMap<>(states));
    faults = List.copyOf(faults);
    gaps = Map.copyOf(gaps);
    ownNames = List.copyOf(ownNames);
    if (rows != taken + repeated + known + pastLimit + keptOut) {
      throw new IllegalArgumentException("each row of a file has one fate");
    }
  }
}
