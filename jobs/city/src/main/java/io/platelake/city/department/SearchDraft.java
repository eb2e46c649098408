package io.platelake.city.department;

import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.detect.SeenCell;
import io.platelake.core.policy.governance.Detector;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A search as the generator makes it up, with what is truly wrong about it. */
final class SearchDraft {
  private static final Duration USUAL_WINDOW = Duration.ofDays(7);

  final Instant at;
  String account;
  String organisation = "";
  String plate;
  String reason;
  String caseNumber;
  String type = "search";
  int networks = 1;
  Instant from;
  String device;
  String share;
  ScreenedSearch.Kind kind = ScreenedSearch.Kind.SEARCH;
  final Set<Detector> truly = EnumSet.noneOf(Detector.class);

  SearchDraft(Officer officer, Instant at, int plate) {
    this.at = at;
    this.account = officer.account();
    this.device = officer.device();
    this.plate = token(plate);
    this.from = at.minus(USUAL_WINDOW);
  }

  static String token(int plate) {
    return "t-" + plate;
  }

  SearchDraft under(CaseBook.Case one) {
    reason = one.reason();
    caseNumber = one.number();
    return this;
  }

  SearchDraft stating(String reason, String caseNumber) {
    this.reason = reason;
    this.caseNumber = caseNumber;
    if (caseNumber.isEmpty() && !reason.isEmpty() && Character.isLetter(reason.charAt(0))) {
      truly.add(Detector.MISSING_STATEMENT);
    }
    return this;
  }

  SearchDraft truly(Detector... detectors) {
    truly.addAll(Set.of(detectors));
    return this;
  }

  ScreenedSearch search(String id) {
    return new ScreenedSearch(
        id,
        kind,
        at,
        SeenCell.of(account),
        organisation,
        SeenCell.of(plate),
        SeenCell.of(reason),
        SeenCell.of(caseNumber),
        type,
        networks,
        Optional.of(from),
        Optional.ofNullable(device),
        Optional.ofNullable(share));
  }
}
