package io.platelake.app.alert;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.BadInput;
import org.apache.spark.sql.Column;

/**
 * What turned out to be wrong.
 *
 * @param column column of {@code hits} that holds its id: read_id, entry_id or hit_id
 * @param list of an entry, only this list; null for all, and for the others
 */
record Suspect(String column, long id, String list) {

  /**
   * @throws BadInput unless exactly one of the ids is given
   */
  static Suspect of(Long read, Long entry, Long hit, String list) {
    int given = (read == null ? 0 : 1) + (entry == null ? 0 : 1) + (hit == null ? 0 : 1);
    if (given != 1) {
      throw new BadInput(
          "--read, --entry, --hit", given + " of them are given", "Give exactly one.");
    }
    if (list != null && entry == null) {
      throw new BadInput("--list", "needs --entry", "Add --entry, or omit --list.");
    }
    return read != null
        ? new Suspect("read_id", read, null)
        : entry != null ? new Suspect("entry_id", entry, list) : new Suspect("hit_id", hit, null);
  }

  boolean isEntry() {
    return column.equals("entry_id");
  }

  boolean isRead() {
    return column.equals("read_id");
  }

  /** The rows of a table that are about it. */
  Column rows() {
    Column same = col(column).equalTo(id);
    return list == null ? same : same.and(col("list_id").equalTo(list));
  }
}
