package io.platelake.lake.proof;

import java.time.Instant;
import java.util.Optional;

/**
 * The oldest capture time a row may still have: rows before {@code notBefore} must be gone.
 *
 * @param agencyId the agency it is for; empty for every agency of the purpose without its own
 * @param purpose partition value {@code purpose}
 * @param notBefore first instant that may stay
 */
public record CutOff(Optional<String> agencyId, String purpose, Instant notBefore) {

  public static CutOff forPurpose(String purpose, Instant notBefore) {
    return new CutOff(Optional.empty(), purpose, notBefore);
  }

  public static CutOff forAgency(String agencyId, String purpose, Instant notBefore) {
    return new CutOff(Optional.of(agencyId), purpose, notBefore);
  }
}
