package io.platelake.app.ledger.audit;

import static org.apache.spark.sql.functions.col;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import scala.jdk.javaapi.CollectionConverters;

/** Files of vendors' logs: rows of {@code imported_files}, each file once. */
public final class ImportedFileLedger {
  private final Lake lake;
  private final String agency;

  public ImportedFileLedger(Lake lake, String agency) {
    this.lake = lake;
    this.agency = agency;
  }

  /** Files of a vendor, in the order of their import. */
  public List<ImportedFile> of(String vendor) {
    return all().stream().filter(file -> file.vendor().equals(vendor)).toList();
  }

  /** Every file of the agency, in the order of their import. */
  public List<ImportedFile> all() {
    return NamedRow.all(
            lake.ledger(Table.IMPORTED_FILES)
                .where(col("agency_id").equalTo(agency))
                .orderBy("imported_at", "first_at", "file_digest"))
        .stream()
        .map(ImportedFileLedger::file)
        .toList();
  }

  /** The file with a digest. */
  public Optional<ImportedFile> find(String digest) {
    return all().stream().filter(file -> file.digest().equals(digest)).findFirst();
  }

  /** Records a file whose rows are in the lake. */
  public void add(
      ImportedFile file, String runId, String principal, String policyVersion, String keyId) {
    lake.append(
        Table.IMPORTED_FILES,
        List.of(
            lake.newRow(Table.IMPORTED_FILES)
                .with("agency_id", agency)
                .with("file_digest", file.digest())
                .with("file_name", file.name())
                .with("vendor", file.vendor())
                .with("layout", file.layout())
                .with("lists", file.lists())
                .with("imported_at", file.importedAt())
                .with("run_id", runId)
                .with("principal", principal)
                .with("rows", file.rows())
                .with("taken", file.taken())
                .with("repeated", file.repeated())
                .with("known", file.known())
                .with("past_limit", file.pastLimit())
                .with("kept_out", file.keptOut())
                .with("first_at", file.first())
                .with("last_at", file.last())
                .with("columns", CollectionConverters.asScala(file.columns()).toSeq())
                .with("states", CollectionConverters.asScala(file.states()))
                .with("faults", CollectionConverters.asScala(file.faults()).toSeq())
                .with("gaps", CollectionConverters.asScala(file.gaps()))
                .with("own_names", CollectionConverters.asScala(file.ownNames()).toSeq())
                .with("policy_version", policyVersion)
                .with("key_id", keyId)
                .row()),
        new CommitKey("imported:" + agency + ":" + file.digest(), 0));
  }

  private static ImportedFile file(NamedRow row) {
    return new ImportedFile(
        row.text("file_digest"),
        row.text("file_name"),
        row.text("vendor"),
        row.text("layout"),
        row.text("lists"),
        row.instant("imported_at"),
        row.number("rows"),
        row.number("taken"),
        row.number("repeated"),
        row.number("known"),
        row.number("past_limit"),
        row.number("kept_out"),
        row.findInstant("first_at"),
        row.findInstant("last_at"),
        row.texts("columns"),
        counts(row, "states"),
        row.texts("faults"),
        counts(row, "gaps"),
        row.texts("own_names"));
  }

  private static Map<String, Long> counts(NamedRow row, String column) {
    Map<String, Long> counts = new TreeMap<>();
    row.row()
        .<String, Number>getJavaMap(row.row().fieldIndex(column))
        .forEach((name, count) -> counts.put(name, count.longValue()));
    return counts;
  }
}
