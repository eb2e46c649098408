package io.platelake.app.land;

import io.platelake.app.land.files.Batch;
import io.platelake.app.land.files.RawFile;
import io.platelake.app.land.repeats.Repeats;
import io.platelake.app.land.rows.PartAccount;
import io.platelake.app.ledger.site.LandedFile;
import io.platelake.core.land.Fate;
import io.platelake.core.land.ImageCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The account of one file: every record has one fate.
 *
 * @param file the file
 * @param records records found in it
 * @param fates records by fate
 * @param refusedBy refused records by reason
 * @param quarantinedBy quarantined records by reason
 * @param noPlateWords refused records by the word for no plate that they have
 * @param images what became of the pictures that came with reads
 * @param firstCapture the earliest that a record states, whatever became of it; empty without one
 */
record FileAccount(
    RawFile file,
    long records,
    Map<Fate, Long> fates,
    Map<String, Long> refusedBy,
    Map<String, Long> quarantinedBy,
    Map<String, Long> noPlateWords,
    ImageCount images,
    Optional<Instant> firstCapture) {

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

  /**
   * Accounts of all files of a batch, those without records too.
   *
   * @param repeatedImages pictures by file that came with reads that repeat an event
   */
  static List<FileAccount> of(
      Batch batch, List<PartAccount> parts, Repeats repeats, Map<Integer, Long> repeatedImages) {
    Map<Integer, List<PartAccount>> byFile =
        parts.stream().collect(Collectors.groupingBy(PartAccount::file));
    List<FileAccount> accounts = new ArrayList<>();
    for (int i = 0; i < batch.files().size(); i++) {
      int file = i;
      List<PartAccount> ofFile = byFile.getOrDefault(file, List.of());
      Map<Fate, Map<String, Long>> reasons = new EnumMap<>(Fate.class);
      ofFile.forEach(
          part ->
              part.fates()
                  .forEach(
                      (fate, by) ->
                          by.forEach(
                              (reason, n) ->
                                  reasons
                                      .computeIfAbsent(fate, f -> new TreeMap<>())
                                      .merge(reason, n, Long::sum))));
      Map<Fate, Long> fates = new EnumMap<>(Fate.class);
      for (Fate fate : Fate.values()) {
        long found =
            reasons.getOrDefault(fate, Map.of()).values().stream().mapToLong(Long::longValue).sum();
        fates.put(fate, found - repeats.count(file, fate));
      }
      fates.put(
          Fate.DUPLICATE, repeats.count(file, Fate.KEPT) + repeats.count(file, Fate.EXCLUDED));
      accounts.add(
          new FileAccount(
              batch.files().get(i),
              ofFile.stream().mapToLong(PartAccount::records).sum(),
              fates,
              reasons.getOrDefault(Fate.REFUSED, Map.of()),
              reasons.getOrDefault(Fate.QUARANTINED, Map.of()),
              noPlateWords(ofFile),
              ofFile.stream()
                  .map(PartAccount::images)
                  .reduce(ImageCount.NONE, ImageCount::plus)
                  .withoutRepeated(repeatedImages.getOrDefault(file, 0L)),
              ofFile.stream()
                  .flatMap(part -> part.firstStated().stream())
                  .min(Instant::compareTo)));
    }
    return accounts;
  }

  private static Map<String, Long> noPlateWords(List<PartAccount> parts) {
    Map<String, Long> words = new TreeMap<>();
    parts.forEach(
        part -> part.noPlateWords().forEach((word, n) -> words.merge(word, n, Long::sum)));
    return words;
  }

  /** What {@code landing} records. */
  LandedFile landed(Batch batch, Instant done) {
    return new LandedFile(
        batch.planned(file), done, records, fates, refusedBy, quarantinedBy, images, firstCapture);
  }
}
