package io.platelake.core.land;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Where each camera of an agency stood, for looking up one read after the other. */
public final class CameraPositions implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, List<Deployment>> byCamera = new HashMap<>();

  public CameraPositions(List<Deployment> deployments) {
    for (Deployment one : deployments) {
      byCamera.computeIfAbsent(one.cameraId(), k -> new ArrayList<>()).add(one);
    }
  }

  public boolean knows(String cameraId) {
    return byCamera.containsKey(cameraId);
  }

  /** Where the camera stood at an instant; empty when the registry does not say. */
  public Optional<Deployment> findAt(String cameraId, Instant at) {
    for (Deployment one : byCamera.getOrDefault(cameraId, List.of())) {
      if (one.covers(at)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
