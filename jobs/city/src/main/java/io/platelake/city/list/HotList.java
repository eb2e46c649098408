package io.platelake.city.list;

import io.platelake.city.chance.Dice;
import io.platelake.city.option.GeneratorOptions;
import io.platelake.city.vehicle.Fleet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Who is on the hot list: some vehicles of the fleet, many more that no camera ever sees, and a few
 * namesakes of innocent vehicles. Four of five entries stay the whole period, the others come or
 * go.
 */
public final class HotList {
  private static final int FEWEST_LISTED = 8;
  private static final int FEWEST_NEVER_SEEN = 2000;
  private static final int NEVER_SEEN_PER_LISTED = 3;
  private static final int NAMESAKES = 5;
  private static final int[] CATEGORY_TOTALS = Dice.runningTotals(70, 8, 12, 10);

  private final List<ListedPlate> entries;
  private final List<ListedPlate> ofFleet;
  private final long[] listedVehicles;
  private final PlateIndex index;
  private final Fleet fleet;

  public HotList(GeneratorOptions options, Fleet fleet) {
    this.fleet = fleet;
    double share = Math.max(options.listedShare(), (double) FEWEST_LISTED / fleet.size());
    long[] listed = new long[fleet.size()];
    int count = 0;
    for (long v = 0; v < fleet.size(); v++) {
      if ((v * 0x9E3779B97F4A7C15L >>> 11) * 0x1.0p-53 < share) {
        listed[count++] = v;
      }
    }
    listedVehicles = Arrays.copyOf(listed, count);
    List<ListedPlate> all = new ArrayList<>();
    for (long vehicle : listedVehicles) {
      all.add(entry(options, all.size(), vehicle, false));
    }
    ofFleet = List.copyOf(all);
    int neverSeen = Math.max(FEWEST_NEVER_SEEN, NEVER_SEEN_PER_LISTED * count);
    for (int i = 0; i < neverSeen; i++) {
      all.add(entry(options, all.size(), (long) fleet.size() + i, false));
    }
    for (int i = 0; i < NAMESAKES; i++) {
      all.add(entry(options, all.size(), notListed(i), true));
    }
    entries = Collections.unmodifiableList(all);
    index = new PlateIndex(all);
  }

  public List<ListedPlate> entries() {
    return entries;
  }

  /** How many entries are about vehicles that cameras can see. */
  public int listedOfFleet() {
    return ofFleet.size();
  }

  List<PlateIndex.Found> find(byte[] reading) {
    return index.find(reading);
  }

  /** The entry about this vehicle itself, null when it is not listed. */
  ListedPlate of(long vehicle) {
    int at = Arrays.binarySearch(listedVehicles, vehicle);
    return at < 0 ? null : ofFleet.get(at);
  }

  /** The i-th of a few vehicles that are driven, but not daily, and not listed. */
  long notListed(int i) {
    long vehicle = fleet.size() - 1 - i * 17L % fleet.size();
    while (of(vehicle) != null) {
      vehicle = (vehicle + 1) % fleet.size();
    }
    return vehicle;
  }

  private ListedPlate entry(GeneratorOptions options, int number, long vehicle, boolean namesake) {
    Dice dice = Dice.of(options.seed(), Dice.Stream.LIST, number);
    String state = fleet.format(vehicle).state();
    if (namesake) {
      state = state.equals("WA") ? "OR" : "WA";
    }
    int category = dice.weighted(CATEGORY_TOTALS);
    double stay = dice.unit();
    int turn = options.period().days() == 1 ? 0 : dice.between(1, options.period().days());
    return new ListedPlate(
        vehicle,
        fleet.plate(vehicle),
        state,
        switch (category) {
          case 0 -> "stolen_vehicle";
          case 1 -> "missing_or_endangered_person";
          case 2 -> "warrant";
          default -> "felony_or_gross_misdemeanor";
        },
        category < 2 ? "" : dice.chance(0.7) ? "felony" : "gross_misdemeanor",
        "G" + (100_000_000 + number),
        fleet.looks(vehicle),
        stay >= 0.8 && stay < 0.9 ? turn : 0,
        stay >= 0.9 && turn > 0 ? turn : options.period().days(),
        namesake);
  }
}
