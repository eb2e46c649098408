package io.platelake.city.reader;

import io.platelake.city.chance.Dice;
import io.platelake.city.place.Camera;
import io.platelake.city.vehicle.Fleet;
import io.platelake.city.vehicle.PlateSerials;
import io.platelake.city.vehicle.VehicleLooks;
import java.util.Arrays;

/**
 * What a camera makes of a passing vehicle.
 *
 * <p>Confidence goes with being right: exact readings are mostly above 0.85, misreads spread down
 * to 0.5 and overlap. The list of candidates holds the truth behind two of three misreads. The
 * state is wrong or unknown more often than the plate, make and colour are mostly right.
 */
public final class Recognition {
  private static final byte[][] NO_CANDIDATES = {};
  private static final int[] NO_CONFIDENCE = {};
  private static final double STATE_RIGHT = 0.93;
  private static final double STATE_UNKNOWN = 0.03;

  private final Fleet fleet;
  private final Misreader misreader;
  private final double noPosition;

  public Recognition(Fleet fleet, Misreader misreader, double noPosition) {
    this.fleet = fleet;
    this.misreader = misreader;
    this.noPosition = noPosition;
  }

  public Sighting see(long event, int vehicle, Camera camera, long capturedMillis, Dice dice) {
    byte[] truth = fleet.plate(vehicle);
    byte[] plate = misreader.read(truth, camera.difficulty(), dice);
    boolean exact = plate == truth || Arrays.equals(plate, truth);
    double doubt = dice.unit();
    int confidence =
        exact ? 9900 - (int) (2400 * doubt * doubt) : 9400 - (int) (4400 * Math.sqrt(doubt));
    int count = dice.chance(exact ? 0.45 : 0.15) ? 0 : 1 + dice.below(3);
    boolean truthAmong = !exact && dice.chance(0.75);
    byte[][] candidates = count == 0 ? NO_CANDIDATES : new byte[count][];
    int[] scores = count == 0 ? NO_CONFIDENCE : new int[count];
    int score = confidence;
    int found = 0;
    for (int i = 0; i < count; i++) {
      byte[] other = truthAmong && i == 0 ? truth : Misreader.oneWrong(plate, dice);
      score -= 150 + dice.below(900);
      if (!holds(candidates, found, other)) {
        candidates[found] = other;
        scores[found++] = score;
      }
    }
    Fleet.Looks looks = fleet.looks(vehicle);
    double u = dice.unit();
    PlateSerials.Format state =
        u < STATE_RIGHT
            ? fleet.format(vehicle)
            : u < STATE_RIGHT + STATE_UNKNOWN ? null : fleet.format(dice.below(1000));
    u = dice.unit();
    int model = u < 0.94 ? looks.model() : u < 0.97 ? VehicleLooks.model(dice) : -1;
    return new Sighting(
        event,
        vehicle,
        camera,
        camera.vendorId(),
        capturedMillis,
        truth,
        fleet.format(vehicle),
        plate,
        confidence,
        found == count ? candidates : Arrays.copyOf(candidates, found),
        scores,
        state,
        5000 + dice.below(4900),
        model,
        dice.chance(0.93) ? looks.color() : VehicleLooks.color(dice),
        Math.floorMod(camera.position().heading() * 10 + dice.between(-150, 150), 3600),
        !dice.chance(noPosition));
  }

  private static boolean holds(byte[][] candidates, int count, byte[] plate) {
    for (int i = 0; i < count; i++) {
      if (Arrays.equals(candidates[i], plate)) {
        return true;
      }
    }
    return false;
  }
}
