package io.platelake.core.policy;

import io.platelake.core.Refusal;
import io.platelake.core.policy.check.BatchChecks;
import io.platelake.core.policy.check.ClockChecks;
import io.platelake.core.policy.check.PolicyChecks;
import io.platelake.core.policy.collection.CameraRules;
import io.platelake.core.policy.collection.LandingRules;
import io.platelake.core.policy.collection.ProtectedPlaceRules;
import io.platelake.core.policy.collection.PurposeRule;
import io.platelake.core.policy.governance.AccessRules;
import io.platelake.core.policy.governance.AdministratorRule;
import io.platelake.core.policy.governance.AuditRules;
import io.platelake.core.policy.governance.ChangeRules;
import io.platelake.core.policy.governance.DeadlineRule;
import io.platelake.core.policy.governance.ProhibitedUse;
import io.platelake.core.policy.governance.PurposeStatementRules;
import io.platelake.core.policy.governance.ReportRules;
import io.platelake.core.policy.governance.ResearchRules;
import io.platelake.core.policy.governance.ReviewRule;
import io.platelake.core.policy.governance.SharingRules;
import io.platelake.core.policy.governance.TrainingRules;
import io.platelake.core.policy.matching.AlertRules;
import io.platelake.core.policy.matching.HotlistRules;
import io.platelake.core.policy.matching.MatchingRules;
import io.platelake.core.policy.retention.HoldRule;
import io.platelake.core.policy.retention.PurgeRules;
import io.platelake.core.policy.retention.RecordRule;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.core.yaml.YamlPlace;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The policy of one agency, read from a file by {@link PolicyReader}. Immutable; every rule carries
 * its {@code Authority}. Jobs take every number from here.
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
 * @param administrator who answers for it; empty where the document names no one
 * @param purposes what readers may be used for, by purpose
 * @param retention limits of reads, by purpose; one for every purpose
 * @param records limits of everything else, by record class; one for every class
 * @param holds reasons to keep reads longer, by kind of hold; may be empty
 * @param purgeRules schedule and guards of the purge
 * @param landingRules capture times that cannot be true
 * @param hotlists hot lists that may be used, by purpose; may be empty
 * @param alerts hits that may become alerts, by purpose; for alerting purposes only
 * @param prohibitedUses what readers may never serve, by id; may be empty
 * @param matchingRules what counts as an equivalent plate
 * @param protectedPlaceRules where nothing may be collected; empty where no place is protected
 * @param researchRules what a research release needs; empty where none may be made
 * @param sharingRules how data may leave
 * @param accessRules who gets an account
 * @param statementRules what a user must state before looking
 * @param cameraRules what the public learns about cameras; empty where the document is silent
 * @param reportRules reports due; empty where none are
 * @param auditRules internal audits; empty where none are asked for
 * @param trainingRules training of users
 * @param reviewRule review of the policy itself; empty where none is asked for
 * @param changeRules what a new version needs; empty where the document is silent
 * @param deadlines what has to follow recorded facts, by id; may be empty
 */
public record Policy(
    String id,
    String version,
    String title,
    String agencyKind,
    String jurisdiction,
    String statute,
    Optional<AdministratorRule> administrator,
    Map<String, PurposeRule> purposes,
    Map<String, RetentionRule> retention,
    Map<String, RecordRule> records,
    Map<String, HoldRule> holds,
    PurgeRules purgeRules,
    LandingRules landingRules,
    Map<String, HotlistRules> hotlists,
    Map<String, AlertRules> alerts,
    Map<String, ProhibitedUse> prohibitedUses,
    MatchingRules matchingRules,
    Optional<ProtectedPlaceRules> protectedPlaceRules,
    Optional<ResearchRules> researchRules,
    SharingRules sharingRules,
    AccessRules accessRules,
    PurposeStatementRules statementRules,
    Optional<CameraRules> cameraRules,
    Optional<ReportRules> reportRules,
    Optional<AuditRules> auditRules,
    TrainingRules trainingRules,
    Optional<ReviewRule> reviewRule,
    Optional<ChangeRules> changeRules,
    Map<String, DeadlineRule> deadlines) {

  /**
   * Checks the rules against each other.
   *
   * @throws InvalidRule if two rules contradict each other
   */
  public Policy {
    PolicyChecks.purposes(purposes.keySet(), retention.keySet(), holds, hotlists.keySet());
    PolicyChecks.records(records.keySet());
    ClockChecks.check(retention, records);
    PolicyChecks.alerts(purposes, hotlists, alerts);
    PolicyChecks.partialAlerts(matchingRules, alerts);
    PolicyChecks.heldCategories(holds, hotlists);
    PolicyChecks.implausibleAge(landingRules, retention);
    PolicyChecks.users(purposes, accessRules);
    BatchChecks.check(retention, purgeRules);
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

  /** What a research release needs; refused where the policy allows none. */
  public ResearchRules research() {
    return researchRules.orElseThrow(
        () -> silent("Research", "has no rule for it", "Adopt a policy with a section research"));
  }

  /** Where nothing may be collected; refused where the policy protects no place. */
  public ProtectedPlaceRules protectedPlaces() {
    return protectedPlaceRules.orElseThrow(
        () ->
            silent(
                "Protected places",
                "protects none",
                "Adopt a policy with a section protected_places"));
  }

  /** The annual report; refused where the policy asks for none. */
  public ReportRules.Annual annualReport() {
    return reportRules
        .flatMap(ReportRules::annual)
        .orElseThrow(
            () ->
                silent(
                    "Annual report",
                    "asks for none",
                    "Adopt a policy with a section reports.annual"));
  }

  private Refusal silent(String what, String why, String remedy) {
    return new Refusal(what, "policy " + id + " version " + version + " " + why, remedy);
  }

  private <T> T named(Map<String, T> rules, String what, String name) {
    T rule = rules.get(name);
    if (rule == null) {
      throw new Refusal(
          what + " " + YamlPlace.quote(String.valueOf(name)),
          "policy " + id + " version " + version + " does not name it",
          "Use one of " + String.join(", ", new TreeSet<>(rules.keySet())));
    }
    return rule;
  }
}
