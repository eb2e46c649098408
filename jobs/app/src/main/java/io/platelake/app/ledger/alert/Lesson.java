package io.platelake.app.ledger.alert;

import io.platelake.core.match.rule.StateVerdict;
import io.platelake.core.match.rule.VehicleVerdict;

/**
 * An adjudicated hit whose read and entry are still there.
 *
 * @param hitId the hit
 * @param cameraModel model of the camera; null when unknown
 * @param confirmed whether it was the wanted vehicle; otherwise the plate was misread
 * @param readKey plate as it was read, packed
 * @param trueKey the entry's plate, packed, in the spelling of plates
 */
public record Lesson(
    long hitId,
    String cameraModel,
    boolean confirmed,
    long readKey,
    long trueKey,
    StateVerdict state,
    VehicleVerdict vehicle) {

  /** Names the hit only, so that a log line cannot hold a plate. */
  @Override
  public String toString() {
    return "Lesson[hitId=" + hitId + ", confirmed=" + confirmed + "]";
  }
}
