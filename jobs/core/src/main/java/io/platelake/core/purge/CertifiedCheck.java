package io.platelake.core.purge;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a purge certificate says of the check that it certifies.
 *
 * @param seq number of the certificate
 * @param plan digest of the plan
 * @param asOf now of the check, UTC
 * @param clean nothing was found
 * @param searched plates were searched for, beside what every check looks at
 * @param covers numbers of earlier certificates whose found plates were searched for again
 */
public record CertifiedCheck(
    long seq, String plan, Instant asOf, boolean clean, boolean searched, Set<Long> covers) {
  public CertifiedCheck {
    covers = Set.copyOf(covers);
  }

  /** From the body of a certificate; what it does not say counts as said to no use. */
  public static CertifiedCheck of(long seq, JsonNode body) {
    Set<Long> covers = new TreeSet<>();
    body.path("search").path("covers").forEach(number -> covers.add(number.asLong()));
    return new CertifiedCheck(
        seq,
        body.path("plan_digest").asText(),
        instant(body.path("as_of").asText()),
        body.path("outcome").asText().equals("clean"),
        body.has("search"),
        covers);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return Instant.MIN;
    }
  }
}
