package io.platelake.core.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.policy.PolicyFiles;
import io.platelake.core.policy.governance.SharingRules;
import io.platelake.core.share.ShareRequest.Data;
import io.platelake.core.share.ShareRequest.DirectAccess;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareDeciderTest {
  private static final String WA = "wa-city";
  private static final String WESTMORLAND = "ca-westmorland-462";
  private static final Set<ShareReason> LATER =
      EnumSet.of(
          ShareReason.NOT_VERIFIED,
          ShareReason.NOT_APPROVED,
          ShareReason.OWN_APPROVAL,
          ShareReason.OTHER_DATA);

  private static final Map<ShareReason, Consumer<ShareCase>> CASES =
      Map.ofEntries(
          Map.entry(ShareReason.BASIS_UNKNOWN, c -> c.basis = "courtesy"),
          Map.entry(ShareReason.RECIPIENT_UNKNOWN, c -> c.recipient = "county-d"),
          Map.entry(ShareReason.RECIPIENT_BLOCKED, c -> c.body("county-da", "blocked", "true")),
          Map.entry(
              ShareReason.KIND_BLOCKED,
              c -> c.body("county-da", "kind", "commercial", "level", "private")),
          Map.entry(ShareReason.KIND_UNCLEAR, c -> c.body("county-da", "parent", "unheard-of")),
          Map.entry(
              ShareReason.NAME_OF_BLOCKED,
              c -> c.body("other", "name", "S.C.D.A.", "blocked", "true")),
          Map.entry(
              ShareReason.KIND_NOT_FOR_BASIS,
              c -> c.body("county-da", "kind", "research", "level", "private")),
          Map.entry(ShareReason.CONSIDERATION, c -> c.consideration = "a fee of 100"),
          Map.entry(ShareReason.PUBLIC_RECORD, c -> c.publicRecords = true),
          Map.entry(
              ShareReason.DIRECT_ACCESS,
              c -> c.direct = Optional.of(new DirectAccess(Optional.of("x g-1")))),
          Map.entry(ShareReason.TASK_FORCE, c -> c.taskForce = Optional.of("gang-unit")),
          Map.entry(ShareReason.ITEM_MISSING, c -> c.items.clear()),
          Map.entry(ShareReason.OTHER_NAME, c -> c.items.put("agency_name", "Sample Town")),
          Map.entry(
              ShareReason.RELEASE_NOT_APPROVED,
              c -> {
                c.basis = "research";
                c.items.put("approved_release", "release-2");
              }),
          Map.entry(ShareReason.AGREEMENT_NOT_IN_FORCE, c -> c.agreement = Optional.of("mou-1")));

  @Test
  void shouldHaveACaseForEveryReason() {
    Set<ShareReason> all = EnumSet.allOf(ShareReason.class);
    all.removeAll(LATER);
    assertEquals(all, new TreeSet<>(CASES.keySet()));
    CASES.forEach(
        (reason, takeAway) -> {
          boolean found =
              PolicyNames.ALL.stream()
                  .map(ShareCase::under)
                  .anyMatch(
                      c -> {
                        takeAway.accept(c);
                        return c.denials().stream().anyMatch(d -> d.reason() == reason);
                      });
          assertTrue(found, reason + " is never said");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"wa-city", "ca-westmorland-462", "ca-ag-429", "ky-model", "guidelines"})
  void shouldLetAWholeRequestThroughUnderEveryPolicy(String policy) {
    assertEquals(List.of(), ShareCase.under(policy).said());
  }

  /** A word that the platform cannot tell would block every recipient. */
  @ParameterizedTest
  @ValueSource(strings = {"wa-city", "ca-westmorland-462", "ca-ag-429", "ky-model", "guidelines"})
  void shouldTellEveryKindThatAPolicyNames(String policy) {
    SharingRules rules = PolicyFiles.pack(policy).rules().sharingRules();
    Stream.concat(rules.blockedRecipients().keySet().stream(), rules.recipients().keySet().stream())
        .forEach(word -> assertTrue(RecipientKind.find(word).isPresent(), word));
  }

  @Test
  void shouldAllowFourGroundsInWashingtonAndAskForTheirDocument() {
    Set<String> bases = new TreeSet<>(ShareCase.under(WA).policy.sharingRules().bases().keySet());
    assertEquals(Set.of("judicial_proceeding", "court_order", "discovery", "research"), bases);
    for (String basis : bases) {
      ShareCase c = ShareCase.under(WA);
      c.basis = basis;
      c.items.put("approved_release", "release-1");
      assertEquals(List.of(), c.said(), basis);
      c.items.clear();
      String item = basis.equals("research") ? "approved_release" : "legal_document";
      assertEquals(List.of("item_missing " + item), c.said(), basis);
    }
    ShareCase favour = ShareCase.under(WA);
    favour.basis = "mutual_aid";
    assertEquals(List.of("basis_unknown"), favour.said());
  }

  @Test
  void shouldRefuseABlockedKindThroughAParentAnAliasASubUnitAndATaskForce() {
    ShareCase parent = ShareCase.under(WA);
    parent.body("ero", "kind", "law_enforcement", "level", "federal");
    parent.body("ero", "immigration_enforcement", "true", "jurisdiction", "");
    parent.body("field-office", "parent", "ero", "level", "local");
    parent.body("squad", "parent", "field-office");
    parent.recipient = "squad";
    assertEquals(List.of("kind_blocked immigration_enforcement through ero"), parent.said());

    parent.recipient = "county-da";
    assertEquals(List.of(), parent.said());
    parent.body("ero", "aliases", "S.C.D.A.");
    assertEquals(List.of("name_of_blocked ero"), parent.said());

    ShareCase force = ShareCase.under(WA);
    force.body("ero", "level", "federal", "immigration_enforcement", "true");
    force.body("ero", "task_forces", "gang-unit; other");
    force.body("gang-unit");
    force.recipient = "gang-unit";
    assertEquals(List.of("kind_blocked immigration_enforcement through ero"), force.said());
    force.recipient = "county-da";
    force.body("county-da", "task_forces", "gang-unit");
    assertEquals(List.of(), force.said(), "it asks for itself");
    force.taskForce = Optional.of("gang-unit");
    assertEquals(List.of("kind_blocked immigration_enforcement through ero"), force.said());
  }

  @Test
  void shouldNeverTakeANameForARecipientNorUnclearForNo() {
    ShareCase c = ShareCase.under(WA);
    c.recipient = "District Attorney of Sample County";
    assertEquals(
        List.of("recipient_unknown District Attorney of Sample County"), c.said(), "by id only");
    ShareCase federal = ShareCase.under(WA).body("county-da", "level", "federal");
    assertEquals(List.of("kind_unclear immigration_enforcement"), federal.said());
    federal.body("county-da", "immigration_enforcement", "false");
    assertEquals(List.of(), federal.said());
    ShareCase circle = ShareCase.under(WA).body("above", "parent", "county-da");
    circle.body("county-da", "parent", "above");
    assertEquals(List.of("kind_unclear parent of above"), circle.said());
  }

  @Test
  void shouldKeepCaliforniaWithinCalifornia() {
    ShareCase other = ShareCase.under(WESTMORLAND).body("county-da", "jurisdiction", "US-NV");
    assertEquals(List.of("kind_blocked out_of_state"), other.said());
    other.body("county-da", "jurisdiction", "");
    assertEquals(List.of("kind_unclear out_of_state"), other.said());
    ShareCase federal = ShareCase.under(WESTMORLAND);
    federal.body("county-da", "level", "federal", "jurisdiction", "");
    assertEquals(List.of("kind_blocked federal"), federal.said());
    ShareCase town = ShareCase.under(WESTMORLAND).body("county-da", "kind", "other_public_agency");
    assertTrue(
        town.said().contains("kind_not_for_basis law_enforcement, prosecutorial"),
        town.said().toString());
  }

  @Test
  void shouldAskWhetherTheRecipientWasVerifiedInKentucky() {
    ShareCase c = ShareCase.under("ky-model").body("county-da", "verified_at", "");
    assertEquals(List.of("item_missing agency_verified", "kind_blocked unverified"), c.said());
    c.body("county-da", "verified_at", "2026-06-16T00:00:00Z");
    assertTrue(c.said().contains("kind_blocked unverified"), "tomorrow is not today");
  }

  @Test
  void shouldAskForACertificateOfDeletionWhereTheGuidelinesDo() {
    ShareCase c = ShareCase.under("guidelines");
    c.items.remove("deletion_certification");
    assertEquals(List.of("item_missing deletion_certification"), c.said());
  }

  @Test
  void shouldAskCaliforniansForPurposeNeedAndVerifierAndForTheDecisionOnExemptions() {
    ShareCase c = ShareCase.under("ca-ag-429");
    for (String item : List.of("intended_purpose", "verified_by", "need_considered")) {
      ShareCase without = ShareCase.under("ca-ag-429");
      without.items.remove(item);
      assertEquals(List.of("item_missing " + item), without.said());
    }
    c.basis = "compulsory_process";
    c.items.put("legal_document", "subpoena 7");
    assertEquals(List.of("item_missing exemption_decision"), c.said());
    ShareCase written = ShareCase.under(WESTMORLAND);
    written.items.clear();
    assertEquals(
        List.of(
            "item_missing agency_name",
            "item_missing intended_purpose",
            "item_missing requester_name"),
        written.said());
    ShareCase town = ShareCase.under(WESTMORLAND).body("county-da", "kind", "other_public_agency");
    town.basis = "records_policy";
    town.items.clear();
    town.items.put("agency_name", "SCDA");
    assertEquals(List.of("item_missing records_policy_decision"), town.said());
  }

  @Test
  void shouldSellNothing() {
    for (String policy : PolicyNames.ALL) {
      ShareCase c = ShareCase.under(policy);
      c.consideration = "licence fee";
      assertEquals(List.of("consideration"), c.said(), policy);
    }
    ShareCase broker = ShareCase.under(WA);
    broker.body("county-da", "kind", "commercial", "level", "private");
    assertEquals(List.of("kind_blocked commercial"), broker.said());
  }

  @Test
  void shouldHandOutNoReaderDataAsAPublicRecord() {
    ShareCase c = ShareCase.under(WA);
    c.publicRecords = true;
    assertEquals(List.of("public_record"), c.said());
    c.data = Data.AUDIT;
    assertEquals(List.of(), c.said());
    ShareSteps done = new ShareSteps("p-1", Optional.of("p-1"), Optional.of("p-2"));
    assertEquals(List.of(), c.decider().againstHandingOver(c.request(), done, false));
    assertEquals(
        List.of(ShareReason.PUBLIC_RECORD, ShareReason.OTHER_DATA),
        c.decider().againstHandingOver(c.request(), done, true).stream()
            .map(ShareDenial::reason)
            .toList());
    c.data = Data.ALPR;
    c.basis = "research";
    c.items.put("approved_release", "release-1");
    assertEquals(List.of(), c.said(), "research is excepted");
  }

  @Test
  void shouldLetOutsidersLookByADatedGrantAndAnAgreementOnly() {
    ShareCase c = ShareCase.under(WA);
    c.direct = Optional.of(new DirectAccess(Optional.of("x.outside g-1")));
    assertEquals(List.of("agreement_not_in_force", "direct_access chief"), c.said());
    c.grant("x.outside g-1", "chief", "2026-01-01", "2026-06-01");
    c.agreement("mou-1", "county-da", "2026-01-01", "2027-01-01");
    assertEquals(List.of("direct_access chief"), c.said(), "it has ended");
    c.grants.clear();
    c.grant("x.outside g-1", "sergeant", "2026-01-01", "2026-12-01");
    assertEquals(List.of("direct_access chief"), c.said(), "not of the office");
    c.grants.clear();
    c.grant("x.outside g-1", "chief", "2026-01-01", "2026-12-01");
    assertEquals(List.of(), c.said());
  }

  @Test
  void shouldRestOnAnAgreementInForceWhereThereIsOne() {
    ShareCase c = ShareCase.under(WESTMORLAND);
    c.agreement("mou-1", "county-da", "2025-01-01", "2026-01-01");
    assertEquals(List.of("agreement_not_in_force"), c.said());
    c.agreement("mou-2", "county", "2026-01-01", "2027-01-01");
    assertEquals(List.of("agreement_not_in_force"), c.said(), "of another body");
    c.body("county", "kind", "other_public_agency").body("county-da", "parent", "county");
    assertEquals(List.of(), c.said(), "of the body above it");
    ShareCase court = ShareCase.under(WA);
    court.agreement("mou-1", "county-da", "2025-01-01", "2026-01-01");
    assertEquals(List.of(), court.said(), "an order of a court needs none");
  }

  @Test
  void shouldNeedASecondPerson() {
    ShareCase c = ShareCase.under(WA);
    ShareSteps recorded = new ShareSteps("p-1", Optional.empty(), Optional.empty());
    assertEquals(
        List.of(ShareReason.NOT_VERIFIED, ShareReason.OWN_APPROVAL),
        reasons(c.decider().againstApproval(c.request(), recorded, "p-1")));
    ShareSteps verified = new ShareSteps("p-1", Optional.of("p-1"), Optional.empty());
    assertEquals(List.of(), c.decider().againstApproval(c.request(), verified, "p-2"));
    assertEquals(
        List.of(ShareReason.NOT_APPROVED),
        reasons(c.decider().againstHandingOver(c.request(), verified, true)));
    ShareSteps own = new ShareSteps("p-1", Optional.of("p-1"), Optional.of("p-1"));
    assertEquals(
        List.of(ShareReason.OWN_APPROVAL),
        reasons(c.decider().againstHandingOver(c.request(), own, true)));
  }

  @Test
  void shouldSayEveryReasonWithItsClause() {
    ShareCase c = ShareCase.under(WA);
    c.body("county-da", "kind", "commercial", "level", "private", "blocked", "true");
    c.consideration = "fee";
    c.items.clear();
    List<ShareDenial> denials = c.denials();
    assertEquals(4, denials.size(), c.said().toString());
    assertTrue(
        denials.stream()
            .filter(d -> d.reason() == ShareReason.KIND_BLOCKED)
            .allMatch(d -> d.line().contains("City #2 ALPR Policy, section 4.8, 6.3")));
    assertTrue(
        denials.stream()
            .filter(d -> d.reason() == ShareReason.ITEM_MISSING)
            .allMatch(d -> d.line().contains("section 6.2(a)")));
    assertFalse(ShareReason.ITEM_MISSING.isFinal());
  }

  @Test
  void shouldRouteToTheOfficeThatThePolicyNames() {
    ShareCase c = ShareCase.under("ky-model");
    c.basis = "applicable_law";
    assertEquals(Optional.of("records_custodian"), c.decider().office(c.request()));
    c.basis = "law_enforcement";
    assertEquals(Optional.empty(), c.decider().office(c.request()));
  }

  private static List<ShareReason> reasons(List<ShareDenial> denials) {
    return denials.stream().map(ShareDenial::reason).toList();
  }

  private static final class PolicyNames {
    private static final List<String> ALL =
        List.of("wa-city", "ca-westmorland-462", "ca-ag-429", "ky-model", "guidelines");
  }
}
