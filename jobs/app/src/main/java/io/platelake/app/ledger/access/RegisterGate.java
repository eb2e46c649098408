package io.platelake.app.ledger.access;

import io.platelake.app.job.Claim;
import io.platelake.app.job.Gate;
import io.platelake.app.job.Standing;
import io.platelake.core.access.AccessRegisters;
import io.platelake.core.access.AccountSpan;
import io.platelake.core.access.AttestedPlace;
import io.platelake.core.register.RegisterHistory;
import io.platelake.lake.table.Lake;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the registered account that runs a command. A lake without a register of users takes every
 * name at its word, as it always did.
 *
 * <p>An account is judged as it is at the now of the run, or at the last load of its register if
 * that is later: an earlier {@code --as-of} brings no leaver back.
 */
public final class RegisterGate implements Gate {
  @Override
  public Standing identify(Lake lake, Claim claim, Instant asOf) {
    String said = claim.named().orElse(claim.osUser());
    if (RegisterLedger.isEmpty(lake)) {
      return Standing.stated(said);
    }
    Map<String, RegisterHistory> users =
        RegisterLedger.histories(lake, RegisterLedger.USERS, Instant.MAX);
    if (users.isEmpty()) {
      return Standing.stated(said);
    }
    Instant at =
        users.values().stream()
            .flatMap(history -> history.lastRecorded().stream())
            .filter(last -> last.isAfter(asOf))
            .max(Comparator.naturalOrder())
            .orElse(asOf);
    Map<String, AccessRegisters> registered = new TreeMap<>();
    users.forEach(
        (agency, history) ->
            registered.put(
                agency, new AccessRegisters(Map.of(RegisterLedger.USERS, history), Map.of())));
    Identity identity = new Principals(lake, registered, at).identify(claim);
    return new RegisteredStanding(lake, identity, registered, at);
  }

  /**
   * An account, and what speaks for it.
   *
   * @param agency whose register has it
   * @param attestedBy {@code os}, {@code airflow} or {@code token}
   * @param place from where, as a token attests it
   */
  record Identity(String agency, AccountSpan account, String attestedBy, AttestedPlace place) {}
}
