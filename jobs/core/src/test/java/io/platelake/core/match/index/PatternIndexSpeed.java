package io.platelake.core.match.index;

import io.platelake.core.match.rule.Description;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.plate.PlatePattern;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Measures {@link PatternIndex} and {@link VehicleIndex} on one core: a program, not a test.
 * Arguments: entries of each kind and reads, by default 10,000 and 5,000,000. Plates are random of
 * one format; of patterns a third knows the beginning, a third the end, a third all but two places,
 * always with four characters or more. Vehicles are of 40 makes, 20 models each, and 10 colours.
 */
final class PatternIndexSpeed {
  private static final String FORMAT = "AAA9999";

  private PatternIndexSpeed() {}

  public static void main(String[] args) {
    int entries = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int reads = args.length > 1 ? Integer.parseInt(args[1]) : 5_000_000;
    SplittableRandom random = new SplittableRandom(7);
    PatternIndex patterns = PatternIndex.of(patterns(entries, random));
    List<Description> wanted = vehicles(entries, random);
    VehicleIndex descriptions = VehicleIndex.of(wanted);
    long[] plates = new long[reads];
    for (int i = 0; i < reads; i++) {
      plates[i] = PlateKey.pack(plate(random));
    }
    List<Description> seen = vehicles(Math.min(reads, 100_000), random);
    for (int round = 0; round < 3; round++) {
      long[] hits = {0};
      long start = cpu();
      for (long key : plates) {
        patterns.find(key, (ordinal, tier, edits) -> hits[0]++);
      }
      long middle = cpu();
      System.out.printf(
          "%,d patterns: %d ns a read, %,d hits%n", entries, (middle - start) / reads, hits[0]);
      hits[0] = 0;
      for (int i = 0; i < reads; i++) {
        descriptions.find(seen.get(i % seen.size()), (ordinal, tier, edits) -> hits[0]++);
      }
      System.out.printf(
          "%,d descriptions: %d ns a read, %,d hits%n",
          descriptions.size(), (cpu() - middle) / reads, hits[0]);
    }
  }

  private static List<PlatePattern> patterns(int count, SplittableRandom random) {
    List<PlatePattern> patterns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String plate = plate(random);
      StringBuilder two = new StringBuilder(plate);
      two.setCharAt(random.nextInt(7), '?');
      two.setCharAt(random.nextInt(7), '?');
      String text =
          switch (i % 3) {
            case 0 -> plate.substring(0, 4) + "*";
            case 1 -> "*" + plate.substring(3);
            default -> two.toString();
          };
      patterns.add(PlatePattern.of(text, false, 4));
    }
    return patterns;
  }

  private static List<Description> vehicles(int count, SplittableRandom random) {
    List<Description> vehicles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int make = random.nextInt(40);
      vehicles.add(
          new Description(
              "WA",
              new VehicleTraits(
                  "make" + make,
                  "model" + make + "-" + random.nextInt(20),
                  "color" + random.nextInt(10),
                  null)));
    }
    return vehicles;
  }

  private static String plate(SplittableRandom random) {
    StringBuilder plate = new StringBuilder();
    for (char c : FORMAT.toCharArray()) {
      plate.append((char) (c == '9' ? '0' + random.nextInt(10) : 'A' + random.nextInt(26)));
    }
    return plate.toString();
  }

  /** Nanoseconds of this thread, so that other work on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
