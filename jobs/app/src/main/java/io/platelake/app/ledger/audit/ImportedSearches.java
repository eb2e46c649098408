package io.platelake.app.ledger.audit;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.ledger.access.AccessLog;
import io.platelake.core.BadInput;
import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.detect.SharingChange;
import io.platelake.core.vendorlog.ImportedCells;
import io.platelake.core.vendorlog.LogCell;
import io.platelake.core.vendorlog.LogLayout;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Window;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A vendor's imported log as detectors and samples see it. */
final class ImportedSearches {
  private final Lake lake;
  private final String agency;
  private final String vendor;

  ImportedSearches(Lake lake, String agency, String vendor) {
    this.lake = lake;
    this.agency = agency;
    this.vendor = vendor;
  }

  /** Searches and changes of sharing of a window; a search that several files show counts once. */
  AuditedSearches of(Window window) {
    List<ImportedFile> files = new ImportedFileLedger(lake, agency).of(vendor);
    if (files.isEmpty()) {
      throw new BadInput(
          "--log vendor:" + vendor,
          "no log of this vendor was imported",
          "Import one first: platelake audit import --vendor " + vendor);
    }
    Set<String> own =
        files.stream()
            .flatMap(file -> file.ownNames().stream())
            .map(ImportedCells::plain)
            .collect(Collectors.toUnmodifiableSet());
    Map<String, ScreenedSearch> searches = new LinkedHashMap<>();
    long again = 0;
    for (Iterator<Row> rows = rows(window, LogLayout.Lists.SEARCHES); rows.hasNext(); ) {
      ImportedCells cells = cells(new NamedRow(rows.next()));
      // Of files that show a search differently, the one imported last counts.
      if (searches.putIfAbsent(cells.id(), cells.search(own)) != null) {
        again++;
      }
    }
    Map<String, SharingChange> changes = new LinkedHashMap<>();
    long unseen = 0;
    for (Iterator<Row> rows = rows(window, LogLayout.Lists.EVENTS); rows.hasNext(); ) {
      ImportedCells cells = cells(new NamedRow(rows.next()));
      if (cells.sharing().isPresent()) {
        changes.putIfAbsent(cells.id(), cells.sharing().get());
      } else if (cells.isOfSharing()) {
        unseen++;
      }
    }
    return new AuditedSearches(
        List.copyOf(searches.values()),
        List.copyOf(changes.values()),
        changes.size(),
        unseen,
        notes(files, again));
  }

  private Iterator<Row> rows(Window window, LogLayout.Lists lists) {
    return table()
        .where(col("lists").equalTo(lists.label()))
        .where(col("date").between(window.firstDate(), window.lastDate()))
        .where(col("at").geq(Timestamp.from(window.from())))
        .where(col("at").lt(Timestamp.from(window.to())))
        .orderBy(
            col("at"), col("row_id"), col("imported_at").desc(), col("file_digest"), col("row_no"))
        .select("row_id", "at", "cells", "states")
        .toLocalIterator();
  }

  private Dataset<Row> table() {
    return lake.read(Table.IMPORTED_LOG, AccessLog.PURPOSE)
        .where(col("agency_id").equalTo(agency))
        .where(col("vendor").equalTo(vendor));
  }

  private List<String> notes(List<ImportedFile> files, long again) {
    List<String> notes = new ArrayList<>();
    long timeless =
        table()
            .where(col("lists").equalTo(LogLayout.Lists.SEARCHES.label()))
            .where(col("at").isNull())
            .count();
    notes.add(
        "Shares count only cells that this log shows; a hidden cell is neither there nor missing.");
    if (again > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d rows show a search that another row shows; it counts once.",
              again));
    }
    if (timeless > 0) {
      notes.add(
          String.format(
              Locale.ROOT, "%,d imported searches show no time, so no window has them.", timeless));
    }
    long keptOut = files.stream().mapToLong(ImportedFile::keptOut).sum();
    if (keptOut > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d damaged rows of its files are kept out, and missing here.",
              keptOut));
    }
    return notes;
  }

  private static ImportedCells cells(NamedRow row) {
    Map<String, String> texts = row.row().getJavaMap(row.row().fieldIndex("cells"));
    Map<String, String> states = row.row().getJavaMap(row.row().fieldIndex("states"));
    Map<String, LogCell> cells = new HashMap<>();
    states.forEach(
        (column, state) ->
            cells.put(
                column,
                new LogCell(
                    LogCell.State.valueOf(state.toUpperCase(Locale.ROOT)),
                    texts.getOrDefault(column, ""))));
    return new ImportedCells(row.text("row_id"), row.instant("at"), cells);
  }
}
