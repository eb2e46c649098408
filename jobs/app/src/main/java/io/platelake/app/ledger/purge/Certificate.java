package io.platelake.app.ledger.purge;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import io.platelake.core.chain.CanonicalJson;
import io.platelake.core.chain.HashChain;

/**
 * The proof of one purge, as its file holds it. {@code hash} is the SHA-256 of {@code prev_hash}, a
 * line feed and the canonical JSON of {@code body}. {@code prev_hash} is the hash of the
 * certificate before, 64 zeros for the first. Anyone can check it without this software.
 */
@JsonPropertyOrder({"seq", "prev_hash", "hash", "body"})
public record Certificate(
    @JsonProperty(required = true) long seq,
    @JsonProperty(value = "prev_hash", required = true) String prevHash,
    @JsonProperty(required = true) String hash,
    @JsonProperty(required = true) JsonNode body) {

  /** Whether its hash follows from its body and the certificate before. */
  public boolean intact() {
    // A body of an earlier version does not say its number.
    boolean numbered = !body.has("seq") || body.path("seq").asLong() == seq;
    boolean first = seq != 1 || prevHash.equals(HashChain.GENESIS);
    return numbered && first && HashChain.hash(prevHash, CanonicalJson.write(body)).equals(hash);
  }
}
