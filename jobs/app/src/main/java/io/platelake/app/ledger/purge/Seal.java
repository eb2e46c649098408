package io.platelake.app.ledger.purge;

import io.platelake.core.chain.SigningKey;
import java.util.Optional;

/**
 * What makes a certificate hold against somebody who can write the lake.
 *
 * @param key of the deployment
 * @param anchor outside the lake
 */
public record Seal(Optional<SigningKey> key, Optional<Anchor> anchor) {}
