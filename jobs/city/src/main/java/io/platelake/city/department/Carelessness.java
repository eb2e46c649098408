package io.platelake.city.department;

import io.platelake.city.chance.Dice;
import io.platelake.core.policy.governance.Detector;

/** What people leave out or type wrongly every day: rare, and truly wrong, but for two codes. */
final class Carelessness {
  private static final String[] NOTHING = {"check", "follow up", "x", "asdfghjk", "n/a", "verify"};
  private static final String[] GENERIC = {"Investigation", "inv", "police business"};

  /** Codes that say much to those who know them. */
  private static final String[] CODES = {"DV", "HR"};

  private final Dice dice;

  Carelessness(Dice dice) {
    this.dice = dice;
  }

  void spoil(SearchDraft draft) {
    if (dice.chance(0.012)) {
      draft.stating(draft.reason, "");
    } else if (dice.chance(0.008)) {
      draft.stating(draft.caseNumber, "").truly(Detector.CASE_IN_REASON);
    } else if (dice.chance(0.006)) {
      draft
          .stating(NOTHING[dice.below(NOTHING.length)], draft.caseNumber)
          .truly(Detector.UNINFORMATIVE_REASON);
    } else if (dice.chance(0.006)) {
      draft
          .stating(GENERIC[dice.below(GENERIC.length)], draft.caseNumber)
          .truly(Detector.GENERIC_REASON);
    } else if (dice.chance(0.004)) {
      draft
          .stating(draft.reason, "26-9" + dice.between(10_000, 99_999))
          .truly(Detector.UNKNOWN_CASE);
    } else if (dice.chance(0.002)) {
      draft.stating(CODES[dice.below(CODES.length)], draft.caseNumber);
    } else if (dice.chance(0.002)) {
      // A case of the neighbours: proper, and unknown to the dispatch system here.
      draft.stating(draft.reason, "OT26-" + dice.between(1_000, 9_999));
    }
  }
}
