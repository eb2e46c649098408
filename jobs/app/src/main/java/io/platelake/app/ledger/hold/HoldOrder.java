package io.platelake.app.ledger.hold;

import java.time.Instant;
import java.util.Optional;

/**
 * An order to hold reads.
 *
 * @param id id of the hold
 * @param agency owner of the reads
 * @param kind kind of hold, as the policy names it
 * @param caseRef case it serves
 * @param authority document that orders it
 * @param category offence category, where the policy limits the kind to some
 * @param selector the reads it keeps
 * @param reviewDue when a person must ask whether it is still needed, UTC
 */
public record HoldOrder(
    String id,
    String agency,
    String kind,
    String caseRef,
    String authority,
    Optional<String> category,
    HoldSelector selector,
    Optional<Instant> reviewDue) {}
