package io.platelake.core.chain;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * An Ed25519 signature (RFC 8032).
 *
 * @param key id of the key, {@link CheckingKey#id}
 * @param value the 64 bytes in Base64
 */
@JsonPropertyOrder({"key", "value"})
public record Signature(
    @JsonProperty(required = true) String key, @JsonProperty(required = true) String value) {

  public Signature {
    if (key == null || value == null) {
      throw new IllegalArgumentException("a signature names its key and has a value");
    }
  }
}
