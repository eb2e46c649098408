package io.platelake.core.detect;

import java.time.Instant;
import java.util.Objects;

/**
 * A change of who may see the agency's data, as an event log of a vendor dates it.
 *
 * @param id key of the event in its log
 * @param at instant of the change, UTC
 * @param account who changed it, as the log names the account; hidden where it does not
 * @param organisation who gets or loses access, as the log names it
 * @param isGrant whether access is given or widened; taken away otherwise
 */
public record SharingChange(
    String id, Instant at, SeenCell account, String organisation, boolean isGrant) {
  public SharingChange {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(organisation, "organisation");
  }
}
