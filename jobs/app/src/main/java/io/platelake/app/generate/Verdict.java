package io.platelake.app.generate;

/**
 * What landing has to do with a record and why.
 *
 * @param reason null unless refused or quarantined
 * @param zone id of the protected place, null unless excluded
 */
record Verdict(Outcome outcome, String reason, String zone) {
  static final Verdict KEPT = new Verdict(Outcome.KEPT, null, null);
  static final Verdict DUPLICATE = new Verdict(Outcome.DUPLICATE, null, null);

  static Verdict excluded(String zone) {
    return new Verdict(Outcome.EXCLUDED, null, zone);
  }

  static Verdict refused(String reason) {
    return new Verdict(Outcome.REFUSED, reason, null);
  }

  static Verdict quarantined(String reason) {
    return new Verdict(Outcome.QUARANTINED, reason, null);
  }
}
