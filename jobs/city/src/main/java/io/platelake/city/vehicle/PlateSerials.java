package io.platelake.city.vehicle;

import io.platelake.city.chance.Dice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Issues plates: which jurisdiction a vehicle comes from and which serial it carries, unique within
 * the jurisdiction.
 *
 * <p>Formats are public facts about standard passenger serials (letters stand for letters, digits
 * for digits; no separators, cameras report none): Washington ABC1234 and the older 123ABC, Oregon
 * 123ABC and ABC123, California 1ABC123, British Columbia AB123C, Idaho with a county letter, and
 * so on. The mix of jurisdictions is ours: mostly Washington, then its neighbours; no register
 * publishes one.
 */
public final class PlateSerials {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";
  private static final int CYCLE = 1000;

  /**
   * One serial format.
   *
   * @param state two letters, also for a province
   * @param name name in full
   * @param country as OpenALPR writes it
   * @param perMille vehicles of a thousand
   * @param capacity number of serials
   * @param places allowed characters, place by place
   */
  public record Format(
      String state, String name, String country, int perMille, long capacity, List<byte[]> places) {
    /** As OpenALPR and Plate Recognizer write a region: {@code us-wa}, {@code ca-bc}. */
    public String region() {
      return country + "-" + state.toLowerCase(Locale.ROOT);
    }
  }

  static final List<Format> FORMATS =
      List.of(
          format("WA", "Washington", "us", 700, "[ABC]@@####"),
          format("WA", "Washington", "us", 140, "###@@@"),
          format("OR", "Oregon", "us", 45, "###@@@"),
          format("OR", "Oregon", "us", 10, "@@@###"),
          format("CA", "California", "us", 35, "[6789]@@@###"),
          format("BC", "British Columbia", "ca", 18, "@@###@"),
          format("ID", "Idaho", "us", 18, "[BFJKLNSV]######"),
          format("TX", "Texas", "us", 9, "@@@####"),
          format("MT", "Montana", "us", 7, "[123456]#####@"),
          format("AZ", "Arizona", "us", 6, "[ABC]@@####"),
          format("NV", "Nevada", "us", 4, "###@##"),
          format("CO", "Colorado", "us", 4, "@@@@##"),
          format("AK", "Alaska", "us", 4, "[FGHJK]@@###"));

  private final byte[] formatOfStep = new byte[CYCLE];
  private final int[] rankOfStep = new int[CYCLE];
  private final long[] multiplier = new long[FORMATS.size()];
  private final long[] offset = new long[FORMATS.size()];

  PlateSerials(long seed) {
    int step = 0;
    for (int f = 0; f < FORMATS.size(); f++) {
      for (int i = 0; i < FORMATS.get(f).perMille(); i++, step++) {
        // 387 and 1000 share no factor: the formats come mixed, and each exactly its share.
        int place = (step * 387) % CYCLE;
        formatOfStep[place] = (byte) f;
        rankOfStep[place] = i;
      }
      long capacity = FORMATS.get(f).capacity();
      Dice dice = Dice.of(seed, Dice.Stream.SERIAL, f);
      multiplier[f] = coprime(capacity, (long) ((0.3 + 0.4 * dice.unit()) * capacity));
      offset[f] = (long) (dice.unit() * capacity);
    }
  }

  /** Most vehicles that get different plates; further ones would repeat serials. */
  public static long mostVehicles() {
    return FORMATS.stream().mapToLong(f -> f.capacity() / f.perMille() * CYCLE).min().orElseThrow();
  }

  Format format(long vehicle) {
    return FORMATS.get(formatOfStep[(int) (vehicle % CYCLE)]);
  }

  /** The serial as upper-case ASCII, at most 7 characters. */
  byte[] plate(long vehicle) {
    int step = (int) (vehicle % CYCLE);
    int f = formatOfStep[step];
    Format format = FORMATS.get(f);
    long rank = vehicle / CYCLE * format.perMille() + rankOfStep[step];
    // A walk with a step coprime to the capacity visits every serial once: unique without a list.
    long capacity = format.capacity();
    long serial = (Math.multiplyExact(rank % capacity, multiplier[f]) + offset[f]) % capacity;
    byte[] plate = new byte[format.places().size()];
    for (int i = plate.length - 1; i >= 0; i--) {
      byte[] place = format.places().get(i);
      plate[i] = place[(int) (serial % place.length)];
      serial /= place.length;
    }
    return plate;
  }

  private static long coprime(long capacity, long from) {
    long candidate = from | 1;
    while (gcd(candidate, capacity) != 1) {
      candidate += 2;
    }
    return candidate;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static Format format(
      String state, String name, String country, int perMille, String pattern) {
    List<byte[]> places = new ArrayList<>();
    long capacity = 1;
    for (int i = 0; i < pattern.length(); i++) {
      char symbol = pattern.charAt(i);
      String allowed;
      if (symbol == '[') {
        int close = pattern.indexOf(']', i);
        allowed = pattern.substring(i + 1, close);
        i = close;
      } else {
        allowed = symbol == '@' ? LETTERS : DIGITS;
      }
      places.add(allowed.getBytes(StandardCharsets.US_ASCII));
      capacity *= allowed.length();
    }
    return new Format(state, name, country, perMille, capacity, List.copyOf(places));
  }
}
