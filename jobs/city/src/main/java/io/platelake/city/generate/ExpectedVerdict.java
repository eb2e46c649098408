package io.platelake.city.generate;

/**
 * What landing has to do with a record and why.
 *
 * @param reason null unless refused or quarantined
 * @param zone id of the protected place, null unless excluded
 */
record ExpectedVerdict(ExpectedFate outcome, String reason, String zone) {
  static final ExpectedVerdict KEPT = new ExpectedVerdict(ExpectedFate.KEPT, null, null);
  static final ExpectedVerdict DUPLICATE = new ExpectedVerdict(ExpectedFate.DUPLICATE, null, null);

  static ExpectedVerdict excluded(String zone) {
    return new ExpectedVerdict(ExpectedFate.EXCLUDED, null, zone);
  }

  static ExpectedVerdict refused(String reason) {
    return new ExpectedVerdict(ExpectedFate.REFUSED, reason, null);
  }

  static ExpectedVerdict quarantined(String reason) {
    return new ExpectedVerdict(ExpectedFate.QUARANTINED, reason, null);
  }
}
