package io.platelake.app.land.rows;

import io.platelake.core.land.Fate;
import io.platelake.core.land.ImageCount;
import io.platelake.core.land.QuarantineCause;
import io.platelake.core.picture.PictureLoss;
import java.io.Serializable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What became of the records of one part of a file, before anything is known of other parts. */
public final class PartAccount implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int file;
  private final long from;
  private final EnumMap<Fate, TreeMap<String, Long>> fates = new EnumMap<>(Fate.class);
  private final TreeSet<Integer> dates = new TreeSet<>();
  private Instant firstCapture;
  private Instant lastCapture;
  private Instant firstStated;
  private final long[] picturesLost = new long[PictureLoss.values().length];
  private long picturesKept;
  private long records;
  private long lines;
  private boolean changed;
  private final TreeMap<String, Long> noPlateWords = new TreeMap<>();
  private final HashMap<Long, String> rejudged = new HashMap<>();
  private final HashMap<QuarantineCause, Long> causes = new HashMap<>();

  /**
   * @param file number of the file in its batch
   * @param from first byte of the part
   */
  PartAccount(int file, long from) {
    this.file = file;
    this.from = from;
  }

  /** One record has been found. */
  void found() {
    records++;
  }

  /**
   * @param reason empty where the fate needs none
   */
  void fated(Fate fate, String reason) {
    fates.computeIfAbsent(fate, f -> new TreeMap<>()).merge(reason, 1L, Long::sum);
  }

  /** Why a record is quarantined. */
  void quarantined(QuarantineCause cause) {
    causes.merge(cause, 1L, Long::sum);
  }

  /** Quarantined records by what is wrong with them. */
  public Map<QuarantineCause, Long> causes() {
    return causes;
  }

  /**
   * A record has a word for no plate in the place of a plate.
   *
   * @param word as the list of words writes it, never a text of the record
   */
  void withoutPlate(String word) {
    noPlateWords.merge(word, 1L, Long::sum);
  }

  /** Refused records by their word for no plate; others say it by an empty text or by signs. */
  public Map<String, Long> noPlateWords() {
    return noPlateWords;
  }

  /** A picture that came with a read, and is kept. */
  void pictureKept() {
    picturesKept++;
  }

  /** Pictures that came with a read, and are not kept. */
  void picturesLost(PictureLoss why, int pictures) {
    picturesLost[why.ordinal()] += pictures;
  }

  /**
   * A read is among them.
   *
   * @param date UTC date of capture in days since 1970
   */
  void captured(int date, Instant at) {
    dates.add(date);
    if (firstCapture == null || at.isBefore(firstCapture)) {
      firstCapture = at;
    }
    if (lastCapture == null || at.isAfter(lastCapture)) {
      lastCapture = at;
    }
  }

  /** A record states when it was captured, whatever becomes of it. */
  void stated(Instant at) {
    if (firstStated == null || at.isBefore(firstStated)) {
      firstStated = at;
    }
  }

  /** The earliest capture that a record states; nothing where none does. */
  public Optional<Instant> firstStated() {
    return Optional.ofNullable(firstStated);
  }

  void read(long lines) {
    this.lines = lines;
  }

  /** The file is not any more what its digest says. */
  void changed() {
    changed = true;
  }

  public boolean isChanged() {
    return changed;
  }

  public int file() {
    return file;
  }

  public long from() {
    return from;
  }

  public long records() {
    return records;
  }

  /** Line ends in the part; counted for files that are read in parts. */
  public long lines() {
    return lines;
  }

  public ImageCount images() {
    TreeMap<String, Long> lost = new TreeMap<>();
    for (PictureLoss why : PictureLoss.values()) {
      if (picturesLost[why.ordinal()] > 0) {
        lost.put(why.name(), picturesLost[why.ordinal()]);
      }
    }
    return new ImageCount(picturesKept, lost);
  }

  /** UTC dates of its reads in days since 1970. */
  public TreeSet<Integer> dates() {
    return dates;
  }

  /** Capture of its first read and of its last; nothing where it has none. */
  public List<Instant> captures() {
    return firstCapture == null ? List.of() : List.of(firstCapture, lastCapture);
  }

  /** A record that was quarantined has been judged again. */
  void rejudged(long quarantineId, String reason) {
    rejudged.put(quarantineId, reason);
  }

  /** Why records that have been judged again were quarantined, by their {@code quarantine_id}. */
  public Map<Long, String> rejudged() {
    return rejudged;
  }

  /** How many reads have an identity: those that are kept, and those that are excluded. */
  public long reads() {
    return fates.entrySet().stream()
        .filter(e -> e.getKey() == Fate.KEPT || e.getKey() == Fate.EXCLUDED)
        .flatMap(e -> e.getValue().values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Records by fate and reason; the reason is empty where there is none. */
  public Map<Fate, TreeMap<String, Long>> fates() {
    return fates;
  }
}
