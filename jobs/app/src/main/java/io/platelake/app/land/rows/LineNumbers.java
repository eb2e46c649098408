package io.platelake.app.land.rows;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Number of lines before each part of the files that are read in parts. */
public final class LineNumbers implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<Integer, HashMap<Long, Long>> before = new HashMap<>();

  public LineNumbers(List<PartAccount> accounts) {
    Map<Integer, TreeMap<Long, Long>> lines = new HashMap<>();
    accounts.forEach(
        a -> lines.computeIfAbsent(a.file(), f -> new TreeMap<>()).put(a.from(), a.lines()));
    lines.forEach(
        (file, parts) -> {
          if (parts.size() > 1) {
            HashMap<Long, Long> sums = new HashMap<>();
            long sum = 0;
            for (Map.Entry<Long, Long> part : parts.entrySet()) {
              sums.put(part.getKey(), sum);
              sum += part.getValue();
            }
            before.put(file, sums);
          }
        });
  }

  /**
   * Lines of the file in front of a part.
   *
   * @param part its first byte
   */
  public long before(int file, long part) {
    HashMap<Long, Long> parts = before.get(file);
    return parts == null ? 0 : parts.get(part);
  }
}
