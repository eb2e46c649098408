package io.platelake.app.ledger.alert;

import io.platelake.core.match.score.ConfusionCounts;
import io.platelake.core.plate.PlateKey;
import io.platelake.lake.table.NamedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Counts of characters, as the structs of column {@code characters}; zeros are left out. */
final class Characters {
  private static final String IN_ORDER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private Characters() {}

  static List<Row> rows(ConfusionCounts counts) {
    long[] all = counts.toArray();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      if (all[i] > 0) {
        rows.add(RowFactory.create(text(i / PlateKey.BASE), text(i % PlateKey.BASE), all[i]));
      }
    }
    return rows;
  }

  /**
   * @param plates plates behind them
   */
  static ConfusionCounts counts(long plates, List<NamedRow> rows) {
    long[] all = new long[PlateKey.BASE * PlateKey.BASE];
    for (NamedRow row : rows) {
      int truth = digit(row.findText("truth"));
      int reading = digit(row.findText("reading"));
      all[truth * PlateKey.BASE + reading] += row.number("count");
    }
    return ConfusionCounts.of(plates, all);
  }

  /** The character of a digit; null for digit 0: no character. */
  private static String text(int digit) {
    return digit == 0 ? null : IN_ORDER.substring(digit - 1, digit);
  }

  private static int digit(Optional<String> text) {
    return text.map(t -> PlateKey.digit(t.charAt(0))).orElse(0);
  }
}
