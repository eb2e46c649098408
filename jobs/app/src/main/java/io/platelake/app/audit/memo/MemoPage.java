package io.platelake.app.audit.memo;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A memo as one page that needs nothing else. The template engine escapes every value. */
final class MemoPage {
  private static final String TEMPLATE = "audit/memo.html.mustache";
  private static final String STYLE = "/report/report.css";

  private MemoPage() {}

  static byte[] bytes(Memo memo) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("style", style());
    page.put("memo", memo);
    page.put("subject", memo.subject());
    page.put("asOf", memo.asOf().toString());
    page.put("from", memo.windowFrom().toString());
    page.put("to", memo.windowTo().toString());
    page.put("sections", memo.sections().stream().map(MemoPage::section).toList());
    Mustache template = new DefaultMustacheFactory().compile(TEMPLATE);
    StringWriter html = new StringWriter();
    template.execute(html, page);
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> section(MemoSection section) {
    return Map.of(
        "title",
        section.title(),
        "text",
        section.text(),
        "hasFigures",
        !section.figures().isEmpty(),
        "figures",
        section.figures().stream()
            .map(f -> Map.of("label", f.label(), "value", f.value(), "source", f.source()))
            .toList(),
        "tables",
        section.tables().stream().map(MemoPage::table).toList());
  }

  private static Map<String, Object> table(MemoTable table) {
    List<Map<String, Object>> rows =
        table.rows().stream()
            .map(
                row ->
                    Map.<String, Object>of("head", row.get(0), "cells", row.subList(1, row.size())))
            .toList();
    return Map.of(
        "caption", table.caption(),
        "source", table.source(),
        "columns", table.columns(),
        "rows", rows);
  }

  private static String style() {
    try (InputStream in = MemoPage.class.getResourceAsStream(STYLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(STYLE, e);
    }
  }
}
