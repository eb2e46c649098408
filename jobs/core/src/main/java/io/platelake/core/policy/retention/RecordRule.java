package io.platelake.core.policy.retention;

import io.platelake.core.policy.authority.Authority;
import io.platelake.core.yaml.InvalidRule;
import io.platelake.core.yaml.YamlMap;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How long rows of one record class stay. They follow the read they were made from, a limit of
 * their own, or the earlier of both.
 *
 * @param followsReads whether the limit of the read's purpose applies, from its capture
 * @param own a limit of the class itself
 * @param authority where it comes from
 */
public record RecordRule(boolean followsReads, Optional<RetentionRule> own, Authority authority) {

  /** The record classes every policy must rule on; table contracts name these. */
  public static final Set<String> CLASSES =
      Set.of(
          "images",
          "hits",
          "exports",
          "quarantine",
          "hotlists",
          "evidence",
          "access_log",
          "shares",
          "emails",
          "audits");

  public RecordRule {
    if (!followsReads && own.isEmpty()) {
      throw new InvalidRule(
          "follows", "is missing, and a limit too", "Say \"follows: reads\" or give max and clock");
    }
  }

  /**
   * First instant at which a row must be gone: the earliest limit that applies.
   *
   * @param reads the rule for reads of the row's purpose
   * @param capturedAt capture of the read behind the row; empty when that is unknown
   * @param clockStart when the clock of the class's own limit started
   * @return empty when no maximum applies
   */
  public Optional<Instant> expiresAt(
      RetentionRule reads, Optional<Instant> capturedAt, Instant clockStart) {
    Optional<Instant> asRead =
        followsReads ? capturedAt.flatMap(reads::expiresAt) : Optional.empty();
    return Stream.concat(asRead.stream(), own.flatMap(rule -> rule.expiresAt(clockStart)).stream())
        .min(Instant::compareTo);
  }

  public static RecordRule read(YamlMap fields) {
    boolean follows = fields.optionalWord("follows", Followed.class).isPresent();
    boolean limited =
        fields.has("min") || fields.has("max") || fields.has("clock") || fields.has("approval");
    return new RecordRule(
        follows,
        limited ? Optional.of(RetentionRule.read(fields)) : Optional.empty(),
        Authority.of(fields));
  }

  private enum Followed {
    READS
  }
}
