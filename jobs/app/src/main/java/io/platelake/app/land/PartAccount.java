package io.platelake.app.land;

import io.platelake.core.feed.PictureLoss;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What became of the records of one part of a file, before anything is known of other parts. */
final class PartAccount implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int file;
  private final long from;
  private final EnumMap<Fate, TreeMap<String, Long>> fates = new EnumMap<>(Fate.class);
  private final TreeSet<Integer> dates = new TreeSet<>();
  private final long[] picturesLost = new long[PictureLoss.values().length];
  private long picturesKept;
  private long records;
  private long lines;

  PartAccount(FilePart part) {
    this.file = part.file();
    this.from = part.from();
  }

  /** One record has been found. */
  void found() {
    records++;
  }

  /**
   * @param reason null where the fate needs none
   */
  void fated(Fate fate, String reason) {
    fates
        .computeIfAbsent(fate, f -> new TreeMap<>())
        .merge(reason == null ? "" : reason, 1L, Long::sum);
  }

  /** A picture that came with a read, and is kept. */
  void pictureKept() {
    picturesKept++;
  }

  /** Pictures that came with a read, and are not kept. */
  void picturesLost(PictureLoss why, int pictures) {
    picturesLost[why.ordinal()] += pictures;
  }

  /** A read of this day, in days since 1970, is among them. */
  void on(int date) {
    dates.add(date);
  }

  void read(long lines) {
    this.lines = lines;
  }

  int file() {
    return file;
  }

  long from() {
    return from;
  }

  long records() {
    return records;
  }

  /** Line ends in the part; counted for files that are read in parts. */
  long lines() {
    return lines;
  }

  ImageCount images() {
    TreeMap<String, Long> lost = new TreeMap<>();
    for (PictureLoss why : PictureLoss.values()) {
      if (picturesLost[why.ordinal()] > 0) {
        lost.put(why.name(), picturesLost[why.ordinal()]);
      }
    }
    return new ImageCount(picturesKept, lost);
  }

  TreeSet<Integer> dates() {
    return dates;
  }

  /** Records by fate and reason; the reason is empty where there is none. */
  Map<Fate, TreeMap<String, Long>> fates() {
    return fates;
  }
}
