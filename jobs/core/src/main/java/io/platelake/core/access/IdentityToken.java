package io.platelake.core.access;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.chain.CanonicalJson;
import io.platelake.core.chain.CheckingKey;
import io.platelake.core.chain.Signature;
import io.platelake.core.chain.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Says who asks, signed with Ed25519 by a service that has logged the person in. The text is JSON:
 * {@code token} with {@code subject}, {@code issued}, {@code expires}, {@code second_factor} and
 * {@code device}, and {@code signature} with {@code key} and {@code value} over the canonical JSON
 * of {@code token}.
 *
 * @param subject account, in lower case
 * @param issued when it was signed, UTC
 * @param expires first instant at which it counts no more, UTC; a day later at most
 * @param place from where, as the service attests it
 */
public record IdentityToken(String subject, Instant issued, Instant expires, AttestedPlace place) {
  /** A person logs in again at least once a day. */
  public static final Duration LONGEST = Duration.ofHours(24);

  private static final String WHAT = "--token";
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  public IdentityToken {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(place, "place");
    if (!issued.isBefore(expires) || Duration.between(issued, expires).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a token lasts at most a day");
    }
  }

  /** The text of a token, signed. */
  public String signedBy(SigningKey key) {
    ObjectNode token = JSON.createObjectNode();
    token
        .put("subject", subject)
        .put("issued", issued.toString())
        .put("expires", expires.toString());
    token.put("second_factor", place.secondFactor());
    place.device().ifPresent(device -> token.put("device", device));
    Signature signature = key.sign(CanonicalJson.write(token));
    ObjectNode whole = JSON.createObjectNode();
    whole.set("token", token);
    whole.set("signature", JSON.valueToTree(signature));
    return whole.toString();
  }

  /**
   * @param trusted keys that are believed, by their id
   * @param clock wall clock, UTC
   * @throws BadInput if it is no token
   * @throws Refusal if its signature is not of a trusted key, or it is not its time
   */
  public static IdentityToken read(String text, Map<String, CheckingKey> trusted, Instant clock) {
    JsonNode whole = tree(text);
    JsonNode token = whole.path("token");
    Signature signature =
        new Signature(
            whole.path("signature").path("key").asText(),
            whole.path("signature").path("value").asText());
    CheckingKey key = trusted.get(signature.key());
    if (key == null || !key.accepts(CanonicalJson.write(token), signature)) {
      throw new Refusal(
          WHAT, "no registered key has signed it", "Log in again, or register the signing key.");
    }
    IdentityToken read = of(token);
    if (clock.isBefore(read.issued) || !clock.isBefore(read.expires)) {
      throw new Refusal(
          WHAT,
          "it counts from " + read.issued + " to " + read.expires + ", and the clock says " + clock,
          "Log in again.");
    }
    return read;
  }

  private static JsonNode tree(String text) {
    try {
      JsonNode whole = JSON.readTree(text);
      if (whole != null && whole.path("token").isObject() && whole.path("signature").isObject()) {
        return whole;
      }
    } catch (JsonProcessingException e) {
      throw new BadInput(WHAT, "it is not JSON", "Give the file as the service wrote it.");
    }
    throw new BadInput(WHAT, "it is no signed token", "Give the file as the service wrote it.");
  }

  private static IdentityToken of(JsonNode token) {
    try {
      String device = token.path("device").asText("");
      return new IdentityToken(
          token.path("subject").asText().toLowerCase(java.util.Locale.ROOT),
          Instant.parse(token.path("issued").asText()),
          Instant.parse(token.path("expires").asText()),
          new AttestedPlace(
              device.isEmpty() ? Optional.empty() : Optional.of(device),
              token.path("second_factor").asBoolean(false)));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new BadInput(
          WHAT, "its times are no instants within a day", "Let the service sign it anew.");
    }
  }
}
