package io.platelake.app.report;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import io.platelake.app.job.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report as one page that needs nothing else: no script, no network. It is also well-formed
 * XML, so that a program can read it back. Values are escaped by the template engine.
 */
final class ReportPage {
  private static final String TEMPLATE = "report/annual.html.mustache";
  private static final String STYLE = "/report/report.css";

  private ReportPage() {}

  /**
   * @param json the bytes of {@code report.json}, whose digest the page carries
   * @param contacts where people turn to; none are shown where none are registered
   */
  static byte[] bytes(AnnualReport report, byte[] json, List<PublicContact> contacts) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("style", style());
    page.put("jsonDigest", Sha256.of(json));
    page.putAll(PageModel.of(report));
    page.put("hasContacts", !contacts.isEmpty());
    page.put("contacts", contacts);
    Mustache template = new DefaultMustacheFactory().compile(TEMPLATE);
    StringWriter html = new StringWriter();
    template.execute(html, page);
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String style() {
    try (InputStream in = ReportPage.class.getResourceAsStream(STYLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(STYLE, e);
    }
  }
}
