package io.platelake.app.ledger.purge;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** Which purges have been approved, by whom and how far, from {@code purge_approvals}. */
public final class Approvals {
  /** Class of reads and of everything that follows them. */
  public static final String READS = "reads";

  private final Map<List<String>, Instant> before;

  private Approvals(Map<List<String>, Instant> before) {
    this.before = Map.copyOf(before);
  }

  public static Approvals of(Lake lake) {
    Map<List<String>, Instant> before = new HashMap<>();
    for (Row row :
        lake.read(Table.PURGE_APPROVALS)
            .select("agency_id", "record_class", "purpose", "role", "captured_before")
            .collectAsList()) {
      before.merge(
          key(row.getString(0), row.getString(1), row.getString(2), row.getString(3)),
          row.getTimestamp(4).toInstant(),
          (a, b) -> a.isAfter(b) ? a : b);
    }
    return new Approvals(before);
  }

  /**
   * What was captured before this instant may go.
   *
   * @param purpose purpose of reads; null for another record class
   * @return empty while one of the roles has not approved anything
   */
  Optional<Instant> before(String agency, String recordClass, String purpose, Set<String> roles) {
    Optional<Instant> all = Optional.empty();
    for (String role : roles) {
      Instant one = before.get(key(agency, recordClass, purpose, role));
      if (one == null) {
        return Optional.empty();
      }
      all = Optional.of(all.filter(a -> a.isBefore(one)).orElse(one));
    }
    return all;
  }

  /** Roles whose approval does not reach an instant yet. */
  public Set<String> missing(
      String agency, String recordClass, String purpose, Set<String> roles, Instant at) {
    Set<String> missing = new TreeSet<>(roles);
    missing.removeIf(
        role -> {
          Instant reaches = before.get(key(agency, recordClass, purpose, role));
          return reaches != null && at.isBefore(reaches);
        });
    return missing;
  }

  private static List<String> key(String... parts) {
    return Arrays.asList(parts).stream().map(String::valueOf).toList();
  }
}
