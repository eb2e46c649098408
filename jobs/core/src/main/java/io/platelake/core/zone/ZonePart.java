package io.platelake.core.zone;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * One polygon, line or point of a protected place on its own local plane. Distances to it are
 * measured, not to a drawn buffer, so there are no corners cut off a round edge.
 */
final class ZonePart {
  /** Positions this close to the edge count as on it, and the edge is inside. */
  private static final double EDGE_METRES = 0.001;

  /** Slack of the box in front of the exact test. */
  private static final double BOX_FACTOR = 1.02;

  private static final GeometryFactory POINTS = new GeometryFactory();

  private final ProtectedPlace place;
  private final int rank;
  private final Envelope degrees;
  private final LocalPlane plane;
  private final IndexedPointInAreaLocator area;
  private final IndexedFacetDistance edge;

  /**
   * Prepares a part.
   *
   * @param rank position of the place in the order of zone ids
   */
  ZonePart(ProtectedPlace place, int rank, Geometry part) {
    this.place = place;
    this.rank = rank;
    this.degrees = part.getEnvelopeInternal();
    this.plane = new LocalPlane(degrees.centre());
    Geometry metres = plane.toMetres(part);
    this.area = metres instanceof Polygonal ? new IndexedPointInAreaLocator(metres) : null;
    this.edge = new IndexedFacetDistance(metres);
  }

  ProtectedPlace place() {
    return place;
  }

  int rank() {
    return rank;
  }

  /** A box in degrees that holds the part and its buffer; may reach beyond the 180th meridian. */
  Envelope box() {
    double reach = (place.bufferMetres() + EDGE_METRES) * BOX_FACTOR;
    double north = Math.max(Math.abs(degrees.getMinY()), Math.abs(degrees.getMaxY()));
    double latReach = reach / LocalPlane.metresPerLatDegree(0);
    Envelope box = new Envelope(degrees);
    box.expandBy(reach / LocalPlane.metresPerLonDegree(north + latReach), latReach);
    return box;
  }

  /** Whether the position is inside, on the edge or within the buffer. */
  boolean covers(double lon, double lat) {
    Coordinate position = plane.toMetres(lon, lat);
    return (area != null && area.locate(position) != Location.EXTERIOR)
        || edge.isWithinDistance(POINTS.createPoint(position), place.bufferMetres() + EDGE_METRES);
  }
}
