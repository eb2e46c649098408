package io.platelake.core.detect;

import static io.platelake.core.detect.RowVerdict.CLEAR;
import static io.platelake.core.detect.RowVerdict.UNSEEN;

import io.platelake.core.policy.Policy;
import io.platelake.core.policy.governance.PurposeStatementRules;
import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import java.util.Set;

/**
 * What a policy wants stated with each search, held against what a log shows of it. A number in the
 * field of the reason is stated too; a hidden cell is never missing.
 */
public final class StatedItems {
  private static final Set<Item> NUMBERS =
      Set.of(Item.CASE_NUMBER, Item.INCIDENT_NUMBER, Item.CALL_FOR_SERVICE);

  private final PurposeStatementRules rules;
  private final Remembered isNumber = new Remembered(CaseNumbers::isOnly);

  public StatedItems(Policy policy) {
    this.rules = policy.statementRules();
  }

  /** Whether somebody can see that something is missing. */
  public boolean isGap(SeenCell reason, SeenCell caseNumber) {
    return lacks(reason, caseNumber) == RowVerdict.CANDIDATE;
  }

  RowVerdict lacks(SeenCell reason, SeenCell caseNumber) {
    RowVerdict all = CLEAR;
    for (Item item : rules.allOf()) {
      all = worse(all, lacks(item, reason, caseNumber));
    }
    RowVerdict any = rules.anyOf().isEmpty() ? CLEAR : RowVerdict.CANDIDATE;
    for (Item item : rules.anyOf()) {
      any = better(any, lacks(item, reason, caseNumber));
    }
    return worse(all, any);
  }

  private RowVerdict lacks(Item item, SeenCell reason, SeenCell caseNumber) {
    if (NUMBERS.contains(item)) {
      boolean inReason = reason.isValue() && isNumber.test(reason.text());
      return inReason ? CLEAR : lacks(caseNumber);
    }
    return lacks(reason);
  }

  private static RowVerdict lacks(SeenCell cell) {
    return cell.isHidden() ? UNSEEN : RowVerdict.of(cell.isBlank());
  }

  private static RowVerdict worse(RowVerdict a, RowVerdict b) {
    if (a == RowVerdict.CANDIDATE || b == RowVerdict.CANDIDATE) {
      return RowVerdict.CANDIDATE;
    }
    return a == UNSEEN || b == UNSEEN ? UNSEEN : CLEAR;
  }

  private static RowVerdict better(RowVerdict a, RowVerdict b) {
    if (a == CLEAR || b == CLEAR) {
      return CLEAR;
    }
    return a == UNSEEN || b == UNSEEN ? UNSEEN : RowVerdict.CANDIDATE;
  }
}
