package io.platelake.core.vendorlog;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a vendor's log holds: every row is in exactly one of the three counts.
 *
 * @param taken rows that were taken over
 * @param repeated rows that repeat a taken one
 * @param keptOut rows that are damaged or shifted
 * @param first first instant, UTC
 * @param last last instant, UTC
 * @param columns our names of the columns of the file
 * @param states column to how many taken rows have which state
 * @param faults what is wrong, sorted
 */
public record LogAccount(
    long taken,
    long repeated,
    long keptOut,
    Optional<Instant> first,
    Optional<Instant> last,
    Set<String> columns,
    Map<String, Map<LogCell.State, Long>> states,
    List<VendorLogFault> faults) {

  public LogAccount {
    columns = Collections.unmodifiableSet(new TreeSet<>(columns));
    states = Collections.unmodifiableMap(new TreeMap<>(states));
    faults = faults.stream().sorted().toList();
  }

  /** All rows of the file. */
  public long rows() {
    return taken + repeated + keptOut;
  }

  /** Share of rows with a value among those where it can be seen; empty where none can. */
  public Optional<Double> shareWithValue(String column) {
    Map<LogCell.State, Long> counts = states.getOrDefault(column, Map.of());
    long seen =
        counts.entrySet().stream()
            .filter(state -> state.getKey().isSeen())
            .mapToLong(Map.Entry::getValue)
            .sum();
    long values =
        counts.entrySet().stream()
            .filter(state -> state.getKey().hasValue())
            .mapToLong(Map.Entry::getValue)
            .sum();
    return seen == 0 ? Optional.empty() : Optional.of(values / (double) seen);
  }
}
