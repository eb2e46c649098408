package io.platelake.core.detect;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A logged search as the detectors see it, of whatever log.
 *
 * @param id key of the row in its log
 * @param kind search, export or an alert that was opened
 * @param at instant of the search, UTC
 * @param account login in lower case; hidden where the log does not show it
 * @param organisation who searched, as the log names it; empty for the agency itself, {@link
 *     #HIDDEN_BODY} where it is masked
 * @param plate keyed token of the plate that was asked for
 * @param reason stated reason, purpose or offence
 * @param caseNumber stated case, incident or call number
 * @param type kind of search in the words of the log, in lower case; empty where it says nothing
 * @param networks networks that were searched; -1 where the log does not say
 * @param from first instant that was asked for, UTC
 * @param device device or address; only a log of one's own has it
 * @param share id of the record of the share; of an export only
 */
public record ScreenedSearch(
    String id,
    Kind kind,
    Instant at,
    SeenCell account,
    String organisation,
    SeenCell plate,
    SeenCell reason,
    SeenCell caseNumber,
    String type,
    int networks,
    Optional<Instant> from,
    Optional<String> device,
    Optional<String> share) {

  /** The organisation where the log hides it. */
  public static final String HIDDEN_BODY = "(hidden)";

  /** What was done. */
  public enum Kind {
    SEARCH,
    EXPORT,
    ALERT
  }

  public ScreenedSearch {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(organisation, "organisation");
    Objects.requireNonNull(plate, "plate");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(caseNumber, "caseNumber");
    Objects.requireNonNull(type, "type");
  }

  /** Whether somebody of the agency itself searched. */
  public boolean isOwn() {
    return organisation.isEmpty();
  }
}
