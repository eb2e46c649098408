package io.platelake.app.ledger.purge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.platelake.core.chain.CanonicalJson;
import io.platelake.core.chain.CheckingKey;
import io.platelake.core.chain.HashChain;
import io.platelake.core.chain.Signature;
import io.platelake.lake.table.NamedRow;
import java.util.Optional;

/**
 * The proof of one purge, as its file holds it. {@code hash} is the SHA-256 of {@code prev_hash}, a
 * line feed and the canonical JSON of {@code body}. {@code prev_hash} is the hash of the
 * certificate before, 64 zeros for the first. Anyone can check it without this software.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"seq", "prev_hash", "hash", "body", "signature"})
public record Certificate(
    @JsonProperty(required = true) long seq,
    @JsonProperty(value = "prev_hash", required = true) String prevHash,
    @JsonProperty(required = true) String hash,
    @JsonProperty(required = true) JsonNode body,
    @JsonProperty Signature signature) {
  private static final ObjectMapper BODY = new ObjectMapper();

  public Certificate {
    if (prevHash == null || hash == null || body == null) {
      throw new IllegalArgumentException("a certificate has a hash, the one before it and a body");
    }
  }

  /** From its row of {@code purge_certificates}. */
  static Certificate of(NamedRow row) {
    try {
      return new Certificate(
          row.number("seq"),
          row.text("prev_hash"),
          row.text("hash"),
          BODY.readTree(row.text("body")),
          row.findText("key_id")
              .map(key -> new Signature(key, row.text("signature")))
              .orElse(null));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("certificate " + row.number("seq") + " is no JSON", e);
    }
  }

  /** Certificates made before there were keys, or without one, have none. */
  public Optional<Signature> findSignature() {
    return Optional.ofNullable(signature);
  }

  /** Name of its file. */
  public String fileName() {
    return fileName(seq);
  }

  static String fileName(long seq) {
    return String.format("%06d.json", seq);
  }

  /** What is signed: the number, and the hash that covers all else. */
  static String signedText(long seq, String hash) {
    return "platelake certificate " + seq + " " + hash;
  }

  /** Whether the signature is one by this key. */
  public boolean isSignedBy(CheckingKey key) {
    return signature != null && key.accepts(signedText(seq, hash), signature);
  }

  /** Whether its hash follows from its body and the certificate before. */
  public boolean intact() {
    // A body of an earlier version does not say its number.
    boolean numbered = !body.has("seq") || body.path("seq").asLong() == seq;
    boolean first = seq != 1 || prevHash.equals(HashChain.GENESIS);
    try {
      return numbered && first && HashChain.hash(prevHash, CanonicalJson.write(body)).equals(hash);
    } catch (IllegalArgumentException e) {
      return false; // no hash before it, or a text that has no UTF-8 form
    }
  }
}
