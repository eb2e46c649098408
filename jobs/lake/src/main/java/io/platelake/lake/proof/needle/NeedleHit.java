package io.platelake.lake.proof.needle;

import java.util.Comparator;

/**
 * A needle found, by its place and its index; the needle itself is never repeated. A folder, file,
 * column or field whose name holds a needle is shown as {@code ***}.
 *
 * @param path file, relative to the scanned root
 * @param where column, dictionary, footer entry or field, or raw bytes, and the form it was in
 * @param needle index into the {@link Needles}
 */
public record NeedleHit(String path, String where, int needle) implements Comparable<NeedleHit> {
  static final String INSIDE = "inside a longer run";

  private static final Comparator<NeedleHit> ORDER =
      Comparator.comparing(NeedleHit::path)
          .thenComparing(NeedleHit::where)
          .thenComparing(NeedleHit::needle);

  /**
   * Whether letters or digits touch the needle on either side. Short needles turn up that way by
   * chance, for instance in the random names of data files.
   */
  public boolean insideLongerRun() {
    return where.endsWith("(" + INSIDE + ")");
  }

  @Override
  public int compareTo(NeedleHit other) {
    return ORDER.compare(this, other);
  }
}
