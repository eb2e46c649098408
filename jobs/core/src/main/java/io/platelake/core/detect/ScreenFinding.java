package io.platelake.core.detect;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.policy.governance.Detector;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A candidate for a review: what a detector saw in one search or in several together.
 *
 * @param id the same for the same detector and searches
 * @param searches ids of the searches, by time
 * @param account who searched; empty where that is hidden, or several did
 * @param from first of the searches, UTC
 * @param to last of them, UTC
 * @param measure what was counted; 1 where one search is enough
 * @param authority where the rule comes from
 */
public record ScreenFinding(
    String id,
    Detector detector,
    List<String> searches,
    Optional<String> account,
    Instant from,
    Instant to,
    long measure,
    Authority authority) {
  public ScreenFinding {
    searches = List.copyOf(searches);
    if (searches.isEmpty()) {
      throw new IllegalArgumentException("a finding is about a search at least");
    }
  }

  /** A finding about searches in order of time. */
  static ScreenFinding of(
      Detector detector, List<ScreenedSearch> searches, long measure, Authority authority) {
    List<String> ids = searches.stream().map(ScreenedSearch::id).toList();
    List<String> accounts =
        searches.stream().map(s -> s.account().text()).distinct().limit(2).toList();
    return new ScreenFinding(
        digest(detector.label() + "\n" + String.join("\n", ids)),
        detector,
        ids,
        accounts.size() == 1 && !accounts.get(0).isEmpty()
            ? Optional.of(accounts.get(0))
            : Optional.empty(),
        searches.get(0).at(),
        searches.get(searches.size() - 1).at(),
        measure,
        authority);
  }

  /** A finding about one event of another log. */
  static ScreenFinding of(
      Detector detector, String event, Instant at, SeenCell account, Authority authority) {
    return new ScreenFinding(
        digest(detector.label() + "\n" + event),
        detector,
        List.of(event),
        account.isValue() ? Optional.of(account.text()) : Optional.empty(),
        at,
        at,
        1,
        authority);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, 24);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
