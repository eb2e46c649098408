package io.platelake.core.hotlist;

import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.plate.OcrClasses;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a delimited hot list with a header line.
 *
 * <p>A byte order mark, CRLF and blank lines are tolerated. A row with more or fewer cells than the
 * header makes the whole file unusable: it may be cut, and a cut list must not replace a good one.
 * Only mapped columns are read, so personal data in others goes nowhere. Records that repeat plate,
 * state, category and case of an earlier one are counted and left out, the first one stands.
 */
public final class HotlistCsv {
  private HotlistCsv() {}

  /** As {@link #parse(String, String, ListDefinition, EntryRules, OcrClasses)}, from the bytes. */
  public static ParsedList parse(
      byte[] bytes,
      String fileName,
      ListDefinition definition,
      EntryRules rules,
      OcrClasses classes) {
    return parse(
        ListText.decode(bytes, fileName, definition), fileName, definition, rules, classes);
  }

  /**
   * Reads the text of a list.
   *
   * @param fileName named in errors
   * @param classes under which {@code foldKey} is computed
   * @throws BadInput for text that is no such list; names file, line and column, never a value
   * @throws Refusal if the policy requires a field that the definition maps to no column
   */
  public static ParsedList parse(
      String text,
      String fileName,
      ListDefinition definition,
      EntryRules rules,
      OcrClasses classes) {
    requireMapped(definition, rules);
    try (CsvRows rows =
        new CsvRows(ListText.checked(text, fileName), definition.delimiter(), fileName)) {
      CsvRows.Row header = rows.next();
      if (header == null) {
        throw new BadInput(
            fileName, "the file is empty, not even a header", "Fetch the file again.");
      }
      Map<ListField, Integer> positions = positions(header, fileName, definition);
      return collect(rows, header.cells().size(), positions, fileName, definition, rules, classes);
    }
  }

  private static ParsedList collect(
      CsvRows rows,
      int width,
      Map<ListField, Integer> positions,
      String fileName,
      ListDefinition definition,
      EntryRules rules,
      OcrClasses classes) {
    EntryReading reading = new EntryReading(definition, rules, classes);
    List<HotlistEntry> accepted = new ArrayList<>();
    List<ParsedList.Refused> refused = new ArrayList<>();
    TreeMap<String, Long> dropped = new TreeMap<>();
    Set<Long> ids = new HashSet<>();
    int duplicates = 0;
    int records = 0;
    for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
      requireWidth(row, width, fileName);
      records++;
      EntryReading.Result result = reading.read(cells(row, positions));
      if (result instanceof EntryReading.Prohibited prohibited) {
        dropped.merge(prohibited.category(), 1L, Long::sum);
      } else if (result instanceof EntryReading.Unacceptable unacceptable) {
        refused.add(new ParsedList.Refused(row.line(), unacceptable.code()));
      } else if (result instanceof EntryReading.Acceptable acceptable) {
        if (ids.add(acceptable.entry().entryId())) {
          accepted.add(acceptable.entry());
        } else {
          duplicates++;
        }
      }
    }
    return new ParsedList(accepted, refused, dropped, duplicates, records);
  }

  private static void requireWidth(CsvRows.Row row, int width, String fileName) {
    if (row.cells().size() != width) {
      throw new BadInput(
          fileName + ", line " + row.line(),
          "it has " + row.cells().size() + " cells, the header has " + width,
          "Fetch the file again; if it came like this, ask its source to quote cells.");
    }
  }

  private static Map<ListField, String> cells(CsvRows.Row row, Map<ListField, Integer> positions) {
    Map<ListField, String> cells = new EnumMap<>(ListField.class);
    positions.forEach(
        (field, position) -> {
          String cell = row.cells().get(position).strip();
          if (!cell.isEmpty()) {
            cells.put(field, cell);
          }
        });
    return cells;
  }

  private static Map<ListField, Integer> positions(
      CsvRows.Row header, String fileName, ListDefinition definition) {
    List<String> names = header.cells().stream().map(String::strip).toList();
    Map<ListField, Integer> positions = new EnumMap<>(ListField.class);
    definition
        .columns()
        .forEach(
            (field, name) -> {
              int position = names.indexOf(name);
              if (position < 0 || position != names.lastIndexOf(name)) {
                throw new BadInput(
                    fileName + ", line " + header.line() + ", column " + name,
                    position < 0 ? "the header has no such column" : "the header has it twice",
                    "Correct columns."
                        + field.key()
                        + " of list "
                        + definition.id()
                        + ", or its delimiter, or fetch the file again.");
              }
              positions.put(field, position);
            });
    return positions;
  }

  /** Otherwise every single record would be refused, and nobody would see why. */
  private static void requireMapped(ListDefinition definition, EntryRules rules) {
    for (ListField field : ListField.values()) {
      boolean required = field == ListField.CATEGORY || rules.requiredFields().contains(field);
      if (required && !definition.columns().containsKey(field)) {
        throw new Refusal(
            "hot list " + definition.id(),
            "its entries need the field " + field.key() + ", its definition maps no column to it",
            "Add columns." + field.key() + " to the definition.");
      }
    }
  }
}
