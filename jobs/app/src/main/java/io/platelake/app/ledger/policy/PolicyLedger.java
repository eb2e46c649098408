package io.platelake.app.ledger.policy;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.job.Sha256;
import io.platelake.core.Refusal;
import io.platelake.core.policy.PolicyReader;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

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
    Timestamp adopted = Timestamp.from(a.adoptedAt());
    lake.append(
        Table.POLICY_VERSIONS,
        List.of(
            RowFactory.create(
                a.agency(),
                a.policyId(),
                a.version(),
                Timestamp.from(a.effectiveFrom()),
                adopted,
                adopted,
                a.noticedAt().map(Timestamp::from).orElse(null),
                a.commentsUntil().map(Timestamp::from).orElse(null),
                a.emergency().orElse(null),
                a.principal(),
                a.text())),
        new CommitKey("adopt:" + a.agency() + ":" + a.version() + ":" + a.effectiveFrom(), 0));
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
          "Agency " + agency,
          "no policy is in force at " + asOf,
          "Adopt one with: platelake policy adopt --agency " + agency + " --policy FILE");
    }
    return adopted;
  }

  /** The policies in force, by agency. */
  public static Map<String, PolicyInForce> all(Lake lake, Instant asOf) {
    Map<String, PolicyInForce> byAgency = new TreeMap<>();
    List<Row> rows =
        lake.read(Table.POLICY_VERSIONS)
            .where(col("effective_from").leq(Timestamp.from(asOf)))
            .orderBy("effective_from", "adopted_at")
            .select("agency_id", "policy_version", "policy_id", "text")
            .collectAsList();
    for (Row row : rows) {
      String agency = row.getString(0);
      byAgency.put(
          agency,
          new PolicyInForce(
              agency,
              row.getString(1),
              PolicyReader.read(row.getString(3), "policy " + row.getString(2) + " of " + agency),
              row.getString(3)));
    }
    return byAgency;
  }
}
