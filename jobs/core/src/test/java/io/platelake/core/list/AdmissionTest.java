package io.platelake.core.list;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.Refusal;
import io.platelake.core.hotlist.EntryRules;
import io.platelake.core.hotlist.ListCounts;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyFiles;
import io.platelake.core.policy.PolicyReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
  private static final Policy POLICY = PolicyReader.read(PolicyFiles.waCity(), "wa-city.yaml");
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wa_dol",
        "wa_state_cjis",
        "fbi_kidnappings_missing",
        "ncmec",
        "wa_missing_persons"
      })
  void shouldAskNoCaseFileOfTheNamedGovernmentDatabases(String source) {
    Admission admission = Admission.of(POLICY, list("stolen", "criminal", source));
    assertEquals(Set.of(), admission.entryRules().requiredFields());
    assertEquals(
        Set.of("immigration_violator", "protected_health_care", "protected_activity"),
        admission.entryRules().prohibitedCategories());
  }

  @Test
  void shouldAskADepartmentEntryForItsCaseFile() {
    assertEquals(
        Set.of(ListField.CASE_NUMBER, ListField.OFFICER, ListField.DETERMINATION),
        Admission.of(POLICY, list("own", "criminal", "department")).entryRules().requiredFields());
  }

  @ParameterizedTest
  @CsvSource({
    "criminal, commercial_repo,    the policy does not name its source",
    "criminal, parking_department, the policy does not name its source",
    "parking,  wa_dol,             the policy does not name its source",
    "traffic,  wa_dol,             policy wa-city version 1 does not name it",
    "crime,    wa_dol,             policy wa-city version 1 does not name it"
  })
  void shouldRefuseAListThatThePolicyDoesNotName(String purpose, String source, String why) {
    Refusal e =
        assertThrows(Refusal.class, () -> Admission.of(POLICY, list("stolen", purpose, source)));
    assertTrue(e.getMessage().contains(why), e.getMessage());
  }

  /** The narrow list of Washington is no list of California. */
  @Test
  void shouldTakeUnderWestmorlandWhatWashingtonRefuses() {
    EntryRules wide = rules("ca-westmorland-462", "ca_state");
    EntryRules narrow = Admission.of(POLICY, list("stolen", "criminal", "wa_dol")).entryRules();
    Set<String> more = new TreeSet<>(wide.categories());
    more.removeAll(narrow.categories());
    assertTrue(more.contains("homeland_security"), more.toString());
  }

  /** General lists and lookouts are told apart, and only a lookout needs a case. */
  @Test
  void shouldTellNcicAndLookoutsApartInKentucky() {
    EntryRules general = rules("ky-model", "ncic");
    EntryRules specific = rules("ky-model", "agency_bolo");
    assertEquals(Set.of(), general.requiredFields());
    assertEquals(
        Set.of(ListField.CASE_NUMBER, ListField.OFFICER, ListField.DETERMINATION),
        specific.requiredFields());
    assertTrue(
        general
            .categories()
            .containsAll(
                Set.of(
                    "stolen_vehicle",
                    "stolen_plate",
                    "missing_or_endangered_person",
                    "wanted_person",
                    "protective_order",
                    "terrorist_activity",
                    "vehicle_of_interest")));
  }

  private static EntryRules rules(String policy, String source) {
    return Admission.of(PolicyFiles.pack(policy).rules(), list("some", "criminal", source))
        .entryRules();
  }

  @Test
  void shouldKeepAListIdForOneList() {
    List<Snapshot> accepted = List.of(snapshot(NOON, 4));
    assertDoesNotThrow(
        () -> Admission.refuseForeign(list("stolen", "criminal", "wa_dol"), accepted));
    assertDoesNotThrow(
        () -> Admission.refuseForeign(list("other", "parking", "parking_department"), accepted));
    for (String[] other :
        new String[][] {{"parking", "parking_department"}, {"criminal", "ncmec"}}) {
      assertThrows(
          Refusal.class,
          () -> Admission.refuseForeign(list("stolen", other[0], other[1]), accepted));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-31T12:00:00Z, 2, true",
    "2026-05-31T11:59:59Z, 2, false",
    "2026-06-01T12:10:00Z, 2, true",
    "2026-06-01T12:10:01Z, 2, false",
    "2026-06-01T09:00:00Z, 1, false",
    "2026-06-01T09:00:00Z, 0, false"
  })
  void shouldTakeTheLimitsOfAnUpdateFromThePolicy(
      Instant sourceTime, long entries, boolean accepted) {
    Admission admission = Admission.of(POLICY, list("stolen", "criminal", "wa_dol"));
    Optional<Snapshot> last = Optional.of(snapshot(NOON.minusSeconds(90_000), 4));
    if (accepted) {
      assertDoesNotThrow(
          () ->
              admission.refuseUnlessUpdate(
                  "stolen", sourceTime, NOON, counts(entries), new CurrentSnapshots(last, last)));
    } else {
      assertThrows(
          Refusal.class,
          () ->
              admission.refuseUnlessUpdate(
                  "stolen", sourceTime, NOON, counts(entries), new CurrentSnapshots(last, last)));
    }
  }

  @Test
  void shouldRefuseASnapshotOlderThanTheLast() {
    Admission admission = Admission.of(POLICY, list("stolen", "criminal", "wa_dol"));
    Instant nine = Instant.parse("2026-06-01T09:00:00Z");
    assertThrows(
        Refusal.class,
        () ->
            admission.refuseUnlessUpdate(
                "stolen",
                nine.minusSeconds(1),
                NOON,
                counts(4),
                new CurrentSnapshots(Optional.of(snapshot(nine, 4)), Optional.empty())));
  }

  @Test
  void shouldNotMeasureAnUpdateByAWrongFileThatWaitsForApproval() {
    Admission admission = Admission.of(POLICY, list("stolen", "criminal", "wa_dol"));
    Instant nine = Instant.parse("2026-06-01T09:00:00Z");
    Optional<Snapshot> used = Optional.of(snapshot(nine.minusSeconds(60), 4));
    Optional<Snapshot> waiting = Optional.of(snapshot(nine, 1_000));
    assertDoesNotThrow(
        () ->
            admission.refuseUnlessUpdate(
                "stolen", nine, NOON, counts(4), new CurrentSnapshots(waiting, used)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-01T09:00:00Z, true",
    "2026-06-01T10:00:00Z, true",
    "2026-06-01T07:59:59Z, false",
    "2026-06-01T10:00:01Z, false"
  })
  void shouldRefuseATimeThatIsNotTheOneInTheFile(Instant stated, boolean same) {
    Admission admission = Admission.of(POLICY, list("stolen", "criminal", "wa_dol"));
    Instant nine = Instant.parse("2026-06-01T09:00:00Z");
    ListCounts counts = counts(4, stated);
    Executable check =
        () ->
            admission.refuseUnlessUpdate(
                "stolen",
                nine,
                NOON,
                counts,
                new CurrentSnapshots(Optional.empty(), Optional.empty()));
    if (same) {
      assertDoesNotThrow(check);
    } else {
      assertThrows(Refusal.class, check);
    }
  }

  private static ListCounts counts(long accepted) {
    return counts(accepted, null);
  }

  private static ListCounts counts(long accepted, Instant stated) {
    return new ListCounts(accepted, accepted, new TreeMap<>(), new TreeMap<>(), 0, 0, stated);
  }

  private static Snapshot snapshot(Instant at, long entries) {
    return new Snapshot(
        "s-1",
        "stolen",
        "city-2",
        "city-2",
        "criminal",
        "wa_dol",
        at,
        at,
        entries,
        false,
        Optional.empty());
  }

  private static ListDefinition list(String id, String purpose, String source) {
    return ListDefinition.read(
        "{id: %s, agency: city-2, purpose: %s, source: %s, format: csv, columns: {plate: plate}}"
            .formatted(id, purpose, source),
        "list.yaml");
  }
}
