package io.platelake.core.zone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * What a feature draws, and how far around it is protected.
 *
 * <p>The shape alone cannot tell: a closed line is the outline of a court, or the road around it.
 * The kind and the property {@code drawn} tell, and a line without {@code drawn} is refused with
 * the question. A line that outlines premises becomes their polygon.
 *
 * @param shape premises or a route, in degrees
 * @param metres distance around the shape that the policy protects
 */
record Drawing(Geometry shape, double metres) {
  private static final double MAX_PREMISES_METRES = 1_000;

  private static final int SMALLEST_RING = 4;

  private enum Subject {
    PREMISES,
    ACCESS_ROUTE
  }

  static Drawing read(
      JsonNode properties, String kind, Geometry drawn, double kindMetres, double routeMetres) {
    boolean route = isRoute(subject(properties), drawn);
    if (route && properties.hasNonNull("premises_m")) {
      throw noReach();
    }
    double metres = route ? onRoutes(kind, kindMetres, routeMetres) : kindMetres;
    Geometry shape = PremisesRings.read(properties, drawn, route, metres);
    return new Drawing(shape, route ? metres : metres + reach(properties, shape));
  }

  /** An event on the move is on the road itself, so its own distance counts there as well. */
  private static double onRoutes(String kind, double kindMetres, double routeMetres) {
    return kind.equals(ProtectedPlace.EVENT) ? Math.max(kindMetres, routeMetres) : routeMetres;
  }

  private static Optional<Subject> subject(JsonNode properties) {
    if (!properties.hasNonNull("drawn")) {
      return Optional.empty();
    }
    return Optional.of(
        switch (properties.path("drawn").asText()) {
          case "premises" -> Subject.PREMISES;
          case "access_route" -> Subject.ACCESS_ROUTE;
          default ->
              throw new InvalidPlace(
                  "has a drawn that is not known", "Write premises or access_route");
        });
  }

  private static boolean isRoute(Optional<Subject> subject, Geometry shape) {
    if (shape instanceof LineString line) {
      return isRoute(subject, line);
    }
    boolean route = subject.equals(Optional.of(Subject.ACCESS_ROUTE));
    if (route && shape instanceof Point) {
      throw new InvalidPlace("is an access route drawn as a point", "Draw the route as a line");
    }
    return route;
  }

  private static boolean isRoute(Optional<Subject> subject, LineString line) {
    if (subject.isEmpty()) {
      throw new InvalidPlace(
          "is "
              + (line.isClosed() ? "a closed line" : "a line")
              + " without drawn: is it the outline of premises, whose inside is protected,"
              + " or an access route",
          "Draw premises as a Polygon, or give drawn: access_route");
    }
    boolean route = subject.get() == Subject.ACCESS_ROUTE;
    if (!route && line.isClosed() && line.getNumPoints() < SMALLEST_RING) {
      throw new InvalidPlace("has a ring of fewer than 4 positions", "Draw it again");
    }
    if (!route && !line.isClosed()) {
      throw new InvalidPlace(
          "is premises drawn as a line that is not closed, which has no inside",
          "Draw them as a Polygon, or repeat the first position at the end");
    }
    return route;
  }

  /** How far premises reach from the point that is all that is known of them. */
  private static double reach(JsonNode properties, Geometry shape) {
    JsonNode metres = properties.path("premises_m");
    if (metres.isMissingNode() || metres.isNull()) {
      return 0;
    }
    if (!(shape instanceof Point)) {
      throw noReach();
    }
    if (!metres.isNumber()
        || !(metres.doubleValue() >= 0 && metres.doubleValue() <= MAX_PREMISES_METRES)) {
      throw new InvalidPlace(
          "has a premises_m that is not a number from 0 to 1000",
          "Give the metres from the point to the farthest edge of the premises");
    }
    return metres.doubleValue();
  }

  private static InvalidPlace noReach() {
    return new InvalidPlace(
        "has premises_m, which only a point has", "Leave it out: the shape shows the premises");
  }
}
