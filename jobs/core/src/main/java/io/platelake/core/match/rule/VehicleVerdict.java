package io.platelake.core.match.rule;

import java.util.Arrays;
import java.util.Objects;

/** Whether the vehicle that was read fits the vehicle of an entry. Unknown is never consistent. */
public enum VehicleVerdict {
  CONSISTENT,
  INCONSISTENT,
  UNKNOWN;

  /**
   * Compares the traits known on both sides.
   *
   * <p>A different make, body or colour contradicts; a different model does not, because readers
   * name generations and trims of the same car differently, but it supports nothing either. Without
   * a contradiction one equal trait is enough. Both sides must use the same vocabulary: a list that
   * writes codes has them translated when it is loaded.
   */
  public static VehicleVerdict judge(VehicleTraits read, VehicleTraits entry) {
    if (differ(read.make(), entry.make())
        || differ(read.body(), entry.body())
        || colorsDiffer(read.color(), entry.color())) {
      return INCONSISTENT;
    }
    boolean someEqual =
        equal(read.make(), entry.make())
            || equal(read.model(), entry.model())
            || equal(read.body(), entry.body())
            || (read.color() != null && entry.color() != null);
    return someEqual ? CONSISTENT : UNKNOWN;
  }

  private static boolean equal(String a, String b) {
    return a != null && Objects.equals(a, b);
  }

  private static boolean differ(String a, String b) {
    return a != null && b != null && !a.equals(b);
  }

  static boolean colorsDiffer(String a, String b) {
    if (a == null || b == null) {
      return false;
    }
    // Lists give two-tone cars two colours, readers see the larger area: one in common is enough.
    String[] ofB = b.split("/");
    return Arrays.stream(a.split("/")).noneMatch(one -> Arrays.asList(ofB).contains(one));
  }
}
