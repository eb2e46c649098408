package io.platelake.city.place;

import io.platelake.city.option.CameraPosition;
import io.platelake.city.option.Facility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Which cameras stand at a protected place, and when: the truth against which a geofence is
 * checked, so it shares no code with one. Every camera is measured against every place, in metres
 * on a plane that touches the camera.
 */
public final class Exclusions {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final List<List<Facility>> byCamera = new ArrayList<>();

  /**
   * @param bufferMetres how far protection reaches beyond the polygon, by kind
   * @param otherwise the same for kinds not in the map
   */
  public Exclusions(
      List<Camera> cameras,
      List<Facility> places,
      Map<String, Double> bufferMetres,
      double otherwise) {
    for (Camera camera : cameras) {
      List<Facility> near = new ArrayList<>();
      for (Facility place : places) {
        double reach = bufferMetres.getOrDefault(place.kind(), otherwise);
        if (metres(camera.position(), place.polygon()) <= reach) {
          near.add(place);
        }
      }
      byCamera.add(List.copyOf(near));
    }
  }

  /** The place a read of this camera is excluded for, null when there is none. */
  public Facility at(int camera, long epochMillis) {
    List<Facility> near = byCamera.get(camera);
    if (near.isEmpty()) {
      return null;
    }
    Instant at = Instant.ofEpochMilli(epochMillis);
    for (Facility place : near) {
      if (place.inForce(at)) {
        return place;
      }
    }
    return null;
  }

  /** Whether the camera stands at a place that is protected at some time. */
  public boolean ever(int camera) {
    return !byCamera.get(camera).isEmpty();
  }

  private static double metres(CameraPosition camera, Geometry polygon) {
    AffineTransformation toMetres =
        AffineTransformation.translationInstance(-camera.lon(), -camera.lat())
            .scale(
                City.METRES_PER_DEGREE * Math.cos(Math.toRadians(camera.lat())),
                City.METRES_PER_DEGREE);
    return toMetres.transform(polygon).distance(GEOMETRY.createPoint(new Coordinate(0, 0)));
  }
}
