package io.platelake.app.ledger.audit;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.ledger.access.AccessLogRows;
import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.detect.SeenCell;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Window;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The agency's own access log as detectors and samples see it: every look that was allowed. */
final class OwnSearches {
  private OwnSearches() {}

  /**
   * Looks of a window, by time and id.
   *
   * @param lake serving the purpose of audits
   */
  static List<ScreenedSearch> of(Lake lake, String agency, Window window) {
    return NamedRow.all(
            AccessLogRows.of(lake, agency)
                .where(col("event").equalTo("intent"))
                .where(col("decision").equalTo("allow"))
                .where(col("at").geq(Timestamp.from(window.from())))
                .where(col("at").lt(Timestamp.from(window.to())))
                .orderBy("at", "search_id"))
        .stream()
        .map(row -> search(row, agency))
        .toList();
  }

  private static ScreenedSearch search(NamedRow row, String agency) {
    String affiliation = row.text("affiliation");
    List<String> tokens = row.has("plate_tokens") ? row.texts("plate_tokens") : List.of();
    boolean isExport = row.text("kind").equals("export") || row.text("kind").equals("share");
    return new ScreenedSearch(
        row.text("search_id"),
        isExport ? ScreenedSearch.Kind.EXPORT : ScreenedSearch.Kind.SEARCH,
        row.instant("at"),
        SeenCell.of(row.text("username").toLowerCase(Locale.ROOT)),
        affiliation.equals(agency) ? "" : affiliation,
        tokens.isEmpty() ? SeenCell.EMPTY : SeenCell.of(tokens.get(0)),
        SeenCell.of(joined(row, "offence", "reason", "stated_purpose", "suspect")),
        SeenCell.of(joined(row, "case_ref", "incident_ref", "call_ref")),
        row.text("kind"),
        row.has("agencies") ? row.texts("agencies").size() : -1,
        row.findInstant("searched_from"),
        row.findText("device"),
        isExport ? Optional.of(row.text("search_id")) : Optional.empty());
  }

  /** What was stated, in one text. */
  private static String joined(NamedRow row, String... columns) {
    List<String> parts =
        Stream.of(columns)
            .map(column -> row.findText(column).orElse(null))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return String.join(" - ", parts);
  }
}
