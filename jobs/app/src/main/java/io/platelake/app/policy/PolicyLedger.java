package io.platelake.app.policy;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.cli.JobContext;
import io.platelake.app.cli.Sha256;
import io.platelake.core.Refusal;
import io.platelake.core.policy.Looser;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyFile;
import io.platelake.core.policy.PolicyReader;
import io.platelake.lake.CommitKey;
import io.platelake.lake.Lake;
import io.platelake.lake.contract.Table;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Adoptions, as rows of {@code policy_versions}: the text that was in force can always be read
 * again.
 */
public final class PolicyLedger {
  private PolicyLedger() {}

  /**
   * What became of an adoption.
   *
   * @param isNew false when the same words were in force at that instant already
   */
  public record Recorded(String agency, String version, Instant effectiveFrom, boolean isNew) {
    /** For people. */
    public String sentence(PolicyFile file) {
      return "Agency "
          + agency
          + (isNew ? " is under policy " : " stays under policy ")
          + file.rules().id()
          + ", version "
          + version
          + ", from "
          + effectiveFrom
          + ".";
    }
  }

  /** The version a text has. */
  public static String version(String text) {
    return Sha256.of(text).substring(0, 16);
  }

  /** Refuses a policy that leaves a value open or is looser than its state. */
  public static void refuseUnlessAdoptable(PolicyFile file) {
    Policy rules = file.activatable();
    List<Looser> broken =
        ShippedPolicies.bounds(rules.jurisdiction()).map(b -> b.check(file)).orElse(List.of());
    if (!broken.isEmpty()) {
      throw new Refusal(
          broken.get(0).place() + ", " + broken.get(0).path(),
          broken.get(0).why() + " (" + broken.get(0).authority() + ")",
          broken.get(0).remedy()
              + (broken.size() == 1
                  ? ""
                  : "; policy validate lists " + (broken.size() - 1) + " more"));
    }
  }

  /**
   * Checks that an agency may adopt a policy, on a lake that need not exist yet; nothing is
   * written.
   *
   * @throws Refusal if the policy cannot be adopted, or not in this way
   */
  public static Supplier<Recorded> prepare(
      JobContext job, AdoptionOptions options, PolicyFile file) {
    refuseUnlessAdoptable(file);
    Adoption a = options.adoption(file, job);
    Optional<Adopted> current =
        job.lake().exists()
            ? Optional.ofNullable(all(job.lake(), a.effectiveFrom()).get(a.agency()))
            : Optional.empty();
    boolean isNew = current.map(c -> !c.version().equals(a.version())).orElse(true);
    if (isNew) {
      ChangeGate.check(a, current.map(Adopted::policy), file.rules());
      current.ifPresent(c -> Unruled.refuse(job.lake(), c, file.rules()));
    }
    return () -> {
      if (isNew) {
        record(job.lake(), a);
      }
      return new Recorded(a.agency(), a.version(), a.effectiveFrom(), isNew);
    };
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
  public static Adopted inForce(Lake lake, String agency, Instant asOf) {
    Adopted adopted = all(lake, asOf).get(agency);
    if (adopted == null) {
      throw new Refusal(
          "Agency " + agency,
          "no policy is in force at " + asOf,
          "Adopt one with: platelake policy adopt --agency " + agency + " --policy FILE");
    }
    return adopted;
  }

  /** The policies in force, by agency. */
  public static Map<String, Adopted> all(Lake lake, Instant asOf) {
    Map<String, Adopted> byAgency = new TreeMap<>();
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
          new Adopted(
              agency,
              row.getString(1),
              PolicyReader.read(row.getString(3), "policy " + row.getString(2) + " of " + agency),
              row.getString(3)));
    }
    return byAgency;
  }
}
