package io.platelake.app.ledger.policy;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.job.Sha256;
import io.platelake.core.Refusal;
import io.platelake.core.policy.PolicyReader;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adoptions, as rows of {@code policy_versions}: the text that was in force can always be read
 * again.
 */
public final class PolicyLedger {
  private PolicyLedger() {}

  /** The version a text has. */
  public static String version(String text) {
    return Sha256.of(text).substring(0, 16);
  }

  /** Records an adoption; recording it again changes nothing. */
  public static void record(Lake lake, Adoption a) {
    lake.append(
        Table.POLICY_VERSIONS,
        List.of(
            lake.newRow(Table.POLICY_VERSIONS)
                .with("agency_id", a.agency())
                .with("policy_id", a.policyId())
                .with("policy_version", a.version())
                .with("effective_from", a.effectiveFrom())
                .with("adopted_at", a.adoptedAt())
                .with("reviewed_at", a.adoptedAt())
                .with("noticed_at", a.noticedAt())
                .with("comments_until", a.commentsUntil())
                .with("emergency", a.emergency())
                .with("principal", a.principal())
                .with("text", a.text())
                .row()),
        new CommitKey("adopt:" + a.agency() + ":" + a.version() + ":" + a.effectiveFrom(), 0));
  }

  /** Records that the policy in force was reviewed and not changed. */
  public static void review(
      Lake lake, PolicyInForce policy, Instant at, String document, String principal) {
    lake.append(
        Table.POLICY_REVIEWS,
        List.of(
            lake.newRow(Table.POLICY_REVIEWS)
                .with("agency_id", policy.agency())
                .with("policy_version", policy.version())
                .with("reviewed_at", at)
                .with("document", document)
                .with("principal", principal)
                .row()),
        new CommitKey("review:" + policy.agency() + ":" + at, 0));
  }

  /**
   * The policy in force for an agency.
   *
   * @throws Refusal if it has none: nothing may be done for an agency without a policy
   */
  public static PolicyInForce inForce(Lake lake, String agency, Instant asOf) {
    PolicyInForce adopted = all(lake, asOf).get(agency);
    if (adopted == null) {
      throw new Refusal(
          "Agency " + agency, "no policy is in force at " + asOf, remedy(lake, agency));
    }
    return adopted;
  }

  /** A wrong id or a wrong time is likelier than an agency that has not begun. */
  private static String remedy(Lake lake, String agency) {
    Map<String, Instant> first = firstInForce(lake);
    if (first.containsKey(agency)) {
      return "Its first policy is in force from " + first.get(agency) + ": correct --as-of.";
    }
    return "Correct the id: this lake has "
        + (first.isEmpty() ? "no agency" : String.join(", ", first.keySet()))
        + ". A new agency starts with: platelake init --agency "
        + agency
        + " --policy FILE";
  }

  /** Since when each agency has had a policy. */
  public static Map<String, Instant> firstInForce(Lake lake) {
    Map<String, Instant> first = new TreeMap<>();
    NamedRow.all(lake.ledger(Table.POLICY_VERSIONS).select("agency_id", "effective_from"))
        .forEach(
            row ->
                first.merge(
                    row.text("agency_id"),
                    row.instant("effective_from"),
                    (one, other) -> one.isBefore(other) ? one : other));
    return first;
  }

  /** The policies in force, by agency. */
  public static Map<String, PolicyInForce> all(Lake lake, Instant asOf) {
    Map<String, PolicyInForce> byAgency = new TreeMap<>();
    List<NamedRow> rows =
        NamedRow.all(
            lake.ledger(Table.POLICY_VERSIONS)
                .where(col("effective_from").leq(Timestamp.from(asOf)))
                .orderBy("effective_from", "adopted_at")
                .select("agency_id", "policy_version", "policy_id", "text"));
    for (NamedRow row : rows) {
      String agency = row.text("agency_id");
      String text = row.text("text");
      byAgency.put(
          agency,
          new PolicyInForce(
              agency,
              row.text("policy_version"),
              PolicyReader.read(text, "policy " + row.text("policy_id") + " of " + agency),
              text));
    }
    return byAgency;
  }
}
