package io.platelake.app.ledger.audit;

import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.detect.SearchParts;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Window;
import java.util.List;
import java.util.Locale;

/** A log that audits look at. */
public enum AuditedLog {
  /** The access log that the platform writes itself. */
  OWN;

  /** Its name in records and options. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Searches of a window, by time and id.
   *
   * @param lake serving the purpose of audits
   */
  public List<ScreenedSearch> searches(Lake lake, String agency, Window window) {
    return OwnSearches.of(lake, agency, window);
  }

  /**
   * The same in parts, each with all searches of its accounts.
   *
   * @param lake serving the purpose of audits
   */
  public SearchParts parts(Lake lake, String agency, Window window) {
    return OwnSearches.parts(lake, agency, window);
  }
}
