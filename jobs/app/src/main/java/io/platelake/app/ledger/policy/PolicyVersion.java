package io.platelake.app.ledger.policy;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.policy.ChangeTopic;
import io.platelake.core.policy.ParentPolicies;
import io.platelake.core.policy.PolicyChange;
import io.platelake.core.policy.PolicyDiff;
import io.platelake.core.policy.PolicyFile;
import io.platelake.core.policy.PolicyReader;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
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
public record PolicyVersion(
    String version, Instant effectiveFrom, PolicyFile policy, String emergency) {
  public static final List<String> HEADS =
      Arrays.stream(ChangeTopic.values()).map(ChangeTopic::word).toList();

  /** Heads under which this version differs from the one before it; other when under none. */
  public List<String> changesSince(PolicyVersion before) {
    List<String> heads =
        PolicyDiff.between(before.policy, policy).stream()
            .map(PolicyChange::head)
            .distinct()
            .map(ChangeTopic::word)
            .toList();
    return heads.isEmpty() ? List.of(ChangeTopic.OTHER.word()) : heads;
  }

  /** Policies of an agency that took effect by then, the earliest first. */
  public static List<PolicyVersion> effectiveBy(Lake lake, String agency, Instant asOf) {
    return NamedRow.all(
            lake.read(Table.POLICY_VERSIONS)
                .where(col("agency_id").equalTo(agency))
                .where(col("effective_from").leq(Timestamp.from(asOf)))
                .orderBy("effective_from", "adopted_at"))
        .stream()
        .map(
            r ->
                new PolicyVersion(
                    r.text("policy_version"),
                    r.instant("effective_from"),
                    PolicyReader.load(
                        r.text("text"),
                        "policy version " + r.text("policy_version") + " of " + agency,
                        ParentPolicies.NONE),
                    r.findText("emergency").orElse(null)))
        .toList();
  }
}
