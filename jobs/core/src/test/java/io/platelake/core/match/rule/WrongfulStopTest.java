package io.platelake.core.match.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.match.index.VehicleIndex;
import io.platelake.core.match.outcome.AlertRates;
import io.platelake.core.match.outcome.FalseCause;
import io.platelake.core.match.outcome.Step;
import io.platelake.core.match.outcome.StepTaken;
import io.platelake.core.match.outcome.VerificationOrder;
import io.platelake.core.match.outcome.VerificationOrder.Fault;
import io.platelake.core.match.rule.WrongfulStops.Match;
import io.platelake.core.match.rule.WrongfulStops.PartMatch;
import io.platelake.core.match.rule.WrongfulStops.Side;
import io.platelake.core.match.score.CameraConfusions;
import io.platelake.core.match.score.HitScorer;
import io.platelake.core.match.score.PassingTraffic;
import io.platelake.core.plate.PlateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Stops of innocent people that became public, with made-up plates: what the verdicts are, and what
 * the alert rules of the Washington city policy say.
 */
class WrongfulStopTest {
  private static final Instant ALERT = Instant.parse("2026-05-01T08:00:00Z");

  private final WrongfulStops wa = new WrongfulStops();

  /** Aurora 2020: the plate of a Montana motorcycle, read off a Colorado SUV, state not read. */
  @Test
  void shouldNotAlertOnTheSameNumberOfAnotherStateAndAnotherKindOfVehicle() {
    Side entry = new Side("KTM482", "MT", "harley", "motorcycle");

    assertEquals(
        "EXACT UNKNOWN INCONSISTENT VEHICLE_DIFFERS",
        wa.match(new Side("KTM482", null, "dodge", "suv"), entry).toString());
    assertEquals(
        "EXACT DIFFERENT INCONSISTENT STATE_DIFFERS",
        wa.match(new Side("KTM482", "CO", "dodge", "suv"), entry).toString());
    // With nothing read but the number, the alert says that both are unknown.
    assertEquals(
        "EXACT UNKNOWN UNKNOWN ALERT",
        wa.match(new Side("KTM482", null, null, null), entry).toString());
  }

  /** San Francisco 2009: a 3 read as a 7 gave the number of a stolen truck; the car was a Lexus. */
  @Test
  void shouldNotAlertOnAMisreadThatGivesTheNumberOfAnotherVehicle() {
    Side wanted = new Side("6KTM742", "CA", "gmc", "truck");

    Match misread = wa.match(new Side("6KTM742", null, "lexus", "sedan"), wanted);
    assertEquals("EXACT UNKNOWN INCONSISTENT VEHICLE_DIFFERS", misread.toString());
    Match fitting = wa.match(new Side("6KTM742", null, "gmc", "truck"), wanted);
    assertTrue(misread.score().probability() < fitting.score().probability());

    // Read right, it is one character away, which no class excuses: no hit.
    Match right = wa.match(new Side("6KTM342", "CA", "lexus", "sedan"), wanted);
    assertEquals("NEAR SAME INCONSISTENT TIER_NOT_ALLOWED", right.toString());
    assertFalse(right.evidence().isEnough());
  }

  /** Kansas 2014, and again in a K-9 stop of 2025: a 7 read as a 2. */
  @Test
  void shouldLearnTheConfusionOfAMisreadThatNoClassHolds() {
    Side wanted = new Side("482KTM", "KS", "oldsmobile", "sedan");
    assertEquals(
        "EXACT SAME INCONSISTENT VEHICLE_DIFFERS",
        wa.match(new Side("482KTM", "KS", "bmw", "sedan"), wanted).toString());

    CameraConfusions cameras = new CameraConfusions();
    long read = PlateKey.pack("482KTM");
    long truth = PlateKey.pack("487KTM");
    double before = cameras.matrix("model x").read('7', '2');
    assertTrue(cameras.learn("model x", read, truth));
    assertTrue(cameras.matrix("model x").read('7', '2') > before);
    // Of a reader that often takes a 7 for a 2, a 2 in place of a wanted 7 is worth a look.
    for (int i = 0; i < 50; i++) {
      cameras.learn("model x", read, truth);
      cameras.learn("model x", PlateKey.pack("482KTM"), PlateKey.pack("482KTM"));
    }
    HitScorer learned = HitScorer.of(cameras.matrix("model x"), PassingTraffic.DEFAULT);
    double near =
        learned
            .score(read, truth, false, StateVerdict.SAME, VehicleVerdict.CONSISTENT)
            .probability();
    double unlearned =
        HitScorer.of(new CameraConfusions().matrix(), PassingTraffic.DEFAULT)
            .score(read, truth, false, StateVerdict.SAME, VehicleVerdict.CONSISTENT)
            .probability();
    assertTrue(near > unlearned, near + " after learning, " + unlearned + " before");
  }

  /** Bay Area 2018: a rental car once reported stolen, recovered, and never cleared. */
  @Test
  void shouldMarkAnAlertWhoseEntryIsGoneFromTheNewestList() {
    Side car = new Side("8KTM342", "CA", "kia", "sedan");
    Match match = wa.match(car, car);
    assertEquals("EXACT SAME CONSISTENT ALERT", match.toString());

    Instant matched = ALERT.minus(Duration.ofHours(20));
    Instant newest = ALERT.minus(Duration.ofHours(1));
    // That it was an alert stays true; that it stands on no list any more is said beside it.
    assertEquals(Listing.STALE, Listing.of(matched, newest, false));
    assertEquals(Listing.LISTED, Listing.of(matched, newest, true));
  }

  /** Colorado 2025: a letter O written as zero tied a driver to a warrant; stopped repeatedly. */
  @Test
  void shouldNotAlertAgainOnAMatchThatAPersonRuledOut() {
    Side entry = new Side("KTM0482", "CO", "ford", null);
    Side driver = new Side("KTMO482", "CO", null, null);
    Match match = wa.matchOfListWithoutLetterO(driver, entry);
    assertEquals("EQUIVALENT SAME UNKNOWN ALERT", match.toString());

    Suppression ruledOut =
        new Suppression(
            1, driver.key(), driver.described(), entry.described(), "other driver", ALERT);
    Instant nextDay = ALERT.minus(Duration.ofDays(1));
    assertEquals(AlertReason.SUPPRESSED, again(match, ruledOut, driver, entry, nextDay));
    assertEquals(AlertReason.ALERT, again(match, ruledOut, driver, entry, ALERT));
    Side fitting = new Side("KTMO482", "CO", "ford", null);
    assertEquals(AlertReason.ALERT, again(match, ruledOut, fitting, entry, nextDay));
    Side corrected = new Side("KTM0482", "WY", "ford", null);
    assertEquals(AlertReason.ALERT, again(match, ruledOut, driver, corrected, nextDay));
  }

  /** Redmond 2025: the right vehicle, but it was the father's, not the suspect's. */
  @Test
  void shouldCountAnEntryOnTheWrongPersonApartFromMisreads() {
    Side car = new Side("KTM4820", "WA", "toyota", "suv");
    // Plate, state and vehicle are all the entry's: only people can find that the entry is wrong.
    assertEquals("EXACT SAME CONSISTENT ALERT", wa.match(car, car).toString());

    assertEquals(Set.of(Fault.STOP_UNVERIFIED), faults("P S V X"));
    AlertRates rates = new AlertRates(1000, 1, 1, 0, Map.of(FalseCause.BAD_ENTRY, 1L));
    assertEquals(OptionalDouble.of(1), rates.falseDiscoveryRate(FalseCause.BAD_ENTRY));
    assertEquals(OptionalDouble.of(0), rates.falseDiscoveryRate(FalseCause.MISREAD));
  }

  /** Ohio: a dog set on the wrong man after an alert that nobody had verified. */
  @Test
  void shouldFindStopsOnAlertsThatNobodyVerified() {
    assertEquals(Set.of(Fault.STOP_UNVERIFIED), faults("X"));
    assertEquals(Set.of(Fault.STOP_UNVERIFIED), faults("P X"));
    assertEquals(Set.of(), faults("P S V D X R"));
  }

  /** A shooting, half a plate and a red Kia: the same half on another state's plate is no lead. */
  @Test
  void shouldLeaveOutAPartialPlateOfAnotherStateOrVehicle() {
    PartMatch fits = wa.matchPart("7AB?1*", "WA", "kia", new Side("7ABC123", "WA", "kia", "suv"));
    assertEquals("PARTIAL SAME CONSISTENT ALERT", fits.toString());
    assertTrue(fits.lead());
    for (Side other :
        List.of(
            new Side("7ABC123", "OR", "kia", "suv"), new Side("7ABC123", "WA", "ford", "suv"))) {
      assertFalse(wa.matchPart("7AB?1*", "WA", "kia", other).lead());
    }
    PartMatch unread = wa.matchPart("7AB?1*", "WA", "kia", new Side("7ABC123", null, "kia", null));
    assertTrue(unread.lead());
    assertEquals("PARTIAL UNKNOWN CONSISTENT STATE_UNKNOWN", unread.toString());
    PartMatch unseen = wa.matchPart("7AB?1*", "WA", "kia", new Side("7ABC123", "WA", null, null));
    assertFalse(unseen.lead());
    assertEquals("PARTIAL SAME UNKNOWN VEHICLE_UNKNOWN", unseen.toString());
  }

  /** One digit off what a witness saw is another plate, whatever a reader may confuse. */
  @Test
  void shouldTolerateNoConfusionInAPartialPlate() {
    assertNull(wa.matchPart("7AB?1*", "WA", "kia", new Side("7A8C123", "WA", "kia", "suv")));
    assertNull(wa.matchPart("7AB?1*", "WA", "kia", new Side("7ABCI23", "WA", "kia", "suv")));
  }

  /** The neighbour's blue Camry has another plate, and fits the description all the same. */
  @Test
  void shouldNeverAlertOnADescriptionAlone() {
    VehicleTraits camry = new VehicleTraits("toyota", "camry", "blue", null);
    VehicleIndex index = VehicleIndex.of(List.of(new Description("WA", camry)));
    List<PlateTier> found = new ArrayList<>();
    index.find(new Description("WA", camry), (ordinal, tier, edits) -> found.add(tier));
    assertEquals(List.of(PlateTier.VEHICLE), found);
    assertEquals(
        AlertReason.TIER_NOT_ALLOWED,
        wa.lenient(PlateTier.VEHICLE, StateVerdict.SAME, VehicleVerdict.CONSISTENT).reason());
    index.find(new Description("OR", camry), (ordinal, tier, edits) -> found.add(tier));
    index.find(new Description(null, camry), (ordinal, tier, edits) -> found.add(tier));
    assertEquals(1, found.size());
  }

  private static AlertReason again(
      Match match, Suppression ruledOut, Side read, Side entry, Instant asOf) {
    boolean suppressed = ruledOut.covers(1, read.key(), read.described(), entry.described(), asOf);
    return match.decision().unless(suppressed, AlertReason.SUPPRESSED).reason();
  }

  private static Set<Fault> faults(String steps) {
    List<StepTaken> taken =
        steps
            .chars()
            .filter(c -> c != ' ')
            .mapToObj(c -> Step.values()["PSVDXR".indexOf(c)])
            .map(step -> new StepTaken(step, ALERT.plusSeconds(60L * step.ordinal()), true))
            .toList();
    return VerificationOrder.faults(ALERT, taken);
  }
}
