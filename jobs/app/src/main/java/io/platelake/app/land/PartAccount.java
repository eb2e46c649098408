package io.platelake.app.land;

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

  TreeSet<Integer> dates() {
    return dates;
  }

  /** Records by fate and reason; the reason is empty where there is none. */
  Map<Fate, TreeMap<String, Long>> fates() {
    return fates;
  }
}
