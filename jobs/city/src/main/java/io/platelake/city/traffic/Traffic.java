package io.platelake.city.traffic;

import io.platelake.city.chance.Dice;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.city.place.City;
import io.platelake.city.text.LocalDay;
import io.platelake.city.vehicle.Fleet;
import java.util.Arrays;

/**
 * Who passes which camera when, ten minutes at a time and in order of time.
 *
 * <p>Commuters (the first vehicles of the fleet) drive on weekdays from home to work and back, past
 * the same two to five cameras, at about the same minute; they make up two fifths of a weekday's
 * reads, or fewer where the fleet is small. Everybody else, and everybody at weekends, is anybody
 * passing anywhere, some far more often than others. Passes of a trip that fall into later ten
 * minutes wait; no more than the trips under way are kept.
 */
public final class Traffic {
  private static final double COMMUTER_READS = 0.40;
  private static final double READS_PER_COMMUTER_DAY = 5.9;
  private static final double MOST_COMMUTERS = 0.70;

  private final GeneratorOptions options;
  private final Fleet fleet;
  private final City city;
  private final ReadQuota quota;
  private final Commutes commutes;

  private long[] waitingAt = new long[1024];
  private int[] waitingVehicle = new int[1024];
  private int[] waitingCamera = new int[1024];
  private int waiting;
  private long owed;

  private long[] order = new long[1024];
  private int[] vehicles = new int[1024];
  private int[] cameras = new int[1024];

  /** Receives passes in order of time, given as milliseconds of the local day by the wall clock. */
  public interface Road {
    void pass(int vehicle, int camera, long wallMillis);
  }

  public Traffic(GeneratorOptions options, Fleet fleet, City city) {
    this.options = options;
    this.fleet = fleet;
    this.city = city;
    quota = new ReadQuota(options.period().start(), options.period().days(), options.reads());
    double wanted =
        quota.weekdays() == 0
            ? 0
            : COMMUTER_READS * quota.onWeekdays() / (quota.weekdays() * READS_PER_COMMUTER_DAY);
    int count = (int) Math.min(wanted, MOST_COMMUTERS * fleet.size());
    commutes = new Commutes(options.seed(), count, city);
  }

  public int commuters() {
    return commutes.count();
  }

  /** All passes of one slot of ten minutes; slots are asked for one after the other. */
  public void drive(int day, int slot, Road road) {
    long from = (long) slot * ReadQuota.SLOT_MILLIS;
    long dayMillis = day * LocalDay.MILLIS;
    long until = dayMillis + from + ReadQuota.SLOT_MILLIS;
    if (!TrafficShape.weekend(options.period().date(day))) {
      commutes.depart(
          day, slot, (vehicle, camera, millis) -> await(vehicle, camera, dayMillis + millis));
    }
    int count = due(until);
    long wanted = quota.of(day, slot) - owed;
    boolean last = options.period().isLast(day) && slot + 1 == ReadQuota.SLOTS_PER_DAY;
    if (last) {
      count = (int) Math.min(count, Math.max(0, wanted));
    }
    int random = (int) Math.max(0, wanted - count);
    owed = count + random - wanted;
    reserve(count + random);
    Dice dice =
        Dice.of(options.seed(), Dice.Stream.TRAFFIC, (long) day * ReadQuota.SLOTS_PER_DAY + slot);
    for (int i = 0; i < random; i++) {
      order[count] = (dayMillis + from + dice.below(ReadQuota.SLOT_MILLIS)) << 24;
      vehicles[count] = stranger(dice);
      cameras[count++] = city.anyCamera(dice);
    }
    deliver(count, dayMillis, road);
  }

  /** Squared, so that a tenth of the vehicles makes a third of the passes. */
  private int stranger(Dice dice) {
    double u = dice.unit();
    int from = commutes.count() == fleet.size() ? 0 : commutes.count();
    return dice.chance(0.1)
        ? dice.below(fleet.size())
        : from + (int) (u * u * (fleet.size() - from));
  }

  private void deliver(int count, long dayMillis, Road road) {
    for (int i = 0; i < count; i++) {
      order[i] |= i;
    }
    Arrays.sort(order, 0, count);
    for (int i = 0; i < count; i++) {
      int at = (int) (order[i] & 0xFFFFFF);
      road.pass(vehicles[at], cameras[at], (order[i] >> 24) - dayMillis);
    }
  }

  private void await(int vehicle, int camera, long millis) {
    if (waiting == waitingAt.length) {
      waitingAt = Arrays.copyOf(waitingAt, waiting * 2);
      waitingVehicle = Arrays.copyOf(waitingVehicle, waiting * 2);
      waitingCamera = Arrays.copyOf(waitingCamera, waiting * 2);
    }
    waitingAt[waiting] = millis;
    waitingVehicle[waiting] = vehicle;
    waitingCamera[waiting++] = camera;
  }

  /** Moves what is due before {@code until} to the front of the order arrays, returns how many. */
  private int due(long until) {
    reserve(waiting);
    int count = 0;
    int kept = 0;
    for (int i = 0; i < waiting; i++) {
      if (waitingAt[i] < until) {
        order[count] = waitingAt[i] << 24;
        vehicles[count] = waitingVehicle[i];
        cameras[count++] = waitingCamera[i];
      } else {
        waitingAt[kept] = waitingAt[i];
        waitingVehicle[kept] = waitingVehicle[i];
        waitingCamera[kept++] = waitingCamera[i];
      }
    }
    waiting = kept;
    return count;
  }

  private void reserve(int count) {
    if (count >= 1 << 24) {
      throw new IllegalStateException("more than 16 million reads in ten minutes");
    }
    if (count > order.length) {
      int size = Math.max(count, order.length * 2);
      order = Arrays.copyOf(order, size);
      vehicles = Arrays.copyOf(vehicles, size);
      cameras = Arrays.copyOf(cameras, size);
    }
  }
}
