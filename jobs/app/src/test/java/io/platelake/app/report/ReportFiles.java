package io.platelake.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.platelake.app.TestPolicies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The three files of a report, read by parsers that know nothing of how they were written. Figures
 * are {@code item|metric|dimension} to value or status; cells are {@code listing|row|column} to
 * text.
 */
record ReportFiles(JsonNode json, String csv, String html) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static ReportFiles in(Path folder) throws IOException {
    return new ReportFiles(
        JSON.readTree(folder.resolve("report.json").toFile()),
        Files.readString(folder.resolve("report.csv")),
        Files.readString(folder.resolve("report.html")));
  }

  List<String> items() {
    List<String> items = new ArrayList<>();
    json.get("items")
        .forEach(
            i ->
                items.add(
                    i.get("number").asText()
                        + " "
                        + i.get("id").asText()
                        + " "
                        + i.get("status").asText()));
    return items;
  }

  List<String> schemaErrors() throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                Files.readString(
                    TestPolicies.WA_CITY.resolveSibling("../annual-report.schema.json")));
    return schema.validate(json).stream().map(ValidationMessage::getMessage).toList();
  }

  Map<String, String> jsonFigures() {
    Map<String, String> figures = new TreeMap<>();
    for (JsonNode item : json.get("items")) {
      for (JsonNode f : item.get("figures")) {
        List<String> dimension = new ArrayList<>();
        f.get("dimension")
            .properties()
            .forEach(e -> dimension.add(e.getKey() + "=" + e.getValue().asText()));
        figures.put(
            item.get("id").asText()
                + "|"
                + f.get("metric").asText()
                + "|"
                + String.join("; ", dimension),
            f.get("value").isNull() ? f.get("status").asText() : f.get("value").asText());
      }
    }
    return figures;
  }

  Map<String, String> csvFigures() throws IOException {
    Map<String, String> figures = new TreeMap<>();
    for (Map<String, String> row : csvRows()) {
      if (!row.get("metric").contains(".")) {
        figures.put(
            row.get("item") + "|" + row.get("metric") + "|" + row.get("dimension"),
            row.get("value").isEmpty() ? row.get("status") : row.get("value"));
      }
    }
    return figures;
  }

  Map<String, String> htmlFigures() {
    Map<String, String> figures = new TreeMap<>();
    for (Element section : elements(page(), "section")) {
      for (Element cell : elements(section, "td")) {
        if (cell.hasAttribute("data-metric")) {
          figures.put(
              section.getAttribute("data-item")
                  + "|"
                  + cell.getAttribute("data-metric")
                  + "|"
                  + cell.getAttribute("data-dimension"),
              elements(cell, "data").isEmpty() ? cell.getAttribute("data-status") : text(cell));
        }
      }
    }
    return figures;
  }

  Map<String, String> jsonCells() {
    Map<String, String> cells = new TreeMap<>();
    for (JsonNode item : json.get("items")) {
      for (JsonNode listing : item.get("listings")) {
        for (int r = 0; r < listing.get("rows").size(); r++) {
          for (int c = 0; c < listing.get("columns").size(); c++) {
            JsonNode cell = listing.get("rows").get(r).get(c);
            String text = cell.isNumber() ? cell.decimalValue().toPlainString() : cell.asText();
            cells.put(key(listing.get("id").asText(), r, c), cell.isNull() ? "" : text);
          }
        }
      }
    }
    return cells;
  }

  Map<String, String> csvCells() throws IOException {
    Map<String, String> cells = new TreeMap<>();
    Map<String, Integer> columns = new TreeMap<>();
    json.findValues("listings")
        .forEach(ls -> ls.forEach(l -> columns.put(l.get("id").asText(), l.get("columns").size())));
    Map<String, Integer> seen = new TreeMap<>();
    for (Map<String, String> row : csvRows()) {
      if (row.get("metric").contains(".")) {
        String listing = row.get("metric").split("\\.")[0];
        int n = seen.merge(listing, 1, Integer::sum) - 1;
        int width = columns.get(listing);
        cells.put(key(listing, n / width, n % width), row.get("value"));
      }
    }
    return cells;
  }

  Map<String, String> htmlCells() {
    Map<String, String> cells = new TreeMap<>();
    for (Element table : elements(page(), "table")) {
      if (table.hasAttribute("data-listing")) {
        int r = 0;
        for (Element row : elements(elements(table, "tbody").get(0), "tr")) {
          int c = 0;
          for (Element cell : children(row)) {
            String text = elements(cell, "span").isEmpty() ? text(cell) : "";
            cells.put(key(table.getAttribute("data-listing"), r, c++), text);
          }
          r++;
        }
      }
    }
    return cells;
  }

  List<String> tablesWithoutCaptionOrScope() {
    List<String> wrong = new ArrayList<>();
    for (Element table : elements(page(), "table")) {
      boolean scoped =
          elements(table, "th").stream()
              .allMatch(th -> List.of("col", "row").contains(th.getAttribute("scope")));
      if (!scoped || elements(table, "caption").size() != 1) {
        wrong.add(table.getTextContent());
      }
    }
    return wrong;
  }

  private static String key(String listing, int row, int column) {
    return listing + "|" + row + "|" + column;
  }

  private List<Map<String, String>> csvRows() throws IOException {
    return new CsvMapper()
        .readerFor(Map.class)
        .with(CsvSchema.emptySchema().withHeader())
        .<Map<String, String>>readValues(csv)
        .readAll();
  }

  private Element page() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(bytes))
          .getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError("the page is not well formed", e);
    }
  }

  /** The value a program reads: of a data or time element its attribute, otherwise the text. */
  private static String text(Element cell) {
    List<Element> data = elements(cell, "data");
    List<Element> time = elements(cell, "time");
    if (!data.isEmpty()) {
      return data.get(0).getAttribute("value");
    }
    return time.isEmpty() ? cell.getTextContent() : time.get(0).getAttribute("datetime");
  }

  private static List<Element> elements(Element in, String name) {
    NodeList nodes = in.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<Element> children(Element in) {
    List<Element> elements = new ArrayList<>();
    for (Node n = in.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }
}
