package io.platelake.app.report;

import io.platelake.app.publish.PublishedCsv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The report as one tidy table. It has a row for each figure and a row for each cell of a listing;
 * there the metric is {@code listing.column} and the dimension is the key of the row.
 */
final class ReportCsv {
  static final List<String> COLUMNS =
      List.of("item", "metric", "dimension", "value", "status", "source");

  private ReportCsv() {}

  static byte[] bytes(AnnualReport report) {
    return PublishedCsv.bytes(COLUMNS, rows(report));
  }

  static List<List<String>> rows(AnnualReport report) {
    List<List<String>> rows = new ArrayList<>();
    for (ReportItem item : report.items()) {
      for (Figure f : item.figures()) {
        rows.add(
            Arrays.asList(
                item.id(),
                f.metric(),
                f.dimension().isEmpty() ? null : f.dimensionText(),
                f.value() == null ? null : f.value().toString(),
                f.status().label(),
                f.source()));
      }
      item.listings().forEach(listing -> rows.addAll(cells(item, listing)));
    }
    return rows;
  }

  private static List<List<String>> cells(ReportItem item, ReportTable listing) {
    List<List<String>> rows = new ArrayList<>();
    for (List<Object> row : listing.rows()) {
      for (int c = 0; c < row.size(); c++) {
        rows.add(
            Arrays.asList(
                item.id(),
                listing.id() + "." + listing.columns().get(c).id(),
                listing.key(row),
                ReportTable.text(row.get(c)),
                FigureStatus.OK.label(),
                listing.source()));
      }
    }
    return rows;
  }
}
