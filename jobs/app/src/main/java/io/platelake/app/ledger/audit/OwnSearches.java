package io.platelake.app.ledger.audit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lower;

import io.platelake.app.ledger.access.AccessLogRows;
import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.detect.SearchParts;
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
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The agency's own access log as detectors and samples see it: every look that was allowed. */
final class OwnSearches {
  /** About 0.8 kB each while they are looked at, and one part a core at a time. */
  private static final long ROWS_A_PART = 100_000;

  /** Columns that {@link #search} reads. */
  private static final List<String> COLUMNS =
      List.of(
          "search_id",
          "at",
          "username",
          "affiliation",
          "plate_tokens",
          "kind",
          "offence",
          "reason",
          "stated_purpose",
          "suspect",
          "case_ref",
          "incident_ref",
          "call_ref",
          "agencies",
          "searched_from",
          "device");

  private OwnSearches() {}

  /**
   * Looks of a window, by time and id.
   *
   * @param lake serving the purpose of audits
   */
  static List<ScreenedSearch> of(Lake lake, String agency, Window window) {
    return NamedRow.all(looks(lake, agency, window).orderBy("at", "search_id")).stream()
        .map(row -> search(row, agency))
        .toList();
  }

  /**
   * The same in parts, each with all looks of its accounts. Executors sort them into the parts, and
   * memory holds those that are being looked at.
   *
   * @param lake serving the purpose of audits
   */
  static SearchParts parts(Lake lake, String agency, Window window) {
    Dataset<Row> looks = looks(lake, agency, window);
    int parts = (int) Math.max(1, looks.count() / ROWS_A_PART);
    JavaRDD<Row> rows =
        looks
            .select(COLUMNS.stream().map(name -> col(name)).toArray(Column[]::new))
            .repartition(parts, lower(col("username")))
            .javaRDD();
    return new SearchParts() {
      @Override
      public int count() {
        return parts;
      }

      @Override
      public List<ScreenedSearch> part(int number) {
        return rows.collectPartitions(new int[] {number})[0].stream()
            .map(row -> search(new NamedRow(row), agency))
            .toList();
      }
    };
  }

  private static Dataset<Row> looks(Lake lake, String agency, Window window) {
    return AccessLogRows.of(lake, agency)
        .where(col("event").equalTo("intent"))
        .where(col("decision").equalTo("allow"))
        .where(col("at").geq(Timestamp.from(window.from())))
        .where(col("at").lt(Timestamp.from(window.to())));
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
