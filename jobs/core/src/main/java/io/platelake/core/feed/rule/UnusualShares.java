package io.platelake.core.feed.rule;

import io.platelake.core.plate.FrequentPlate;
import io.platelake.core.yaml.YamlValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Above which share of its records a file, or all files of a run, need a person: key {@code
 * unusual} of a feed. A wrong mapping loses a whole feed without an error in any single record.
 *
 * @param limits shares from 0 to 1; a share above its limit is unusual
 * @param onePlate share of the feed's reads of a camera on a date above which one plate needs a
 *     person: key {@code one_plate}; see {@link io.platelake.core.plate.FrequentPlate}
 */
public record UnusualShares(Map<LandingShare, Double> limits, double onePlate)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** More than half. */
  private static final double HALF = 0.5;

  /** A file with fewer records is judged by its run alone: one record is all of many a file. */
  public static final long LEAST_OF_A_FILE = 100;

  public static final UnusualShares DEFAULT =
      new UnusualShares(Map.of(), FrequentPlate.FINDING_SHARE);

  private static final String ONE_PLATE = "one_plate";

  public UnusualShares {
    Map<LandingShare, Double> all = new EnumMap<>(LandingShare.class);
    for (LandingShare share : LandingShare.values()) {
      all.put(share, checked(limits.getOrDefault(share, HALF)));
    }
    checked(onePlate);
    limits = all;
  }

  /**
   * @param value null where the feed has no such key
   */
  public static UnusualShares read(YamlValue value) {
    if (value == null) {
      return DEFAULT;
    }
    List<String> names = new ArrayList<>();
    for (LandingShare share : LandingShare.values()) {
      names.add(name(share));
    }
    names.add(ONE_PLATE);
    Map<String, YamlValue> keys = new HashMap<>(value.object(names));
    YamlValue plate = keys.remove(ONE_PLATE);
    Map<LandingShare, Double> limits = new EnumMap<>(LandingShare.class);
    keys.forEach(
        (name, limit) ->
            limits.put(LandingShare.valueOf(name.toUpperCase(Locale.ROOT)), share(limit)));
    return new UnusualShares(limits, plate == null ? FrequentPlate.FINDING_SHARE : share(plate));
  }

  private static double checked(double limit) {
    if (!(limit >= 0 && limit <= 1)) {
      throw new IllegalArgumentException("a share is a number from 0 to 1");
    }
    return limit;
  }

  private static double share(YamlValue value) {
    double share = value.number();
    if (!(share >= 0 && share <= 1)) {
      throw value.bad("is outside 0 to 1", "Write 0.05 for five records in a hundred");
    }
    return share;
  }

  /**
   * What is unusual.
   *
   * @param judged records, without those that state that they are no read
   * @param counts records among them
   */
  public Set<LandingShare> exceeded(long judged, Map<LandingShare, Long> counts) {
    Set<LandingShare> exceeded = new TreeSet<>();
    counts.forEach(
        (share, count) -> {
          if (count > limits.get(share) * judged) {
            exceeded.add(share);
          }
        });
    return exceeded;
  }

  private static String name(LandingShare share) {
    return share.name().toLowerCase(Locale.ROOT);
  }
}
