package io.platelake.core.plate;

/**
 * Single edits between plates packed by {@link PlateKey}: one character replaced, lost or added, at
 * any place. Nothing here tells a plate.
 */
public final class PlateEdits {
  private static final int BASE = PlateKey.BASE;

  private PlateEdits() {}

  /** Whether the plates differ by exactly one edit. */
  public static boolean oneApart(long a, long b) {
    return a != b && common(a, b) >= 0;
  }

  /**
   * The common form of two plates at most one edit apart. It is the plate itself if they are equal,
   * the shorter one if a character is lost, and the plate without the differing character if one is
   * replaced. It is -1 when they are further apart. Two plates of one different character share the
   * key 0, the empty plate.
   */
  public static long common(long a, long b) {
    long restA = a;
    long restB = b;
    long place = 1;
    // An equal ending can always be kept: no single edit is missed by it.
    while (restA != restB && restA % BASE == restB % BASE) {
      restA /= BASE;
      restB /= BASE;
      place *= BASE;
    }
    if (restA == restB) {
      return a;
    }
    if (restA / BASE == restB) {
      return b;
    }
    if (restA == restB / BASE) {
      return a;
    }
    return restA / BASE == restB / BASE ? restA / BASE * place + a % place : -1;
  }

  /** How many single edits at least lead from one plate to the other. */
  public static int distance(long a, long b) {
    int[] before = new int[PlateKey.length(b) + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    int row = 0;
    for (long restA = a; restA > 0; restA /= BASE) {
      int diagonal = row++;
      before[0] = row;
      long restB = b;
      for (int j = 1; j < before.length; j++, restB /= BASE) {
        int above = before[j];
        int replaced = diagonal + (restA % BASE == restB % BASE ? 0 : 1);
        before[j] = Math.min(replaced, 1 + Math.min(above, before[j - 1]));
        diagonal = above;
      }
    }
    return before[before.length - 1];
  }
}
