package io.platelake.app.land;

import io.platelake.app.ledger.site.CameraRegistry.Position;
import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.land.Judgement;
import io.platelake.core.land.LandingReason;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyReader;
import io.platelake.core.policy.collection.MissingPosition;
import io.platelake.core.zone.Geofence;
import io.platelake.core.zone.ProtectedPlace;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The rules one batch is landed by. It travels to the executors, as the text of the policy and the
 * places of the fence, and is made up again there.
 */
final class LandingRulebook implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String MOBILE = "mobile";

  private final String policyText;
  private final String purpose;
  private final Instant asOf;
  private final CameraPositions cameras;
  private final Geofence fence;
  private final HashSet<LocalDate> closed;
  private transient Policy policy;

  /**
   * @param purpose purpose of the feed, one that the policy names
   * @param closed UTC dates of this purpose that a purge has closed
   */
  LandingRulebook(
      String policyText,
      String purpose,
      Instant asOf,
      CameraPositions cameras,
      Geofence fence,
      Set<LocalDate> closed) {
    this.policyText = policyText;
    this.purpose = purpose;
    this.asOf = asOf;
    this.cameras = cameras;
    this.fence = fence;
    this.closed = new HashSet<>(closed);
    policy();
  }

  /**
   * What becomes of a read. A protected place comes before everything that would keep the record,
   * quarantine included: such a read is never written anywhere.
   */
  Judgement judge(CanonicalRead read) {
    Instant at = read.capturedAt();
    Optional<LandingReason> time = timeProblem(at);
    if (time.isPresent()) {
      return Judgement.of(time.get());
    }
    Optional<Position> position = cameras.at(read.cameraId(), at);
    boolean fixed = position.filter(LandingRulebook::isFixed).isPresent();
    Optional<ProtectedPlace> place = placeOf(read.cameraId(), read.lat(), read.lon(), at);
    if (place.isPresent()) {
      return Judgement.excluded(place.get());
    }
    if (position.isEmpty()) {
      return Judgement.of(
          cameras.knows(read.cameraId())
              ? LandingReason.NOT_DEPLOYED
              : LandingReason.UNREGISTERED_CAMERA);
    }
    if (!fixed && read.lat() == null) {
      return Judgement.of(missingPosition());
    }
    if (!policy().purpose(purpose).allowsSite(position.get().siteType())) {
      return Judgement.of(LandingReason.WRONG_SITE);
    }
    Instant deleteAfter = policy().retention(purpose).expiresAt(at).orElse(null);
    return fixed
        ? Judgement.kept(position.get().lat(), position.get().lon(), deleteAfter)
        : Judgement.kept(read.lat(), read.lon(), deleteAfter);
  }

  /**
   * The protected place that a record without a read comes from, as far as it tells: its words are
   * not kept either. One that states no instant is taken to be of now.
   */
  Optional<ProtectedPlace> protectedPlace(ParsedRead.Defect defect) {
    Instant at = defect.capturedAt() == null ? asOf : defect.capturedAt();
    return placeOf(defect.cameraId(), defect.lat(), defect.lon(), at);
  }

  /** Why a capture at this instant is not taken, whatever the record says otherwise. */
  Optional<LandingReason> timeProblem(Instant at) {
    if (policy().landingRules().isFuture(at, asOf)) {
      return Optional.of(LandingReason.FUTURE);
    }
    if (policy().landingRules().isImplausiblyOld(at, asOf)) {
      return Optional.of(LandingReason.IMPLAUSIBLE_TIME);
    }
    Instant expires = policy().retention(purpose).expiresAt(at).orElse(Instant.MAX);
    if (!expires.isAfter(asOf)) {
      return Optional.of(LandingReason.EXPIRED);
    }
    if (isTooLate(expires)) {
      return Optional.of(LandingReason.EXPIRES_BEFORE_PURGE);
    }
    return closed.contains(LocalDate.ofInstant(at, ZoneOffset.UTC))
        ? Optional.of(LandingReason.CLOSED_DATE)
        : Optional.empty();
  }

  /** When a picture must be gone; empty without a maximum. */
  Optional<Instant> imagesExpire(Instant capturedAt) {
    return policy()
        .recordClass("images")
        .expiresAt(policy().retention(purpose), Optional.of(capturedAt), capturedAt);
  }

  /** Whether what expires then could not be purged in time. */
  boolean isTooLate(Instant expires) {
    return !expires.isAfter(asOf.plus(policy().purgeRules().horizon()));
  }

  /** When a quarantined record must be gone; null without a maximum. */
  Instant quarantineExpires(Optional<Instant> capturedAt) {
    return policy()
        .recordClass("quarantine")
        .expiresAt(policy().retention(purpose), capturedAt, asOf)
        .orElse(null);
  }

  /** Whether the agency's registry has the camera. */
  boolean knowsCamera(String cameraId) {
    return cameras.knows(cameraId);
  }

  private Optional<ProtectedPlace> placeOf(String cameraId, Double lat, Double lon, Instant at) {
    return cameras
        .at(cameraId, at)
        .filter(LandingRulebook::isFixed)
        .flatMap(p -> fence.placeAt(p.lon(), p.lat(), at))
        .or(() -> lat == null ? Optional.empty() : fence.placeAt(lon, lat, at));
  }

  private static boolean isFixed(Position position) {
    return !position.siteType().equals(MOBILE);
  }

  private LandingReason missingPosition() {
    return policy()
            .protectedPlaceRules()
            .map(rules -> rules.missingPosition() == MissingPosition.REFUSE)
            .orElse(false)
        ? LandingReason.POSITION_REQUIRED
        : LandingReason.NO_POSITION;
  }

  private Policy policy() {
    if (policy == null) {
      policy = PolicyReader.read(policyText, "policy in force");
    }
    return policy;
  }
}
