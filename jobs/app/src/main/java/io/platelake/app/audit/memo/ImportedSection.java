package io.platelake.app.audit.memo;

import io.platelake.app.ledger.audit.ImportedFile;
import io.platelake.core.vendorlog.LogCell;
import io.platelake.core.vendorlog.LogLayout;
import io.platelake.lake.table.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files of a vendor's log that a memo is about: what can be seen of each column, and what lacks.
 */
final class ImportedSection {
  private static final String SOURCE = "imported_files of the vendor that have searches";

  private ImportedSection() {}

  /**
   * @param files of the vendor
   * @param asOf files imported later are left out
   */
  static MemoSection of(List<ImportedFile> files, Window window, Instant asOf) {
    List<ImportedFile> own =
        files.stream()
            .filter(file -> file.lists().equals(LogLayout.Lists.SEARCHES.label()))
            .filter(file -> !file.importedAt().isAfter(asOf))
            .filter(file -> overlaps(file, window))
            .toList();
    long out = own.stream().mapToLong(ImportedFile::keptOut).sum();
    List<MemoFigure> figures = new ArrayList<>();
    figures.add(MemoFigure.of("Files of the log that touch the period", own.size(), SOURCE));
    figures.add(
        MemoFigure.of(
            "Rows taken from them",
            own.stream().mapToLong(ImportedFile::taken).sum(),
            SOURCE + ", taken"));
    figures.add(MemoFigure.of("Damaged rows kept out", out, SOURCE + ", kept_out"));
    Map<String, Long> gaps = new TreeMap<>();
    own.forEach(file -> file.gaps().forEach((gap, rows) -> gaps.merge(gap, rows, Long::sum)));
    gaps.forEach(
        (gap, rows) ->
            figures.add(MemoFigure.of("Searches that lack " + gap, rows, SOURCE + ", gaps")));
    return new MemoSection(
        "What the vendor's log shows",
        "Shares count only cells that can be seen. A masked, withheld or absent cell is neither"
            + " there nor missing.",
        figures,
        List.of(columns(own), faults(own)));
  }

  private static boolean overlaps(ImportedFile file, Window window) {
    return file.first().isEmpty()
        || file.first().get().isBefore(window.to())
            && !file.last().orElseThrow().isBefore(window.from());
  }

  private static MemoTable columns(List<ImportedFile> files) {
    Map<String, Map<LogCell.State, Long>> byColumn = new TreeMap<>();
    for (ImportedFile file : files) {
      file.states()
          .forEach(
              (key, rows) -> {
                int blank = key.lastIndexOf(' ');
                byColumn
                    .computeIfAbsent(key.substring(0, blank), c -> new TreeMap<>())
                    .merge(
                        LogCell.State.valueOf(key.substring(blank + 1).toUpperCase(Locale.ROOT)),
                        rows,
                        Long::sum);
              });
    }
    List<List<String>> rows = new ArrayList<>();
    byColumn.forEach((column, states) -> rows.add(row(column, states)));
    return new MemoTable(
        "Columns of its files",
        "imported_files, states",
        List.of("column", "value", "empty or placeholder", "hidden", "share with a value"),
        rows);
  }

  private static List<String> row(String column, Map<LogCell.State, Long> states) {
    long values = 0;
    long seen = 0;
    long all = 0;
    for (Map.Entry<LogCell.State, Long> state : states.entrySet()) {
      all += state.getValue();
      seen += state.getKey().isSeen() ? state.getValue() : 0;
      values += state.getKey().hasValue() ? state.getValue() : 0;
    }
    return List.of(
        column,
        Long.toString(values),
        Long.toString(seen - values),
        Long.toString(all - seen),
        seen == 0
            ? "nothing can be seen"
            : String.format(
                Locale.ROOT, "%,d of %,d (%.1f %%)", values, seen, 100.0 * values / seen));
  }

  private static MemoTable faults(List<ImportedFile> files) {
    List<List<String>> rows = new ArrayList<>();
    files.forEach(file -> file.faults().forEach(fault -> rows.add(List.of(file.name(), fault))));
    return new MemoTable(
        "Faults of its files", "imported_files, faults", List.of("file", "fault"), rows);
  }
}
