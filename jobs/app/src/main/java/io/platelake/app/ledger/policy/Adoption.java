package io.platelake.app.ledger.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * A policy as an agency adopts it.
 *
 * @param agency agency id
 * @param policyId name of the policy
 * @param text its words, complete
 * @param effectiveFrom first instant it is in force, UTC
 * @param adoptedAt now of the adoption, UTC
 * @param noticedAt when the public was informed; empty when it was not
 * @param commentsUntil until when the public could comment; empty when it could not
 * @param emergency why it does without the notice that is asked for; empty for the ordinary way
 * @param principal who records it
 */
public record Adoption(
    String agency,
    String policyId,
    String text,
    Instant effectiveFrom,
    Instant adoptedAt,
    Optional<Instant> noticedAt,
    Optional<Instant> commentsUntil,
    Optional<String> emergency,
    String principal) {

  /** The first policy of an agency, in force at once. */
  public static Adoption first(
      String agency, String policyId, String text, Instant at, String principal) {
    return new Adoption(
        agency,
        policyId,
        text,
        at,
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        principal);
  }

  /** First 16 characters of the SHA-256 of the text. */
  public String version() {
    return PolicyLedger.version(text);
  }
}
