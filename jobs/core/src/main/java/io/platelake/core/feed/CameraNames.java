package io.platelake.core.feed;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/** How the vendor's camera ids become the agency's: key {@code cameras}, one of three rules. */
public sealed interface CameraNames extends Serializable {

  /** The agency's id of a vendor's camera; empty when this feed has no such camera. */
  Optional<String> cameraId(String vendorCameraId);

  /**
   * Every vendor id, with a text in front that keeps two feeds' cameras apart. An empty prefix is
   * the rule {@code identity: true}.
   */
  record Prefixed(String prefix) implements CameraNames {
    @Override
    public Optional<String> cameraId(String vendorCameraId) {
      return Optional.of(prefix + vendorCameraId);
    }
  }

  /** Exactly the listed cameras: reads of any other are quarantined. */
  record Listed(Map<String, String> byVendorId) implements CameraNames {
    public Listed {
      byVendorId = Map.copyOf(byVendorId);
    }

    @Override
    public Optional<String> cameraId(String vendorCameraId) {
      return Optional.ofNullable(byVendorId.get(vendorCameraId));
    }
  }
}
