package io.platelake.app.audit.vendor;

import io.platelake.app.job.JobContext;
import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.audit.ImportedFile;
import io.platelake.app.ledger.audit.ImportedFileLedger;
import io.platelake.app.ledger.audit.ImportedRows;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.BadInput;
import io.platelake.core.accesslog.PlateToken;
import io.platelake.core.detect.StatedItems;
import io.platelake.core.vendorlog.ImportedCells;
import io.platelake.core.vendorlog.LogAccount;
import io.platelake.core.vendorlog.LogCell;
import io.platelake.core.vendorlog.LogLayout;
import io.platelake.core.vendorlog.LogRow;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Imports files of one vendor and layout. A file is read twice: first for what is wrong with it,
 * before Spark starts and anything is written; then for its rows.
 *
 * @param lake serving the purpose of audits
 * @param ownNames of the agency at the vendor, as they were given now
 */
record VendorImport(
    JobContext job,
    Lake lake,
    PolicyInForce policy,
    PlateToken token,
    String vendor,
    LogLayout layout,
    List<String> ownNames) {

  /**
   * A file as the first reading found it.
   *
   * @param digest SHA-256
   */
  record ReadFile(Path path, String digest, LogAccount account) {
    static ReadFile read(Path path, LogLayout layout) throws IOException {
      LogAccount account = VendorFile.read(path, layout, row -> {});
      return new ReadFile(path, digest(path), account);
    }

    String name() {
      return path.getFileName().toString();
    }

    private static String digest(Path path) throws IOException {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
        return Sha256.of(in);
      }
    }
  }

  /**
   * @throws BadInput if the file names organisations, and nobody said which of them the agency is
   */
  ImportedFile add(ReadFile file) throws IOException {
    ImportedFileLedger ledger = new ImportedFileLedger(job.lake(), policy.agency());
    List<ImportedFile> earlier = ledger.of(vendor);
    requireOwnName(file, earlier);
    List<ImportedFile> ofLayout =
        earlier.stream().filter(one -> one.layout().equals(layout.layout())).toList();
    Instant now = job.clock().instant();
    ImportedRows rows =
        new ImportedRows(
            lake,
            new ImportedRows.Source(
                policy.agency(), vendor, layout, file.digest(), policy.policy(), token, now),
            lake.isKnownEmpty(Table.IMPORTED_LOG),
            file.account().first(),
            file.account().last());
    Gaps gaps = new Gaps(layout, new StatedItems(policy.policy()));
    VendorFile.read(
        file.path(), layout, row -> rows.add(row).ifPresent(cells -> gaps.add(row, cells)));
    rows.finish();
    ImportedFile imported = imported(file, ofLayout, rows, gaps.counts());
    ledger.add(imported, job.runId(), job.principal(), policy.version(), token.id());
    return imported;
  }

  private void requireOwnName(ReadFile file, List<ImportedFile> earlier) {
    boolean namesBodies =
        layout.lists() == LogLayout.Lists.SEARCHES
            && file.account().states().getOrDefault("organisation", Map.of()).keySet().stream()
                .anyMatch(LogCell.State::hasValue);
    boolean known = earlier.stream().anyMatch(one -> !one.ownNames().isEmpty());
    if (namesBodies && ownNames.isEmpty() && !known) {
      throw new BadInput(
          "--own-name",
          "the file " + file.name() + " names organisations, and which of them this agency is",
          "Give its name as the vendor writes it; several times if it has several.");
    }
  }

  private ImportedFile imported(
      ReadFile file, List<ImportedFile> ofLayout, ImportedRows rows, Map<String, Long> gaps) {
    LogAccount account = file.account();
    List<String> before =
        ofLayout.isEmpty() ? List.of() : ofLayout.get(ofLayout.size() - 1).columns();
    Map<String, Long> states = new TreeMap<>();
    account
        .states()
        .forEach(
            (column, counts) ->
                counts.forEach((state, count) -> states.put(column + " " + state.label(), count)));
    return new ImportedFile(
        file.digest(),
        file.name(),
        vendor,
        layout.layout(),
        layout.lists().label(),
        job.asOf(),
        account.rows(),
        rows.taken(),
        account.repeated(),
        rows.known(),
        rows.pastLimit(),
        account.keptOut(),
        account.first(),
        account.last(),
        List.copyOf(new TreeSet<>(account.columns())),
        states,
        FaultWords.of(account, before).stream().map(FaultWords::words).toList(),
        gaps,
        ownNames);
  }

  /** Searches that lack what the policy wants on record; they stay, and they are findings. */
  private static final class Gaps {
    private final boolean counts;
    private final StatedItems items;
    private final Map<String, Long> rows = new TreeMap<>();

    Gaps(LogLayout layout, StatedItems items) {
      this.counts = layout.lists() == LogLayout.Lists.SEARCHES;
      this.items = items;
    }

    void add(LogRow row, Map<String, LogCell> cells) {
      if (!counts) {
        return;
      }
      var search = new ImportedCells("-", row.at().orElse(Instant.EPOCH), cells).search(Set.of());
      if (items.isGap(search.reason(), search.caseNumber())) {
        rows.merge("a statement of the policy", 1L, Long::sum);
      }
      if (search.account().isBlank()) {
        rows.merge("an account", 1L, Long::sum);
      }
      boolean isBlank =
          row.at().isEmpty()
              && row.cell("at").seen().isBlank()
              && (row.cell("day").seen().isBlank()
                  || row.cell("day").state() == LogCell.State.NOT_EXPORTED);
      if (isBlank) {
        rows.merge("a time", 1L, Long::sum);
      }
    }

    Map<String, Long> counts() {
      return rows;
    }
  }
}
