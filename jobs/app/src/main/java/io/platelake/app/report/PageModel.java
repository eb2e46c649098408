package io.platelake.app.report;

import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the template of the page shows: the report with its numbers and times written for people.
 */
final class PageModel {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
  private static final String MONTH = "month";

  private PageModel() {}

  static Map<String, Object> of(AnnualReport report) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("report", report);
    page.put("from", time(report.from()));
    page.put("to", time(report.to()));
    page.put("asOf", time(report.asOf()));
    page.put("due", DAY.format(MonthDay.parse(report.policy().due())));
    page.put("items", report.items().stream().map(PageModel::item).toList());
    return page;
  }

  private static Map<String, Object> item(ReportItem item) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("number", item.number());
    view.put("id", item.id());
    view.put("title", item.title());
    view.put("authority", item.authority());
    view.put("note", item.note());
    view.put("badge", badge(item.status()));
    view.put("status", item.status().label());
    List<Map<String, Object>> figures =
        item.figures().stream()
            .filter(f -> !f.dimension().containsKey(MONTH))
            .map(PageModel::figure)
            .toList();
    view.put("hasFigures", !figures.isEmpty());
    view.put("figures", figures);
    view.put("months", months(item));
    view.put("listings", item.listings().stream().map(PageModel::listing).toList());
    return view;
  }

  private static Map<String, Object> figure(Figure f) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("metric", f.metric());
    view.put("dimension", f.dimensionText());
    view.put("label", f.label());
    view.put(
        "limits",
        f.dimension().entrySet().stream()
            .map(e -> Map.of("name", words(e.getKey()), "value", words(e.getValue())))
            .toList());
    view.put("status", f.status().label());
    view.put("source", f.source());
    view.put("cell", cell(f.value(), f.status()));
    return view;
  }

  /** Figures by month as one table, and the first of them as bars; null when there are none. */
  private static Map<String, Object> months(ReportItem item) {
    Map<String, List<Figure>> byMonth = new LinkedHashMap<>();
    for (Figure f : item.figures()) {
      if (f.dimension().containsKey(MONTH)) {
        byMonth.computeIfAbsent(f.dimension().get(MONTH), m -> new ArrayList<>()).add(f);
      }
    }
    if (byMonth.isEmpty()) {
      return null;
    }
    List<Figure> january = byMonth.values().iterator().next();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("columns", january.stream().map(Figure::label).toList());
    view.put("charted", january.get(0).label());
    view.put("source", january.get(0).source());
    view.put("chart", MonthChart.of(byMonth.values().stream().map(m -> m.get(0)).toList()));
    view.put(
        "rows",
        byMonth.entrySet().stream()
            .map(
                m ->
                    Map.of(
                        "month",
                        m.getKey(),
                        "figures",
                        m.getValue().stream().map(PageModel::figure).toList()))
            .toList());
    return view;
  }

  private static Map<String, Object> listing(ReportTable listing) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", listing.id());
    view.put("caption", listing.caption());
    view.put("source", listing.source());
    view.put("columns", listing.columns());
    view.put(
        "rows",
        listing.rows().stream()
            .map(
                row -> {
                  List<Map<String, Object>> cells =
                      row.stream().map(c -> cell(c, FigureStatus.OK)).toList();
                  return Map.of("head", cells.get(0), "cells", cells.subList(1, cells.size()));
                })
            .toList());
    return view;
  }

  private static Map<String, Object> cell(Object value, FigureStatus status) {
    Map<String, Object> view = new LinkedHashMap<>();
    if (value instanceof Long number) {
      view.put("count", number.toString());
      view.put("shown", String.format(Locale.ROOT, "%,d", number));
    } else if (value instanceof Number number) {
      view.put("count", number.toString());
      view.put("shown", number.toString());
    } else if (value instanceof Instant instant) {
      view.put("instant", time(instant));
    } else if (value != null) {
      view.put("plain", value.toString());
    } else {
      view.put("absent", status == FigureStatus.OK ? "–" : badge(status));
    }
    return view;
  }

  private static Map<String, String> time(Instant instant) {
    return Map.of("iso", instant.toString(), "shown", MINUTES.format(instant));
  }

  /** Null for a status that goes without saying. */
  private static String badge(FigureStatus status) {
    return switch (status) {
      case OK -> null;
      case NO_DATA -> "no data recorded";
      case MISSING -> "missing";
    };
  }

  private static String words(String id) {
    return id.replace('_', ' ');
  }
}
