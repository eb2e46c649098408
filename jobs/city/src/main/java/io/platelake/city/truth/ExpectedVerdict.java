package io.platelake.city.truth;

/**
 * What landing has to do with a record and why.
 *
 * @param reason null unless refused or quarantined
 * @param zone id of the protected place, null unless excluded
 */
public record ExpectedVerdict(ExpectedFate outcome, String reason, String zone) {
  public static final ExpectedVerdict KEPT = new ExpectedVerdict(ExpectedFate.KEPT, null, null);
  public static final ExpectedVerdict DUPLICATE =
      new ExpectedVerdict(ExpectedFate.DUPLICATE, null, null);

  public static ExpectedVerdict excluded(String zone) {
    return new ExpectedVerdict(ExpectedFate.EXCLUDED, null, zone);
  }

  public static ExpectedVerdict refused(String reason) {
    return new ExpectedVerdict(ExpectedFate.REFUSED, reason, null);
  }

  public static ExpectedVerdict quarantined(String reason) {
    return new ExpectedVerdict(ExpectedFate.QUARANTINED, reason, null);
  }
}
