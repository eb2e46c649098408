package io.platelake.core.hotlist;

import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.hotlist.layout.ListLayout;
import io.platelake.core.hotlist.layout.ListRecord;
import io.platelake.core.hotlist.layout.RefusalCode;
import io.platelake.core.hotlist.text.LineRecords;
import io.platelake.core.hotlist.text.RecordSource;
import io.platelake.core.hotlist.text.TreeRecords;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.text.TextStream;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a hot list record by record; what is held grows with the number of accepted ids only.
 *
 * <p>A byte order mark, any line end and blank lines are tolerated. What makes the whole file
 * unusable (bytes that are no text, a missing trailer, a wrong count, an end in the middle of a
 * record, rows of another width than the header) is an error, because the file may be cut, and a
 * cut list must not replace a good one. Only mapped fields are read, so personal data in others
 * goes nowhere. Records that repeat plate, state, category and case of an earlier one are counted
 * and left out, the first one is kept.
 */
public final class HotlistReader {
  private final ListDefinition definition;
  private final EntryRules rules;
  private final OcrClasses classes;
  private final Set<Long> withdrawn;

  /**
   * @param classes under which {@code foldKey} is computed
   * @param withdrawn ids of entries that are not accepted though the list has them
   */
  public HotlistReader(
      ListDefinition definition, EntryRules rules, OcrClasses classes, Set<Long> withdrawn) {
    this.definition = definition;
    this.rules = rules;
    this.classes = classes;
    this.withdrawn = Set.copyOf(withdrawn);
  }

  /**
   * Reads a list to its end.
   *
   * @param bytes the file; the caller closes it
   * @param fileName named in errors
   * @throws BadInput for bytes that are no such list; names file, line and column, never a value
   * @throws Refusal if the policy requires a field that the definition maps to nothing
   */
  public ListCounts read(InputStream bytes, String fileName, ListSink sink) {
    requireMapped();
    ListLayout layout = definition.layout();
    InputStream text = TextStream.strict(bytes, layout.format().charset(), fileName);
    RecordSource source =
        layout.format().layout().isLines()
            ? new LineRecords(text, layout, fileName)
            : new TreeRecords(text, layout, fileName);
    EntryReading reading = new EntryReading(definition, rules, classes, withdrawn);
    EntryIds ids = new EntryIds();
    TreeMap<String, Long> refused = new TreeMap<>();
    TreeMap<String, Long> dropped = new TreeMap<>();
    long accepted = 0;
    long duplicates = 0;
    long malformed = 0;
    int firstMalformed = 0;
    long records = 0;
    long skipped = 0;
    for (ListRecord record = source.next(); record != null; record = source.next()) {
      EntryReading.Result result = reading.read(record);
      if (result instanceof EntryReading.NotAnEntry) {
        skipped++;
        continue;
      }
      records++;
      if (result instanceof EntryReading.Prohibited prohibited) {
        dropped.merge(prohibited.category(), 1L, Long::sum);
      } else if (result instanceof EntryReading.Unacceptable unacceptable) {
        RefusalCode code = unacceptable.code();
        refused.merge(code.name(), 1L, Long::sum);
        sink.refused(record.line(), code);
        if (code.isMalformed() && malformed++ == 0) {
          firstMalformed = record.line();
        }
      } else if (result instanceof EntryReading.Acceptable acceptable) {
        if (ids.add(acceptable.entry().entryId())) {
          accepted++;
          sink.accepted(acceptable.entry());
        } else {
          duplicates++;
        }
      }
    }
    if (malformed * 2 > records) {
      throw new BadInput(
          fileName + ", line " + firstMalformed,
          malformed + " of " + records + " records have another form than the layout says",
          "Check that it is the right file, and the layout of list " + definition.id() + ".");
    }
    return new ListCounts(
        records,
        accepted,
        refused,
        dropped,
        duplicates,
        skipped + source.skipped(),
        source.statedTime());
  }

  /** Otherwise every single record would be refused, without a visible reason. */
  private void requireMapped() {
    for (ListField field : ListField.values()) {
      boolean required = field == ListField.CATEGORY || rules.requiredFields().contains(field);
      if (required && !definition.layout().has(field)) {
        throw new Refusal(
            "hot list " + definition.id(),
            "its entries need the field " + field.key() + ", its definition maps nothing to it",
            "Add " + definition.wordsFor(field) + " to the definition.");
      }
    }
  }
}
