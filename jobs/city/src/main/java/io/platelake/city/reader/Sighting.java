package io.platelake.city.reader;

import io.platelake.city.place.Camera;
import io.platelake.city.vehicle.PlateSerials;

/**
 * One vehicle seen by one camera, as the camera reports it, in no vendor's format yet.
 *
 * @param event number of the pass in the whole run, makes the vendor's event id
 * @param vehicle number in the fleet
 * @param camera that saw it
 * @param vendorCamera the camera's name in the feed, not always a registered one
 * @param capturedMillis as reported, epoch milliseconds
 * @param truth plate on the vehicle
 * @param trueState that issued it
 * @param plate as read, null when no plate was seen
 * @param confidence of the plate in ten-thousandths
 * @param candidates other readings, the likeliest first, none of them {@code plate}
 * @param candidateConfidence one for each
 * @param state as read, null unknown
 * @param stateConfidence in ten-thousandths
 * @param model index into {@code VehicleLooks.MODELS}, -1 unknown
 * @param color index into {@code VehicleLooks.COLORS}
 * @param direction of travel in tenths of a degree
 * @param positioned whether the record carries the camera's position
 */
public record Sighting(
    long event,
    int vehicle,
    Camera camera,
    String vendorCamera,
    long capturedMillis,
    byte[] truth,
    PlateSerials.Format trueState,
    byte[] plate,
    int confidence,
    byte[][] candidates,
    int[] candidateConfidence,
    PlateSerials.Format state,
    int stateConfidence,
    int model,
    int color,
    int direction,
    boolean positioned) {

  /** Microseconds within the capture's millisecond, for feeds that report them. */
  public int micros() {
    return (int) (event % 1000);
  }

  /** Feeds that write whole seconds have captured at a whole second. */
  public Sighting cutTo(long unitMillis) {
    long cut = Math.floorMod(capturedMillis, unitMillis);
    return cut == 0 ? this : with(plate, vendorCamera, capturedMillis - cut);
  }

  Sighting capturedAt(long millis) {
    return with(plate, vendorCamera, millis);
  }

  public Sighting fromCamera(String name) {
    return with(plate, name, capturedMillis);
  }

  public Sighting withoutPlate() {
    return with(null, vendorCamera, capturedMillis);
  }

  private Sighting with(byte[] newPlate, String newCamera, long newMillis) {
    return new Sighting(
        event,
        vehicle,
        camera,
        newCamera,
        newMillis,
        truth,
        trueState,
        newPlate,
        confidence,
        candidates,
        candidateConfidence,
        state,
        stateConfidence,
        model,
        color,
        direction,
        positioned);
  }
}
