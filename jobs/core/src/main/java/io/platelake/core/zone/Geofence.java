package io.platelake.core.zone;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds the protected place at a position: an index over shapes with their buffers.
 *
 * <p>The edge counts as inside, at the outer end of the buffer too, and a position within a
 * millimetre of it is on it. Buffers are true to well under 1 % at a city's size (see {@link
 * LocalPlane}). A buffer that reaches over the 180th meridian works; a shape that crosses it has to
 * be two polygons (RFC 7946, section 3.1.9), each of which is then fenced for itself.
 *
 * <p>Immutable and safe for many threads. Serializable: what travels is the list of places, and the
 * index is built again where it arrives.
 */
public final class Geofence implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<ProtectedPlace> places;
  private final STRtree index = new STRtree();

  private Geofence(List<ProtectedPlace> places) {
    this.places = places;
    for (int rank = 0; rank < places.size(); rank++) {
      Geometry shape = places.get(rank).shape();
      for (int part = 0; part < shape.getNumGeometries(); part++) {
        insert(new ZonePart(places.get(rank), rank, shape.getGeometryN(part)));
      }
    }
    index.build();
  }

  /**
   * A fence around these places.
   *
   * @throws IllegalArgumentException if two places have the same zone id
   */
  public static Geofence of(Collection<ProtectedPlace> places) {
    List<ProtectedPlace> sorted = new ArrayList<>(places);
    sorted.sort(Comparator.comparing(ProtectedPlace::zoneId));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).zoneId().equals(sorted.get(i - 1).zoneId())) {
        throw new IllegalArgumentException("zone_id twice: " + sorted.get(i).zoneId());
      }
    }
    return new Geofence(List.copyOf(sorted));
  }

  /**
   * The protected place at a position and time; of several the first by zone id.
   *
   * @param lon WGS 84 degrees, -180 to 180
   * @param lat WGS 84 degrees, -90 to 90
   * @throws IllegalArgumentException if that is no position: what a missing position means is the
   *     policy's to say, never "not protected"
   */
  public Optional<ProtectedPlace> placeAt(double lon, double lat, Instant at) {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw new IllegalArgumentException("not a WGS 84 position");
    }
    ZonePart first = null;
    List<?> near = index.query(new Envelope(lon, lon, lat, lat));
    for (Object candidate : near) {
      ZonePart part = (ZonePart) candidate;
      boolean earlier = first == null || part.rank() < first.rank();
      if (earlier && part.place().isEffective(at) && part.covers(lon, lat)) {
        first = part;
      }
    }
    return first == null ? Optional.empty() : Optional.of(first.place());
  }

  /** Zone id of {@link #placeAt}. */
  public Optional<String> zoneAt(double lon, double lat, Instant at) {
    return placeAt(lon, lat, at).map(ProtectedPlace::zoneId);
  }

  /** The places, by zone id. */
  public List<ProtectedPlace> places() {
    return places;
  }

  /** A box that reaches over the 180th meridian stands on its other side as well. */
  private void insert(ZonePart part) {
    Envelope box = part.box();
    index.insert(box, part);
    if (box.getMinX() < -180) {
      index.insert(shifted(box, 360), part);
    }
    if (box.getMaxX() > 180) {
      index.insert(shifted(box, -360), part);
    }
  }

  private static Envelope shifted(Envelope box, double degrees) {
    Envelope moved = new Envelope(box);
    moved.translate(degrees, 0);
    return moved;
  }

  private Object writeReplace() {
    return new Travelling(new ArrayList<>(places));
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a geofence travels as its places");
  }

  private record Travelling(ArrayList<ProtectedPlace> places) implements Serializable {
    private Object readResolve() {
      return Geofence.of(places);
    }
  }
}
