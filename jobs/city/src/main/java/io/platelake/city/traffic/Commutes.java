package io.platelake.city.traffic;

import io.platelake.city.chance.Dice;
import io.platelake.city.place.City;

/**
 * The habits of commuters: when they leave and which way they go.
 *
 * <p>Kept are two numbers a commuter, ordered by the ten minutes of departure; the rest is worked
 * out again on every trip.
 */
final class Commutes {
  private static final int MORNING = 5 * 6;
  private static final int EVENING = 14 * 6;
  private static final int WINDOW = 5 * 6;
  private static final double AT_WORK = 0.9;
  private static final double SEEN = 0.93;
  private static final int MINUTE = 60_000;

  private final long seed;
  private final City city;
  private final int count;
  private final int[][] bySlot = new int[ReadQuota.SLOTS_PER_DAY][];

  Commutes(long seed, int count, City city) {
    this.seed = seed;
    this.city = city;
    this.count = count;
    int[] morning = windowTotals(MORNING);
    int[] evening = windowTotals(EVENING);
    int[] slots = new int[2 * count];
    int[] sizes = new int[ReadQuota.SLOTS_PER_DAY];
    for (int v = 0; v < count; v++) {
      Dice dice = Dice.of(seed, Dice.Stream.COMMUTE, v);
      slots[2 * v] = MORNING + dice.weighted(morning);
      slots[2 * v + 1] = EVENING + dice.weighted(evening);
      sizes[slots[2 * v]]++;
      sizes[slots[2 * v + 1]]++;
    }
    for (int slot = 0; slot < sizes.length; slot++) {
      bySlot[slot] = new int[sizes[slot]];
      sizes[slot] = 0;
    }
    for (int v = 0; v < count; v++) {
      bySlot[slots[2 * v]][sizes[slots[2 * v]]++] = v;
      bySlot[slots[2 * v + 1]][sizes[slots[2 * v + 1]]++] = v;
    }
  }

  int count() {
    return count;
  }

  /** Sends off everybody whose time it is; times are milliseconds of the local day. */
  void depart(int day, int slot, Traffic.Road road) {
    boolean homeward = slot >= EVENING;
    for (int vehicle : bySlot[slot]) {
      Dice dice =
          Dice.of(seed, Dice.Stream.TRIP, ((long) vehicle * 2 + (homeward ? 1 : 0)) << 20 | day);
      if (dice.chance(AT_WORK)) {
        int[] route = route(vehicle);
        long at = (long) slot * ReadQuota.SLOT_MILLIS + dice.below(ReadQuota.SLOT_MILLIS);
        for (int leg = 0; leg < route.length; leg++) {
          int camera = homeward ? route[route.length - 1 - leg] : route[leg];
          if (dice.chance(SEEN)) {
            road.pass(vehicle, camera, at);
          }
          at += dice.between(2 * MINUTE, 7 * MINUTE);
        }
      }
    }
  }

  /** Two to five cameras, each near the one before; the same way every day. */
  int[] route(int vehicle) {
    Dice dice = Dice.of(seed, Dice.Stream.ROUTE, vehicle);
    int[] route = new int[2 + dice.below(4)];
    route[0] = city.anyCamera(dice);
    for (int i = 1; i < route.length; i++) {
      route[i] = city.next(route[i - 1], dice);
      if (i > 1 && route[i] == route[i - 2]) {
        route[i] = city.next(route[i - 1], dice);
      }
    }
    return route;
  }

  private static int[] windowTotals(int firstSlot) {
    int[] weights = new int[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      weights[i] = (int) (TrafficShape.hourShare(false, (firstSlot + i) / 6) * 100_000);
    }
    return Dice.runningTotals(weights);
  }
}
