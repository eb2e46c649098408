package io.platelake.app.match.search;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * With what the reads of each agency are compared, and how: what every task gets a copy of.
 *
 * <p>An agency's reads meet its own entries and its own rules only.
 */
public final class WantedEntries implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Of one agency.
   *
   * @param search how
   * @param entries with what
   */
  public record Own(AgencySearch search, ListedEntries entries) implements Serializable {}

  private final HashMap<String, Own> byAgency;

  WantedEntries(Map<String, Own> byAgency) {
    this.byAgency = new HashMap<>(byAgency);
  }

  public Map<String, Own> byAgency() {
    return byAgency;
  }

  /** Entries of all agencies. */
  public long size() {
    return byAgency.values().stream().mapToLong(own -> own.entries().size()).sum();
  }

  /** Entries of an agency. */
  public long size(String agency) {
    return byAgency.containsKey(agency) ? byAgency.get(agency).entries().size() : 0;
  }

  /** Whether one of them looks at what else the reader considered. */
  boolean needsCandidates() {
    return byAgency.values().stream().anyMatch(own -> own.search().needsCandidates(own.entries()));
  }

  /**
   * What one task keeps for each agency. Its reads come together, since agencies share no file.
   *
   * @param make makes it, when the first read of an agency comes
   */
  <T> Cursor<T> cursor(Function<Own, T> make) {
    return new Cursor<>(make);
  }

  /** Moves from agency to agency, as the reads do. */
  final class Cursor<T> {
    private final Function<Own, T> make;
    private final Map<String, T> all = new HashMap<>();
    private UTF8String last;
    private T current;

    private Cursor(Function<Own, T> make) {
      this.make = make;
    }

    /** Whether the agency is looked at; then {@link #current} is of it. */
    boolean moveTo(UTF8String agency) {
      if (!agency.equals(last)) {
        last = agency.clone();
        String name = last.toString();
        Own own = byAgency.get(name);
        current = own == null ? null : all.computeIfAbsent(name, n -> make.apply(own));
      }
      return current != null;
    }

    T current() {
      return current;
    }

    /** What has been made, by agency. */
    Map<String, T> all() {
      return all;
    }
  }

  /** Shows no entry. */
  @Override
  public String toString() {
    return "WantedEntries[agencies=" + byAgency.size() + ", entries=" + size() + "]";
  }
}
