package io.platelake.core.land;

import io.platelake.core.zone.ProtectedPlace;
import java.time.Instant;

/**
 * What becomes of one record.
 *
 * @param fate where it goes
 * @param reason code, null for a kept one
 * @param place protected place, for an excluded one
 * @param lat WGS 84 degrees of a kept read
 * @param lon WGS 84 degrees of a kept read
 * @param deleteAfter when the policy forbids keeping it, null without a maximum
 */
public record Judgement(
    Fate fate, String reason, ProtectedPlace place, Double lat, Double lon, Instant deleteAfter) {

  public static Judgement of(LandingReason reason) {
    return new Judgement(reason.fate(), reason.name(), null, null, null, null);
  }

  public static Judgement excluded(ProtectedPlace place) {
    return new Judgement(Fate.EXCLUDED, null, place, null, null, null);
  }

  public static Judgement kept(double lat, double lon, Instant deleteAfter) {
    return new Judgement(Fate.KEPT, null, null, lat, lon, deleteAfter);
  }
}
