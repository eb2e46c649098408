package io.platelake.app.land;

import io.platelake.app.land.files.Batch;
import io.platelake.app.land.files.Manifest;
import io.platelake.app.land.files.RawFile;
import io.platelake.app.land.repeats.Repeats;
import io.platelake.app.land.rows.PartAccount;
import io.platelake.app.ledger.site.LandedFile;
import io.platelake.core.feed.rule.LandingShare;
import io.platelake.core.land.Fate;
import io.platelake.core.land.FileCounts;
import io.platelake.core.land.ImageCount;
import io.platelake.core.land.QuarantineCause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The account of one file in one run.
 *
 * @param file the file
 * @param counts of the records that the run judged: all, or what was quarantined before
 * @param landed counts of the file since it first landed
 * @param rejudged why records that were judged again had been quarantined, by quarantine_id
 * @param noPlateWords refused records by the word for no plate that they have
 * @param unknownFields reads by the mapped field that is there and cannot be used
 * @param repeatedHours reads whose local time comes twice
 * @param causes quarantined records by what is wrong with them
 * @param dates UTC dates of capture of its reads
 */
record FileAccount(
    RawFile file,
    FileCounts counts,
    FileCounts landed,
    Map<Long, String> rejudged,
    Map<String, Long> noPlateWords,
    Map<String, Long> unknownFields,
    long repeatedHours,
    Map<QuarantineCause, Long> causes,
    SortedSet<LocalDate> dates) {

  /**
   * Accounts of all files of a batch, those without records too.
   *
   * @param firstFile number of the first file of the batch
   * @param byFile accounts of parts by the number of their file
   * @param repeatedImages pictures by file that came with reads that repeat an event
   */
  static List<FileAccount> of(
      Batch batch,
      int firstFile,
      Map<Integer, List<PartAccount>> byFile,
      Repeats repeats,
      Map<Integer, Long> repeatedImages) {
    List<FileAccount> accounts = new ArrayList<>();
    for (int i = 0; i < batch.files().size(); i++) {
      RawFile file = batch.files().get(i);
      int number = firstFile + i;
      List<PartAccount> ofFile = byFile.getOrDefault(number, List.of());
      FileCounts counts = counts(number, ofFile, repeats, repeatedImages.getOrDefault(number, 0L));
      Map<Long, String> rejudged = new HashMap<>();
      ofFile.forEach(part -> rejudged.putAll(part.rejudged()));
      Map<String, Long> before =
          rejudged.values().stream()
              .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
      FileCounts landed =
          batch
              .findBefore(file)
              .filter(known -> !isJudgedWhole(file, known))
              .map(known -> known.counts().judgedAgain(counts, before))
              .orElse(counts);
      accounts.add(
          new FileAccount(
              file,
              counts,
              landed,
              rejudged,
              summed(ofFile, PartAccount::noPlateWords),
              summed(ofFile, PartAccount::unknownFields),
              ofFile.stream().mapToLong(PartAccount::repeatedHours).sum(),
              causes(ofFile),
              dates(ofFile)));
    }
    return accounts;
  }

  /** Whether a file that has landed before is judged as if it had not. */
  static boolean isJudgedWhole(RawFile file, LandedFile before) {
    return before.counts().keptNothing() && !file.isKept();
  }

  private static Map<String, Long> summed(
      List<PartAccount> parts, Function<PartAccount, Map<String, Long>> counts) {
    Map<String, Long> sums = new TreeMap<>();
    parts.forEach(part -> counts.apply(part).forEach((key, n) -> sums.merge(key, n, Long::sum)));
    return sums;
  }

  private static SortedSet<LocalDate> dates(List<PartAccount> parts) {
    SortedSet<LocalDate> dates = new TreeSet<>();
    parts.forEach(part -> part.dates().forEach(day -> dates.add(LocalDate.ofEpochDay(day))));
    return dates;
  }

  private static Map<QuarantineCause, Long> causes(List<PartAccount> parts) {
    Map<QuarantineCause, Long> causes = new HashMap<>();
    parts.forEach(part -> part.causes().forEach((cause, n) -> causes.merge(cause, n, Long::sum)));
    return causes;
  }

  private static FileCounts counts(
      int file, List<PartAccount> parts, Repeats repeats, long repeatedImages) {
    Map<Fate, Map<String, Long>> reasons = new EnumMap<>(Fate.class);
    parts.forEach(
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
    fates.put(Fate.DUPLICATE, repeats.count(file, Fate.KEPT) + repeats.count(file, Fate.EXCLUDED));
    return new FileCounts(
        parts.stream().mapToLong(PartAccount::records).sum(),
        fates,
        reasons.getOrDefault(Fate.REFUSED, Map.of()),
        reasons.getOrDefault(Fate.QUARANTINED, Map.of()),
        repeats.otherPlates(file),
        parts.stream()
            .map(PartAccount::images)
            .reduce(ImageCount.NONE, ImageCount::plus)
            .withoutRepeated(repeatedImages),
        parts.stream().flatMap(part -> part.firstStated().stream()).min(Instant::compareTo));
  }

  /**
   * What {@code landing} records.
   *
   * @param judgedBy digest of the rules that decided about the records
   */
  LandedFile landed(Batch batch, Instant done, String judgedBy, Set<LandingShare> unusual) {
    return new LandedFile(
        batch.planned(file), done, landed, Manifest.judged(file, judgedBy), unusual);
  }
}
