package io.platelake.app.report;

import io.platelake.core.policy.ChangeTopic;
import io.platelake.core.policy.PolicyChange;
import io.platelake.core.policy.PolicyDiff;
import io.platelake.core.policy.PolicyFile;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A policy as adopted.
 *
 * @param version first 16 characters of the SHA-256 of its text
 * @param effectiveFrom UTC
 * @param policy its rules
 * @param emergency why it took effect without notice; null for the ordinary way
 */
record PolicyVersion(String version, Instant effectiveFrom, PolicyFile policy, String emergency) {
  static final List<String> HEADS =
      Arrays.stream(ChangeTopic.values()).map(ChangeTopic::word).toList();

  /** Heads under which this version differs from the one before it; other when under none. */
  List<String> changesSince(PolicyVersion before) {
    List<String> heads =
        PolicyDiff.between(before.policy, policy).stream()
            .map(PolicyChange::head)
            .distinct()
            .map(ChangeTopic::word)
            .toList();
    return heads.isEmpty() ? List.of(ChangeTopic.OTHER.word()) : heads;
  }
}
