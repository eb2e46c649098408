package io.platelake.app.policy;

import io.platelake.app.cli.Sha256;
import io.platelake.core.Refusal;
import io.platelake.core.policy.PolicyReader;
import io.platelake.lake.CommitKey;
import io.platelake.lake.Lake;
import io.platelake.lake.contract.Table;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

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

  /** Records that an agency adopted a policy; adopting the same text again changes nothing. */
  public static void adopt(
      Lake lake, String agency, String policyId, String text, Instant asOf, String principal) {
    Timestamp at = Timestamp.from(asOf);
    lake.append(
        Table.POLICY_VERSIONS,
        List.of(RowFactory.create(agency, policyId, version(text), at, at, at, principal, text)),
        new CommitKey("adopt:" + agency + ":" + version(text), 0));
  }

  /**
   * The policy in force for an agency.
   *
   * @throws Refusal if it has none: nothing may be done for an agency without a policy
   */
  public static Adopted inForce(Lake lake, String agency, Instant asOf) {
    Adopted adopted = all(lake, asOf).get(agency);
    if (adopted == null) {
      throw new Refusal(
          "Agency " + agency,
          "no policy is in force at " + asOf,
          "Adopt one with: platelake init --agency " + agency + " --policy FILE");
    }
    return adopted;
  }

  /** The policies in force, by agency. */
  public static Map<String, Adopted> all(Lake lake, Instant asOf) {
    Map<String, Adopted> byAgency = new TreeMap<>();
    List<Row> rows =
        lake.read(Table.POLICY_VERSIONS)
            .where(functions.col("effective_from").leq(Timestamp.from(asOf)))
            .orderBy("effective_from")
            .select("agency_id", "policy_version", "policy_id", "text")
            .collectAsList();
    for (Row row : rows) {
      String agency = row.getString(0);
      byAgency.put(
          agency,
          new Adopted(
              agency,
              row.getString(1),
              PolicyReader.read(row.getString(3), "policy " + row.getString(2) + " of " + agency),
              row.getString(3)));
    }
    return byAgency;
  }
}
