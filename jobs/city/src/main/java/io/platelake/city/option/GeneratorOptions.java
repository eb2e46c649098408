package io.platelake.city.option;

import io.platelake.city.vehicle.PlateSerials;
import io.platelake.core.BadInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * What to generate. The same options always give the same bytes.
 *
 * @param seed start of all randomness
 * @param agencyId the agency whose cameras these are
 * @param period the days
 * @param reads passes recorded, defects included; what a feed sends on top of them (events sent
 *     again, alerts, second plates in a picture) adds about two in a hundred
 * @param vehicles size of the fleet; 0 means a twelfth of the reads
 * @param city cameras and protected places
 * @param feeds which feeds there are; cameras are dealt out to them
 * @param shares of everything that goes wrong
 * @param listedShare of the fleet that is on the hot list, at most a fifth
 * @param output what to write
 */
public record GeneratorOptions(
    long seed,
    String agencyId,
    GeneratedDays period,
    long reads,
    int vehicles,
    CityPlan city,
    Set<Feed> feeds,
    Shares shares,
    double listedShare,
    Output output) {

  private static final int READS_PER_VEHICLE = 12;
  private static final int FEWEST_VEHICLES = 200;
  private static final long MOST_VEHICLES = PlateSerials.mostVehicles() / 2;

  public GeneratorOptions {
    require(
        agencyId != null && agencyId.matches("[a-z0-9][a-z0-9-]*"),
        "agency",
        "lower-case letters, digits and dashes");
    require(reads >= 1, "reads", "1 or more");
    if (vehicles == 0) {
      vehicles =
          (int) Math.max(FEWEST_VEHICLES, Math.min(reads / READS_PER_VEHICLE, MOST_VEHICLES));
    }
    require(
        vehicles >= FEWEST_VEHICLES && vehicles <= MOST_VEHICLES,
        "vehicles",
        FEWEST_VEHICLES + " to " + MOST_VEHICLES);
    require(!feeds.isEmpty(), "feeds", "at least one");
    feeds = EnumSet.copyOf(feeds);
    require(listedShare >= 0 && listedShare <= 0.2, "listed share", "0 to 0.2");
  }

  /**
   * Agency city-2 in Washington with 24 cameras, all feeds, invented places and truth.
   *
   * @param start first local day
   */
  public static GeneratorOptions of(long seed, LocalDate start, int days, long reads) {
    return new GeneratorOptions(
        seed,
        "city-2",
        new GeneratedDays(start, days, ZoneId.of("America/Los_Angeles")),
        reads,
        0,
        CityPlan.invented(24),
        EnumSet.allOf(Feed.class),
        Shares.USUAL,
        0.0015,
        Output.USUAL);
  }

  /** See {@link GeneratedDays#landedAt}. */
  public Instant landedAt(int day) {
    return period.landedAt(day);
  }

  public GeneratorOptions withAgency(String other) {
    return new GeneratorOptions(
        seed, other, period, reads, vehicles, city, feeds, shares, listedShare, output);
  }

  public GeneratorOptions withVehicles(int count) {
    return new GeneratorOptions(
        seed, agencyId, period, reads, count, city, feeds, shares, listedShare, output);
  }

  public GeneratorOptions withCity(CityPlan other) {
    return new GeneratorOptions(
        seed, agencyId, period, reads, vehicles, other, feeds, shares, listedShare, output);
  }

  public GeneratorOptions withFeeds(Set<Feed> some) {
    return new GeneratorOptions(
        seed, agencyId, period, reads, vehicles, city, some, shares, listedShare, output);
  }

  public GeneratorOptions withShares(Shares other) {
    return new GeneratorOptions(
        seed, agencyId, period, reads, vehicles, city, feeds, other, listedShare, output);
  }

  public GeneratorOptions withListedShare(double share) {
    return new GeneratorOptions(
        seed, agencyId, period, reads, vehicles, city, feeds, shares, share, output);
  }

  public GeneratorOptions withOutput(Output other) {
    return new GeneratorOptions(
        seed, agencyId, period, reads, vehicles, city, feeds, shares, listedShare, other);
  }

  static void require(boolean right, String option, String allowed) {
    if (!right) {
      throw new BadInput("option " + option, "its value is not allowed", "Give " + allowed + ".");
    }
  }
}
