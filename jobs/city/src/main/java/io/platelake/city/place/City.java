package io.platelake.city.place;

import io.platelake.city.chance.Dice;
import io.platelake.city.option.CameraPosition;
import io.platelake.city.option.Feed;
import io.platelake.city.option.GeneratorOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cameras of the city, and which of them are along the same way.
 *
 * <p>Without given positions the cameras stand on a grid of about 900 metres with some disorder, so
 * that two of them are never closer than 500 metres.
 */
public final class City {
  private static final double SOUTH_WEST_LAT = 47.02;
  private static final double SOUTH_WEST_LON = -122.88;

  /** Of latitude; of longitude it is this times the cosine of the latitude. */
  static final double METRES_PER_DEGREE = 111_320;

  private static final double SPACING_METRES = 900;
  private static final double DISORDER_METRES = 190;
  private static final int NEIGHBOURS = 4;

  private final List<Camera> cameras;
  private final int[][] neighbours;
  private final int[] popularityTotals;

  public City(GeneratorOptions options) {
    List<CameraPosition> positions =
        options.city().cameras().isEmpty() ? grid(options) : options.city().cameras();
    List<Feed> deal = new ArrayList<>();
    for (Feed feed : options.feeds()) {
      for (int i = 0; i < feed.cameraShare(); i++) {
        deal.add(feed);
      }
    }
    List<Camera> built = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      Dice dice = Dice.of(options.seed(), Dice.Stream.CAMERA, i);
      Feed feed = deal.get(i % deal.size());
      built.add(
          new Camera(
              i,
              "cam-" + threeDigits(i + 1),
              vendorId(feed, i + 1),
              "Site " + threeDigits(i + 1),
              feed,
              positions.get(i),
              30 + dice.below(70) + dice.below(70),
              0.7 + 0.6 * dice.unit()));
    }
    cameras = List.copyOf(built);
    popularityTotals = Dice.runningTotals(cameras.stream().mapToInt(Camera::popularity).toArray());
    neighbours = cameras.stream().map(this::nearest).toArray(int[][]::new);
  }

  public List<Camera> cameras() {
    return cameras;
  }

  public Camera camera(int index) {
    return cameras.get(index);
  }

  public int anyCamera(Dice dice) {
    return dice.weighted(popularityTotals);
  }

  /** A camera that traffic leaving this one passes next. */
  public int next(int camera, Dice dice) {
    int[] near = neighbours[camera];
    return near.length == 0 ? camera : near[dice.below(near.length)];
  }

  /** Metres between two points of one city; flat, so good to a thousandth over some kilometres. */
  static double metres(double latA, double lonA, double latB, double lonB) {
    double north = (latB - latA) * METRES_PER_DEGREE;
    double east = (lonB - lonA) * METRES_PER_DEGREE * Math.cos(Math.toRadians((latA + latB) / 2));
    return Math.hypot(north, east);
  }

  private int[] nearest(Camera from) {
    return IntStream.range(0, cameras.size())
        .filter(i -> i != from.index())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> metres(from.position(), camera(i).position())))
        .limit(NEIGHBOURS)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double metres(CameraPosition a, CameraPosition b) {
    return metres(a.lat(), a.lon(), b.lat(), b.lon());
  }

  private static List<CameraPosition> grid(GeneratorOptions options) {
    int columns = (int) Math.ceil(Math.sqrt(options.city().cameraCount() * 1.5));
    double lonMetres = METRES_PER_DEGREE * Math.cos(Math.toRadians(SOUTH_WEST_LAT));
    List<CameraPosition> positions = new ArrayList<>();
    for (int i = 0; i < options.city().cameraCount(); i++) {
      Dice dice = Dice.of(options.seed(), Dice.Stream.PLACE, i);
      double north = i / columns * SPACING_METRES + (dice.unit() * 2 - 1) * DISORDER_METRES;
      double east = i % columns * SPACING_METRES + (dice.unit() * 2 - 1) * DISORDER_METRES;
      positions.add(
          new CameraPosition(
              degrees(SOUTH_WEST_LAT + north / METRES_PER_DEGREE),
              degrees(SOUTH_WEST_LON + east / lonMetres),
              dice.below(36) * 10));
    }
    return positions;
  }

  /** Six decimals, a tenth of a metre: what the files hold is what is computed with. */
  static double degrees(double exact) {
    return Math.rint(exact * 1e6) / 1e6;
  }

  private static String vendorId(Feed feed, int number) {
    return switch (feed) {
      case OPENALPR -> String.valueOf(1000 + number);
      case PLATERECOGNIZER -> "stream-" + threeDigits(number);
      case CSV -> "N" + threeDigits(number);
    };
  }

  private static String threeDigits(int number) {
    String digits = String.valueOf(number);
    return "0".repeat(Math.max(0, 3 - digits.length())) + digits;
  }
}
