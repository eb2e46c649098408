package io.platelake.city.vehicle;

import io.platelake.city.chance.Dice;

/**
 * The vehicles of the region, numbered from 0, each worked out from its number when asked for.
 *
 * <p>Numbers from {@link #size()} on are vehicles that exist and are never driven past a camera:
 * most entries of a hot list are about such.
 */
public final class Fleet {
  private final long seed;
  private final int size;
  private final PlateSerials serials;

  public Fleet(long seed, int size) {
    this.seed = seed;
    this.size = size;
    this.serials = new PlateSerials(seed);
  }

  /** Index into {@link VehicleLooks#MODELS} and {@link VehicleLooks#COLORS}. */
  public record Looks(int model, int color) {}

  public int size() {
    return size;
  }

  public byte[] plate(long vehicle) {
    return serials.plate(vehicle);
  }

  public PlateSerials.Format format(long vehicle) {
    return serials.format(vehicle);
  }

  public Looks looks(long vehicle) {
    Dice dice = Dice.of(seed, Dice.Stream.VEHICLE, vehicle);
    return new Looks(VehicleLooks.model(dice), VehicleLooks.color(dice));
  }
}
