package io.platelake.core.plate;

/**
 * Single edits between plates packed by {@link PlateKey}: one character replaced, lost or added, at
 * any place. Nothing here allocates or tells a plate.
 */
public final class PlateEdits {
  private static final int BASE = PlateKey.BASE;

  private PlateEdits() {}

  /** Whether the plates differ by exactly one edit. */
  public static boolean oneApart(long a, long b) {
    return a != b && common(a, b) >= 0;
  }

  /**
   * What two plates at most one edit apart have in common: the plate itself if they are equal, the
   * shorter one if a character is lost, the plate without the differing character if one is
   * replaced; -1 when they are further apart. Two plates of one different character have the key 0,
   * the empty plate, in common.
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
}
