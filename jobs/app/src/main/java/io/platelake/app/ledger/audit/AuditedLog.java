package io.platelake.app.ledger.audit;

import io.platelake.core.BadInput;
import io.platelake.core.Ids;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Window;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A log that audits look at.
 *
 * @param vendor whose imported log it is; empty for the log that the platform writes itself
 */
public record AuditedLog(Optional<String> vendor) {
  /** The access log that the platform writes itself. */
  public static final AuditedLog OWN = new AuditedLog(Optional.empty());

  private static final String VENDOR = "vendor:";

  public AuditedLog {
    Objects.requireNonNull(vendor, "vendor");
  }

  /** Whether it is the log that the platform writes itself. */
  public boolean isOwn() {
    return vendor.isEmpty();
  }

  /**
   * From an option or a record: {@code own} or {@code vendor:NAME}.
   *
   * @param place option, for the message
   * @throws BadInput if it is neither
   */
  public static AuditedLog read(String place, String text) {
    if (text.equals(OWN.label())) {
      return OWN;
    }
    if (!text.startsWith(VENDOR)) {
      throw new BadInput(place, "it is no log", "Write own, or vendor: and the name of an import.");
    }
    return new AuditedLog(Optional.of(Ids.check(place, text.substring(VENDOR.length()))));
  }

  /** Its name in records and options. */
  public String label() {
    return vendor.map(name -> VENDOR + name).orElse("own");
  }

  /**
   * Searches of a window, by time and id, and what the log hides of them.
   *
   * @param lake serving the purpose of audits
   * @throws BadInput if nothing of the vendor was imported
   */
  public AuditedSearches searches(Lake lake, String agency, Window window) {
    return vendor
        .map(name -> new ImportedSearches(lake, agency, name).of(window))
        .orElseGet(
            () ->
                new AuditedSearches(
                    OwnSearches.of(lake, agency, window), List.of(), 0, 0, List.of()));
  }
}
