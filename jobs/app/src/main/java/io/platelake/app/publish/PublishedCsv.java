package io.platelake.app.publish;

import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV as RFC 4180 has it: UTF-8, a header, commas, CRLF, quotes only where needed. An empty field
 * is a missing value. A spreadsheet computes nothing in it: see {@link SpreadsheetCell}.
 */
public final class PublishedCsv {
  private static final CsvMapper CSV =
      CsvMapper.csvBuilder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
  private static final CsvSchema FORM =
      CsvSchema.emptySchema().withLineSeparator("\r\n").withoutEscapeChar();

  private PublishedCsv() {}

  /**
   * @param rows one list of fields a row, as many as there are columns; null is an empty field
   */
  public static byte[] bytes(List<String> columns, Iterable<List<String>> rows) {
    StringWriter text = new StringWriter();
    try (var writer = CSV.writer(FORM).writeValuesAsArray(text)) {
      writer.write(columns);
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              row.size() + " fields, " + columns.size() + " columns");
        }
        writer.write(row.stream().map(SpreadsheetCell::harmless).toList());
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
