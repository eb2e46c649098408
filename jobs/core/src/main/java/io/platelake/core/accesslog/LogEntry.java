package io.platelake.core.accesslog;

import io.platelake.core.access.PurposeStatement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a row of the access log says, before it has its place in the chain.
 *
 * @param searchId id that the rows of one look share
 * @param at now of the run, UTC
 * @param command command of the platform
 * @param kind search, export, share or audit
 * @param purpose purpose of the policy whose reads are asked for; empty for audits
 * @param statement what the person stated
 * @param legalBasis warrant, subpoena, consent or none; empty where nothing is said
 * @param query what was asked; empty in a row that asks nothing
 * @param decision of an intent
 * @param outcome of an outcome
 * @param policyVersion policy that decided
 * @param requestDigest keyed digest of the request
 * @param keyId id of the key of tokens and digest
 * @param note of a destroyed or audit row: what went, or what was read
 */
public record LogEntry(
    AccessEvent event,
    String searchId,
    Instant at,
    Asker asker,
    String command,
    String kind,
    Optional<String> purpose,
    PurposeStatement statement,
    Optional<String> legalBasis,
    Optional<LoggedQuery> query,
    Optional<Decided> decision,
    Optional<LoggedOutcome> outcome,
    Optional<String> policyVersion,
    Optional<String> requestDigest,
    Optional<String> keyId,
    Optional<String> note) {

  /**
   * The decision.
   *
   * @param denials every reason against, with its clause; empty when it is allowed
   */
  public record Decided(List<String> denials) {
    public Decided {
      denials = List.copyOf(denials);
    }

    public boolean isAllowed() {
      return denials.isEmpty();
    }
  }

  public LogEntry {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(searchId, "searchId");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(asker, "asker");
    Objects.requireNonNull(statement, "statement");
    if ((event == AccessEvent.INTENT) != decision.isPresent()) {
      throw new IllegalArgumentException("an intent has a decision, and nothing else has");
    }
    if ((event == AccessEvent.OUTCOME) != outcome.isPresent()) {
      throw new IllegalArgumentException("an outcome says what came of a look");
    }
  }

  /** The row after the look that this intent announces. */
  public LogEntry ended(LoggedOutcome ended) {
    if (event != AccessEvent.INTENT || !decision.orElseThrow().isAllowed()) {
      throw new IllegalStateException("only a look that was allowed has an outcome");
    }
    return new LogEntry(
        AccessEvent.OUTCOME,
        searchId,
        at,
        asker,
        command,
        kind,
        purpose,
        PurposeStatement.EMPTY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(ended),
        policyVersion,
        requestDigest,
        keyId,
        Optional.empty());
  }

  /** A row about the log itself: it was read, tested or purged. */
  public static LogEntry ofAudit(
      AccessEvent event,
      String id,
      Instant at,
      Asker asker,
      String command,
      PurposeStatement statement,
      Optional<LoggedQuery> query,
      Optional<String> keyId,
      String note) {
    return new LogEntry(
        event,
        id,
        at,
        asker,
        command,
        "audit",
        Optional.empty(),
        statement,
        Optional.empty(),
        query,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        keyId,
        Optional.of(note));
  }
}
