package io.platelake.core.share;

import java.util.Objects;
import java.util.Optional;

/**
 * Who has done what about a request so far, by person and not by account.
 *
 * @param recordedBy who recorded it
 * @param verifiedBy who verified it; empty if nobody has
 * @param approvedBy who approved it; empty if nobody has
 */
public record ShareSteps(
    String recordedBy, Optional<String> verifiedBy, Optional<String> approvedBy) {
  public ShareSteps {
    Objects.requireNonNull(recordedBy, "recordedBy");
    Objects.requireNonNull(verifiedBy, "verifiedBy");
    Objects.requireNonNull(approvedBy, "approvedBy");
  }
}
