package io.platelake.lake.proof;

import io.platelake.lake.proof.files.CaptureTimes;
import java.time.Instant;
import java.util.Optional;

/**
 * The oldest time that a row may still have: rows before {@code notBefore} must be gone.
 *
 * @param agencyId the agency it is for; empty for every agency of the purpose without its own
 * @param purpose partition value {@code purpose}
 * @param notBefore first instant that may stay
 * @param column the time it is about, {@code captured_at} or {@code landed_at}
 */
public record CutOff(Optional<String> agencyId, String purpose, Instant notBefore, String column) {

  /** By the time of capture. */
  public CutOff(Optional<String> agencyId, String purpose, Instant notBefore) {
    this(agencyId, purpose, notBefore, CaptureTimes.TIME);
  }

  public static CutOff forPurpose(String purpose, Instant notBefore) {
    return new CutOff(Optional.empty(), purpose, notBefore);
  }

  public static CutOff forAgency(String agencyId, String purpose, Instant notBefore) {
    return new CutOff(Optional.of(agencyId), purpose, notBefore);
  }

  /** The same limit, of another time of the row. */
  public CutOff by(String time) {
    return new CutOff(agencyId, purpose, notBefore, time);
  }
}
