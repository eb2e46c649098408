package io.platelake.core.match.index;

import io.platelake.core.match.rule.Description;
import io.platelake.core.match.rule.PlateTier;
import io.platelake.core.match.rule.VehicleRule;
import io.platelake.core.match.rule.VehicleTraits;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Descriptions of vehicles without a plate, for looking up read after read without trying each.
 * Immutable; any number of threads may look up at once.
 *
 * <p>A description is filed under its make, model and each of its colours; a read searches its own.
 */
public final class VehicleIndex implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int[] NONE = {};

  /** What a description is found by. */
  private record Look(String make, String model, String color) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private final Description[] entries;
  private final HashMap<Look, int[]> byLook = new HashMap<>();

  private VehicleIndex(Description[] entries) {
    this.entries = entries;
    for (int i = 0; i < entries.length; i++) {
      VehicleTraits traits = entries[i].traits();
      if (VehicleRule.isEnough(traits)) {
        for (String color : new LinkedHashSet<>(Arrays.asList(traits.color().split("/")))) {
          int[] before = byLook.getOrDefault(look(traits, color), NONE);
          int[] now = Arrays.copyOf(before, before.length + 1);
          now[before.length] = i;
          byLook.put(look(traits, color), now);
        }
      }
    }
  }

  /**
   * @param entries descriptions; their places in the list are the ordinals. One that {@link
   *     VehicleRule#isEnough gives too little} is never found.
   */
  public static VehicleIndex of(List<Description> entries) {
    return new VehicleIndex(entries.toArray(Description[]::new));
  }

  public int size() {
    return entries.length;
  }

  /** Visits every entry that the read fits, once, as {@link PlateTier#VEHICLE}. */
  public void find(Description read, EntryVisitor visitor) {
    VehicleTraits seen = read.traits();
    if (!VehicleRule.isEnough(seen)) {
      return;
    }
    String[] colors = seen.color().split("/");
    for (int c = 0; c < colors.length; c++) {
      for (int ordinal : byLook.getOrDefault(look(seen, colors[c]), NONE)) {
        Description entry = entries[ordinal];
        if (isFirst(colors, c, entry.traits().color())
            && VehicleRule.fits(seen, read.state(), entry.traits(), entry.state())) {
          visitor.match(ordinal, PlateTier.VEHICLE, 0);
        }
      }
    }
  }

  /** Whether no colour of a two-tone read before this one led to the entry already. */
  private static boolean isFirst(String[] colors, int at, String ofEntry) {
    List<String> entry = Arrays.asList(ofEntry.split("/"));
    return Arrays.stream(colors, 0, at).noneMatch(entry::contains)
        && entry.indexOf(colors[at]) >= 0;
  }

  private static Look look(VehicleTraits traits, String color) {
    return new Look(traits.make(), traits.model(), color);
  }
}
