package io.platelake.core.policy;

import io.platelake.core.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The policy of one agency, read from a file by {@link PolicyReader}. Immutable; every rule carries
 * its {@link Authority}. Jobs take every number from here.
 *
 * <p>Components are the sections of the file in its order. The lookup methods refuse a name that
 * the policy does not rule on: what is not allowed by name is not done.
 *
 * @param id name of the policy, the same over its versions
 * @param version label of this version, set by the agency
 * @param title name for people
 * @param agencyKind kind of agency it is written for
 * @param jurisdiction ISO 3166-2 code of the state
 * @param statute the law it implements
 * @param purposes what readers may be used for, by purpose
 * @param retention limits of reads, by purpose; one for every purpose
 * @param records limits of everything else, by record class; one for every class
 * @param holds reasons to keep reads longer, by kind of hold
 * @param purgeRules schedule and guards of the purge
 * @param landingRules capture times that cannot be true
 * @param hotlists hot lists that may be used, by purpose
 * @param alerts hits that may become alerts, by purpose; for alerting purposes only
 * @param matchingRules what counts as an equivalent plate
 * @param protectedPlaceRules where nothing may be collected
 * @param researchRules what a research release needs
 * @param sharingRules how data may leave
 * @param reportRules the annual report
 * @param auditRules internal audits
 * @param trainingRules training of users
 * @param reviewRule review of the policy itself
 */
public record Policy(
    String id,
    String version,
    String title,
    String agencyKind,
    String jurisdiction,
    String statute,
    Map<String, PurposeRule> purposes,
    Map<String, RetentionRule> retention,
    Map<String, RecordRule> records,
    Map<String, HoldRule> holds,
    PurgeRules purgeRules,
    LandingRules landingRules,
    Map<String, HotlistRules> hotlists,
    Map<String, AlertRules> alerts,
    MatchingRules matchingRules,
    ProtectedPlaceRules protectedPlaceRules,
    ResearchRules researchRules,
    SharingRules sharingRules,
    ReportRules reportRules,
    AuditRules auditRules,
    TrainingRules trainingRules,
    ReviewRule reviewRule) {

  /**
   * Checks the rules against each other.
   *
   * @throws InvalidRule if two rules contradict each other
   */
  public Policy {
    PolicyChecks.purposes(purposes.keySet(), retention.keySet(), holds, hotlists.keySet());
    PolicyChecks.records(records.keySet());
    PolicyChecks.alerts(purposes, hotlists, alerts);
    PolicyChecks.heldCategories(holds, hotlists);
    PolicyChecks.implausibleAge(landingRules, retention);
  }

  /** The rule of a purpose; refused for a purpose that is not in the policy. */
  public PurposeRule purpose(String purpose) {
    return named(purposes, "purpose", purpose);
  }

  /** The limit of reads of a purpose; refused for a purpose that is not in the policy. */
  public RetentionRule retention(String purpose) {
    return named(retention, "purpose", purpose);
  }

  /** The limit of a record class; refused for a class that is not in the policy. */
  public RecordRule recordClass(String recordClass) {
    return named(records, "record class", recordClass);
  }

  /** The rule of a kind of hold; refused for a kind that is not in the policy. */
  public HoldRule holdRule(String kind) {
    return named(holds, "kind of hold", kind);
  }

  /** The hot lists of a purpose; refused for a purpose that may use none. */
  public HotlistRules hotlistRules(String purpose) {
    return named(hotlists, "purpose with hot lists", purpose);
  }

  /** What may alert under a purpose; empty when nothing may. */
  public Optional<AlertRules> alertRules(String purpose) {
    purpose(purpose);
    return Optional.ofNullable(alerts.get(purpose));
  }

  /** Ids of the protected kinds of facility. */
  public Set<String> protectedKinds() {
    return protectedPlaceRules.kinds().keySet();
  }

  /** Metres around a facility of this kind; refused for a kind that is not in the policy. */
  public double bufferMetres(String kind) {
    return named(protectedPlaceRules.kinds(), "kind of protected place", kind).metres();
  }

  private <T> T named(Map<String, T> rules, String what, String name) {
    T rule = rules.get(name);
    if (rule == null) {
      throw new Refusal(
          what + " " + Place.quote(String.valueOf(name)),
          "policy " + id + " version " + version + " does not name it",
          "Use one of " + String.join(", ", new TreeSet<>(rules.keySet())));
    }
    return rule;
  }
}
