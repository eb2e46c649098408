package io.platelake.city.option;

import java.util.List;
import java.util.Map;

/**
 * Where cameras and protected places are, given or invented.
 *
 * @param cameraCount cameras to invent when {@code cameras} is empty
 * @param cameras given positions, may be empty
 * @param places given protected places; null means to invent them
 * @param bufferMetres how far protection reaches beyond a place's polygon, by kind
 * @param otherBufferMetres the same for kinds not in that map
 */
public record CityPlan(
    int cameraCount,
    List<CameraPosition> cameras,
    List<Facility> places,
    Map<String, Double> bufferMetres,
    double otherBufferMetres) {
  private static final int MOST_CAMERAS = 100_000;

  /** Invented places are right under every reach from 30 to 200 metres. */
  private static final double INVENTED_BUFFER_METRES = 150;

  public CityPlan {
    cameras = List.copyOf(cameras);
    GeneratorOptions.require(
        Math.max(cameraCount, cameras.size()) <= MOST_CAMERAS
            && (cameraCount >= 1 || !cameras.isEmpty()),
        "cameras",
        "1 to " + MOST_CAMERAS);
    places = places == null ? null : List.copyOf(places);
    bufferMetres = Map.copyOf(bufferMetres);
    GeneratorOptions.require(otherBufferMetres >= 0, "buffer", "metres, 0 or more");
  }

  /** Everything invented. */
  public static CityPlan invented(int cameraCount) {
    return new CityPlan(cameraCount, List.of(), null, Map.of(), INVENTED_BUFFER_METRES);
  }

  /** Cameras at given positions, as many as there are. */
  public CityPlan withCameras(List<CameraPosition> given) {
    return new CityPlan(0, given, places, bufferMetres, otherBufferMetres);
  }

  /** Given protected places, with the reach of their protection in metres by kind. */
  public CityPlan withPlaces(List<Facility> given, Map<String, Double> metresByKind) {
    return new CityPlan(cameraCount, cameras, given, metresByKind, otherBufferMetres);
  }
}
