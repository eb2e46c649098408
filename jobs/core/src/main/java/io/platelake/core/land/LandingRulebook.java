package io.platelake.core.land;

import io.platelake.core.feed.CanonicalRead;
import io.platelake.core.feed.ParsedRead;
import io.platelake.core.mapping.MappedField;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyReader;
import io.platelake.core.policy.collection.MissingPosition;
import io.platelake.core.zone.Geofence;
import io.platelake.core.zone.ProtectedPlace;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that judge every record of a batch. It travels to other processes as the text of the
 * policy, which is read again there.
 */
public final class LandingRulebook implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Set<MappedField> POSITION = Set.of(MappedField.LAT, MappedField.LON);

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
  public LandingRulebook(
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
   * Judges a read by the first of these that applies:
   *
   * <ol>
   *   <li>its instant is in the future, too old, past its limit, or of a closed date: refused;
   *   <li>it was taken at a protected place: excluded, so that it is never written anywhere, in
   *       quarantine neither;
   *   <li>its camera is unknown, or was not deployed then: quarantined;
   *   <li>its camera moves and it has no position: quarantined or refused, as the policy says;
   *   <li>its camera is at a site that the purpose does not allow: quarantined;
   *   <li>else it is kept, at the place of a fixed camera or at its own.
   * </ol>
   */
  public Judgement judge(CanonicalRead read) {
    return judge(new ParsedRead.Read(read, List.of()));
  }

  /** Like {@link #judge(CanonicalRead)}; it says why a camera that moves has no position. */
  public Judgement judge(ParsedRead.Read understood) {
    CanonicalRead read = understood.read();
    Instant at = read.capturedAt();
    Optional<LandingReason> time = timeProblem(at);
    if (time.isPresent()) {
      return new Judgement.Rejected(time.get());
    }
    Optional<Deployment> found = cameras.findAt(read.cameraId(), at);
    Optional<ProtectedPlace> place = placeOf(found, read.lat(), read.lon(), at);
    if (place.isPresent()) {
      return new Judgement.Excluded(place.get());
    }
    if (found.isEmpty()) {
      return new Judgement.Rejected(
          cameras.knows(read.cameraId())
              ? LandingReason.NOT_DEPLOYED
              : LandingReason.UNREGISTERED_CAMERA);
    }
    Deployment camera = found.get();
    if (!camera.isFixed() && read.lat() == null) {
      boolean bad = !Collections.disjoint(understood.unknown(), POSITION);
      return new Judgement.Rejected(bad ? LandingReason.BAD_POSITION : missingPosition());
    }
    if (!policy().purpose(purpose).allowsSite(camera.siteType())) {
      return new Judgement.Rejected(LandingReason.WRONG_SITE);
    }
    Optional<Instant> deleteAfter = policy().retention(purpose).expiresAt(at);
    return camera.isFixed()
        ? new Judgement.Kept(camera.lat(), camera.lon(), deleteAfter)
        : new Judgement.Kept(read.lat(), read.lon(), deleteAfter);
  }

  /**
   * The protected place that a damaged record comes from, as far as its fields tell; such a record
   * is not kept either. A record without an instant counts as captured now.
   */
  public Optional<ProtectedPlace> protectedPlace(ParsedRead.Defect defect) {
    Instant at = defect.capturedAt() == null ? asOf : defect.capturedAt();
    return placeOf(cameras.findAt(defect.cameraId(), at), defect.lat(), defect.lon(), at);
  }

  /** Why landing refuses every capture of this instant, if it does. */
  public Optional<LandingReason> timeProblem(Instant at) {
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
  public Optional<Instant> imagesExpire(Instant capturedAt) {
    return policy()
        .recordClass("images")
        .expiresAt(policy().retention(purpose), Optional.of(capturedAt), capturedAt);
  }

  /** Whether the next purge could not finish before a row that expires then. */
  public boolean isTooLate(Instant expires) {
    return !expires.isAfter(asOf.plus(policy().purgeRules().horizon()));
  }

  /** When a quarantined record must be gone; empty without a maximum. */
  public Optional<Instant> quarantineExpires(Optional<Instant> capturedAt) {
    return policy()
        .recordClass("quarantine")
        .expiresAt(policy().retention(purpose), capturedAt, asOf);
  }

  /** Whether the agency's registry has the camera. */
  public boolean knowsCamera(String cameraId) {
    return cameras.knows(cameraId);
  }

  private Optional<ProtectedPlace> placeOf(
      Optional<Deployment> camera, Double lat, Double lon, Instant at) {
    return camera
        .filter(Deployment::isFixed)
        .flatMap(p -> fence.placeAt(p.lon(), p.lat(), at))
        .or(() -> lat == null ? Optional.empty() : fence.placeAt(lon, lat, at));
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
