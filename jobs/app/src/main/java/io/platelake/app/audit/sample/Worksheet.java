package io.platelake.app.audit.sample;

import io.platelake.app.ledger.audit.SampleLedger.Drawn;
import io.platelake.app.ledger.audit.SampleLedger.Item;
import io.platelake.app.publish.PublishedCsv;
import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.detect.SeenCell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The worksheet of a sample: one line an item, the last three columns for the reviewer. */
final class Worksheet {
  private static final List<String> COLUMNS =
      List.of(
          "item",
          "position",
          "stratum",
          "at",
          "account",
          "organisation",
          "kind",
          "type",
          "reason",
          "case_number",
          "plate_token",
          "labels",
          "outcome",
          "error",
          "note");

  private Worksheet() {}

  static byte[] bytes(Drawn drawn, Map<String, ScreenedSearch> searches) {
    List<List<String>> rows = new ArrayList<>();
    for (Item item : drawn.items()) {
      ScreenedSearch search = searches.get(item.id());
      rows.add(
          Arrays.asList(
              item.id(),
              Integer.toString(rows.size() + 1),
              item.stratum(),
              search.at().toString(),
              cell(search.account()),
              search.organisation(),
              search.kind().name().toLowerCase(Locale.ROOT),
              search.type(),
              cell(search.reason()),
              cell(search.caseNumber()),
              cell(search.plate()),
              String.join(" ", item.labels()),
              null,
              null,
              null));
    }
    return PublishedCsv.bytes(COLUMNS, rows);
  }

  private static String cell(SeenCell cell) {
    return cell.isHidden() ? "(hidden)" : cell.text();
  }
}
