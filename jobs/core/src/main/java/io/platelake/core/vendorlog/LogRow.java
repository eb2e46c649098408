package io.platelake.core.vendorlog;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A row of a vendor's log.
 *
 * @param number of the row in its file, from 1; headers do not count
 * @param line where it starts, from 1
 * @param at instant of the search or event, UTC; empty where the file hides it
 * @param cells by our name of the column, or the label of one that the layout does not know; a
 *     column that the file lacks is not among them
 */
public record LogRow(long number, long line, Optional<Instant> at, Map<String, LogCell> cells) {

  public LogRow {
    cells = Collections.unmodifiableMap(new TreeMap<>(cells));
  }

  /** A cell; {@link LogCell#NOT_EXPORTED} where the file has no such column. */
  public LogCell cell(String column) {
    return cells.getOrDefault(column, LogCell.NOT_EXPORTED);
  }
}
