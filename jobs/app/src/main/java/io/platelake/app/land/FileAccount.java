package io.platelake.app.land;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.platelake.core.feed.FeedDefinition;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The account of one file: every record has one fate.
 *
 * @param file the file
 * @param records records found in it
 * @param fates records by fate
 * @param refusedBy refused records by reason
 * @param quarantinedBy quarantined records by reason
 */
record FileAccount(
    RawFile file,
    long records,
    Map<Fate, Long> fates,
    Map<String, Long> refusedBy,
    Map<String, Long> quarantinedBy) {

  FileAccount {
    long sum = fates.values().stream().mapToLong(Long::longValue).sum();
    if (sum != records) {
      // Nothing is written yet: a record has been lost or doubled between parsing and here.
      throw new IllegalStateException(
          "file "
              + file.digest().substring(0, 16)
              + ": "
              + records
              + " records, "
              + sum
              + " fates");
    }
  }

  /** Accounts of all files of a batch, those without records too. */
  static List<FileAccount> of(Batch batch, Dataset<Row> records, Dataset<Row> fated) {
    Map<String, Long> found = new HashMap<>();
    for (Row row : records.groupBy("file_digest").agg(count(lit(1))).collectAsList()) {
      found.put(row.getString(0), row.getLong(1));
    }
    Map<String, Map<Fate, Map<String, Long>>> byFile = new HashMap<>();
    for (Row row :
        fated.groupBy("file_digest", "fate", "reason").agg(count(lit(1))).collectAsList()) {
      byFile
          .computeIfAbsent(row.getString(0), k -> new EnumMap<>(Fate.class))
          .computeIfAbsent(Fate.valueOf(row.getString(1)), k -> new TreeMap<>())
          .put(row.isNullAt(2) ? "" : row.getString(2), row.getLong(3));
    }
    List<FileAccount> accounts = new ArrayList<>();
    for (RawFile file : batch.files()) {
      Map<Fate, Map<String, Long>> reasons = byFile.getOrDefault(file.digest(), Map.of());
      Map<Fate, Long> fates = new EnumMap<>(Fate.class);
      for (Fate fate : Fate.values()) {
        fates.put(
            fate,
            reasons.getOrDefault(fate, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum());
      }
      accounts.add(
          new FileAccount(
              file,
              found.getOrDefault(file.digest(), 0L),
              fates,
              reasons.getOrDefault(Fate.REFUSED, Map.of()),
              reasons.getOrDefault(Fate.QUARANTINED, Map.of())));
    }
    return accounts;
  }

  /** Row of {@code landing}. */
  Row row(FeedDefinition feed, Batch batch, Timestamp done) {
    return RowFactory.create(
        batch.id(),
        batch.seq(),
        feed.agency(),
        file.digest(),
        file.bytes(),
        Manifest.DONE,
        batch.plannedAt(),
        done,
        records,
        fates.get(Fate.KEPT),
        fates.get(Fate.EXCLUDED),
        fates.get(Fate.REFUSED),
        fates.get(Fate.DUPLICATE),
        fates.get(Fate.QUARANTINED),
        CollectionConverters.asScala(refusedBy),
        CollectionConverters.asScala(quarantinedBy),
        feed.id());
  }
}
