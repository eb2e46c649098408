package io.platelake.app.land;

import io.platelake.app.ledger.site.CameraRegistry.Position;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Where each camera of an agency stood, for looking up one read after the other. */
final class CameraPositions implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, ArrayList<Position>> byCamera = new HashMap<>();

  CameraPositions(List<Position> positions) {
    for (Position position : positions) {
      byCamera.computeIfAbsent(position.cameraId(), k -> new ArrayList<>()).add(position);
    }
  }

  boolean knows(String cameraId) {
    return byCamera.containsKey(cameraId);
  }

  /** Where the camera stood at an instant; empty when the registry does not say. */
  Optional<Position> at(String cameraId, Instant at) {
    for (Position position : byCamera.getOrDefault(cameraId, new ArrayList<>())) {
      if (position.covers(at)) {
        return Optional.of(position);
      }
    }
    return Optional.empty();
  }
}
