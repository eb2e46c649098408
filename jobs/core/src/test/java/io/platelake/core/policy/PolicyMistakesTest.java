package io.platelake.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.BadInput;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake in the Washington policy, and what is said about it. */
class PolicyMistakesTest {
  private static final String CRIMINAL = "    max: {amount: 21, unit: days}\n    clock: capture";

  /** What is replaced in the Washington policy, first place only; by what; message after line. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "agency_kind: city_police\n", "", "lacks the required key 'agency_kind'. Add it"),
        Arguments.of(
            "  parking:\n    title",
            "  auditing:\n    title",
            "purposes.auditing: is the purpose of the access log, which serves audits alone."
                + " Give it another name"),
        Arguments.of(
            CRIMINAL,
            CRIMINAL + "\n    clok: capture",
            "retention.criminal.clok: is an unknown key."
                + " Correct or remove it. Known here: approval, authority, clock, max, min"),
        Arguments.of(
            CRIMINAL,
            CRIMINAL + "\n    clock: capture",
            "retention.criminal.clock: comes twice. Keep one of the two"),
        Arguments.of(
            CRIMINAL,
            "    max: {amount: 21, unit: days}",
            "retention.criminal: lacks the required key 'clock'. Add it"),
        Arguments.of(
            CRIMINAL,
            "    max: {amount: 21, unit: fortnights}\n    clock: capture",
            "retention.criminal.max.unit: has the unknown value 'fortnights'."
                + " Use one of minutes, hours, days, months, years"),
        Arguments.of(
            CRIMINAL,
            "    max: {amount: twenty, unit: days}\n    clock: capture",
            "retention.criminal.max.amount: 'twenty' is not a whole number. Write plain digits"),
        Arguments.of(
            CRIMINAL,
            "    max: {amount: 1_000, unit: days}\n    clock: capture",
            "retention.criminal.max.amount: '1_000' is not a whole number. Write plain digits"),
        Arguments.of(
            CRIMINAL,
            "    max: {amount: \"21\", unit: days}\n    clock: capture",
            "retention.criminal.max.amount: is a text, not a whole number."
                + " Write it without quotes"),
        Arguments.of(
            CRIMINAL,
            "    max: {amount: -1, unit: days}\n    clock: capture",
            "retention.criminal.max.amount: '-1' is not a whole number. Write plain digits"),
        Arguments.of(
            CRIMINAL,
            "    max: 21 days\n    clock: capture",
            "retention.criminal.max: is not a mapping." + " Write \"key: value\" lines, indented"),
        Arguments.of(
            CRIMINAL,
            "    max:\n    clock: capture",
            "retention.criminal.max: has no value. Write one, or remove the key"),
        Arguments.of(
            CRIMINAL,
            "    clock: capture",
            "retention.criminal.max: is missing, and min too."
                + " Give a maximum, a minimum or both"),
        Arguments.of(
            CRIMINAL,
            "    max: {amount: 0, unit: days}\n    clock: capture",
            "retention.criminal.max: of zero would keep nothing at all."
                + " Give a period, or a clock that ends a use"),
        Arguments.of(
            CRIMINAL,
            "    min: {amount: 2, unit: years}\n" + CRIMINAL,
            "retention.criminal.min: of 2 years is longer than the max of 21 days."
                + " Make the minimum no longer than the maximum"),
        Arguments.of(
            CRIMINAL,
            "    max: {amount: 400, unit: days}\n    clock: capture",
            "landing.implausible_age: is not longer than a retention limit of 400 days."
                + " Give a period beyond every retention limit"),
        Arguments.of(
            CRIMINAL,
            "    max: {amount: 3, unit: minutes}\n    clock: capture",
            "retention.criminal.max: of 3 minutes is not longer than a purge takes to come round"
                + " (30 hours), so a read would have to go before it could. Let the purge run"
                + " more often, or match such reads and discard them before landing"),
        Arguments.of(
            CRIMINAL,
            "    min: {amount: 20, unit: days}\n" + CRIMINAL,
            "retention.criminal.min: of 20 days leaves a purge of whole dates no time before the"
                + " max of 21 days. Leave at least 54 hours between the two"),
        Arguments.of(
            CRIMINAL,
            "    max: {amount: 21, unit: days}\n    clock: landing",
            "retention.criminal.clock: is landing, and the purge goes by capture."
                + " Write \"clock: capture\""),
        Arguments.of(
            "    clock: superseded",
            "    clock: download",
            "records.hotlists.clock: is download, and the purge goes by superseded."
                + " Write \"clock: superseded\""),
        Arguments.of(
            "    users: [parking_personnel]",
            "    users: [anybody]",
            "purposes.parking.users: names the unknown role 'anybody'. Use one of"
                + " department_personnel, parking_personnel, transportation_personnel"),
        Arguments.of(
            "      requires: [legal_document]",
            "      recipients: [friends]",
            "sharing.bases.judicial_proceeding.recipients: names the unknown kind of recipient"
                + " 'friends'. Use one of "),
        Arguments.of(
            "  all_of: [purpose, offence_type]",
            "  all_of: [mood]",
            "purpose_statement.all_of[0]: has the unknown value 'mood'. Use one of purpose,"
                + " case_number, incident_number, call_for_service, offence_type, reason,"
                + " suspect_last_name"),
        Arguments.of(
            "  traffic:\n    max:",
            "  trafic:\n    max:",
            "retention.trafic: names the unknown purpose 'trafic'."
                + " Use one of criminal, cve, parking, traffic"),
        Arguments.of(
            "purposes: [parking]",
            "purposes: [parking, marketing]",
            "holds.parking_case.purposes: names the unknown purpose 'marketing'."
                + " Use one of criminal, cve, parking, traffic"),
        Arguments.of(
            "  images:\n",
            "  pictures:\n",
            "records.pictures: names the unknown record class 'pictures'. Use one of access_log,"
                + " audits, emails, evidence, exports, hits, hotlists, images, quarantine, shares"),
        Arguments.of(
            "    alerts: true",
            "    alerts: false",
            "purposes.criminal.alerts: forbids a rule it has."
                + " Let the section alerts name exactly the purposes that may alert"),
        Arguments.of(
            "    alerts: false",
            "    alerts: no",
            "purposes.parking.alerts: 'no' is not true or false. Write true or false"),
        Arguments.of(
            "alerts:\n  criminal:\n    categories: [stolen_vehicle",
            "alerts:\n  criminal:\n    categories: [expired_tabs, stolen_vehicle",
            "alerts.criminal.categories: names the unknown hot-list category 'expired_tabs'."
                + " Use one of felony_or_gross_misdemeanor, missing_or_endangered_person,"
                + " stolen_vehicle, warrant"),
        Arguments.of(
            "      immigration_violator:",
            "      stolen_vehicle:",
            "hotlists.criminal.prohibited_categories.stolen_vehicle: is also an allowed"
                + " category. Keep one of the two"),
        Arguments.of(
            "          department: Entries",
            "          ncmec: Entries",
            "hotlists.criminal.sources: name one list twice. Keep each list in one group"),
        Arguments.of(
            "section: \"5.1\"",
            "section: 5.1",
            "retention.criminal.authority.section: is not a text. Write it in quotes"),
        Arguments.of(
            ", section: \"5.1\"",
            "",
            "retention.criminal.authority.section: is missing."
                + " Name a document and its section, or \"platform default\" and a reason"),
        Arguments.of(
            "max_share_of_rows: 0.5",
            "max_share_of_rows: 1.5",
            "purge.guards.max_share_of_rows: is not above 0 and at most 1."
                + " Write one half as 0.5"),
        Arguments.of(
            "every: {amount: 24, unit: hours}",
            "every: {amount: 1, unit: months}",
            "purge.schedule.every.unit: has no exact length."
                + " Use minutes, hours or days for this rule"),
        Arguments.of(
            "metres: 150",
            "metres: 9000",
            "protected_places.kinds.elementary_school.buffer.metres: is outside 0 to 5000."
                + " Give the distance in metres"),
        Arguments.of(
            "\"0ODQ\", \"1I\"",
            "\"0ODQ\", \"1IO\"",
            "matching.ocr_classes: are not disjoint groups of two or more letters A to Z and"
                + " digits. Write each group once, as in \"0ODQ\""),
        Arguments.of(
            "min_length: 5",
            "min_length: 12",
            "matching.equivalent.min_length: is above max_length. Put the smaller number here"),
        Arguments.of(
            "max: {amount: 1, unit: years}\n    authority: {document: platform default, reason: \"A"
                + " ruling",
            "max: {amount: 0, unit: years}\n    authority: {document: platform default, reason: \"A"
                + " ruling",
            "matching.suppression.max: is zero. Give the longest time that a ruling may cover"),
        Arguments.of(
            "allow_unknown_vehicle: true\n",
            "allow_unknown_vehicle: true\n      least_score: {near: 0.9}\n",
            "alerts.criminal.certainty.least_score.near: limits a tier that never alerts."
                + " Remove it, or add the tier to tiers"),
        Arguments.of(
            "allow_unknown_vehicle: true\n",
            "allow_unknown_vehicle: true\n      least_score: {equivalent: 50}\n",
            "alerts.criminal.certainty.least_score.equivalent: is not above 0 and at most 1."
                + " Write one half as 0.5"),
        Arguments.of(
            "allow_unknown_vehicle: true\n",
            "allow_unknown_vehicle: true\n      least_score: {alike: 0.5}\n",
            "alerts.criminal.certainty.least_score.alike: is an unknown key."
                + " Correct or remove it. Known here: equivalent, exact, near, partial"),
        Arguments.of(
            "{month: 12, day: 1}",
            "{month: 11, day: 31}",
            "reports.annual.due.day: is not a day of that month. Give a day that exists"),
        Arguments.of(
            "uses: [parking_space_restrictions, impound_or_immobilize]",
            "uses: [parking_space_restrictions, parking_space_restrictions]",
            "purposes.parking.uses[1]: lists the same value twice. Keep one of the two"),
        Arguments.of(
            "format: 1", "format: 2", "format: is not 1. Use the version that reads this form"),
        Arguments.of(
            "id: wa-city",
            "id: &city wa-city",
            "uses a YAML anchor (&) or alias (*). Write the value out where it applies"),
        Arguments.of(
            "id: wa-city",
            "id: !!java.net.URL wa-city",
            "has a YAML tag (!). Write the plain value"),
        Arguments.of(
            "id: wa-city",
            "id: [wa-city",
            "is not YAML: expected ',' or ']', but got :. Correct this line"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void shouldSayWhereWhatIsWrongAndWhatToDo(String find, String replacement, String expected) {
    String text = PolicyFiles.waCity();
    int at = text.indexOf(find);
    assertTrue(at >= 0, "the policy no longer has: " + find);
    String broken = text.substring(0, at) + replacement + text.substring(at + find.length());

    String message =
        assertThrows(BadInput.class, () -> PolicyReader.read(broken, "wa-city.yaml")).getMessage();

    assertEquals(expected, message.replaceFirst("^wa-city.yaml, line [0-9]+(, key |: )", ""));
  }
}
