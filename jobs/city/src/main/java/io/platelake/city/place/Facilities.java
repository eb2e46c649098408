package io.platelake.city.place;

import io.platelake.city.option.CameraPosition;
import io.platelake.city.option.Facility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Generated facilities of all seven kinds, one next to each of some cameras, of the size of a
 * parcel.
 *
 * <p>Cameras 3, 6 and 9 (counted from 0, every third) stand where they must not: in the grounds of
 * a school, 20 metres from a place of worship, and in the grounds of a food bank that opens in the
 * middle of the period. The other facilities keep 215 metres from every camera.
 */
public final class Facilities {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final int EVERY = 3;
  private static final double HALF_WIDTH_METRES = 45;

  private Facilities() {}

  public static List<Facility> near(City city, Instant middle) {
    List<Facility> places = new ArrayList<>();
    for (int i = 0; i < Facility.KINDS.size(); i++) {
      int camera = (i + 1) * EVERY;
      if (camera >= city.cameras().size()) {
        break;
      }
      String kind = Facility.KINDS.get(i);
      places.add(
          new Facility(
              "zone-" + (i + 1),
              kind,
              "Generated " + kind.replace('_', ' ') + " " + (i + 1),
              parcel(city.camera(camera).position(), metresEast(kind)),
              kind.equals("food_bank") ? middle : null,
              null));
    }
    return places;
  }

  private static double metresEast(String kind) {
    return switch (kind) {
      case "elementary_school" -> 10;
      case "food_bank" -> -10;
      case "place_of_worship" -> HALF_WIDTH_METRES + 20;
      default -> HALF_WIDTH_METRES + 215;
    };
  }

  /** A square parcel whose centre is so many metres east of the camera. */
  private static Polygon parcel(CameraPosition camera, double metresEast) {
    double lonMetres = City.METRES_PER_DEGREE * Math.cos(Math.toRadians(camera.lat()));
    double south = City.degrees(camera.lat() - HALF_WIDTH_METRES / City.METRES_PER_DEGREE);
    double north = City.degrees(camera.lat() + HALF_WIDTH_METRES / City.METRES_PER_DEGREE);
    double west = City.degrees(camera.lon() + (metresEast - HALF_WIDTH_METRES) / lonMetres);
    double east = City.degrees(camera.lon() + (metresEast + HALF_WIDTH_METRES) / lonMetres);
    return GEOMETRY.createPolygon(
        new Coordinate[] {
          new Coordinate(west, south),
          new Coordinate(east, south),
          new Coordinate(east, north),
          new Coordinate(west, north),
          new Coordinate(west, south)
        });
  }
}
