package io.platelake.core.policy.governance;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a screen of logged searches looks for. The order decides totals: a search counts under the
 * first detector that names it, and keeps the labels of all.
 */
public enum Detector {
  PROHIBITED_WORD("the stated reason names a prohibited use"),
  STAFF_PLATE("the plate is of staff or their household"),
  ENDED_ACCOUNT("the account was unknown, ended or suspended"),
  UNTRAINED("the person had no valid training"),
  BLOCKED_RECIPIENT("the organisation is a recipient that may get nothing"),
  NO_AGREEMENT("no agreement with the organisation was in force"),
  TWO_PLACES("one account used two devices at once", Parameter.WITHIN),
  SHARED_ADDRESS("many accounts used one device on one day", Parameter.AT_LEAST),
  REPEAT_TARGET(
      "one person looked for one plate again and again, never with a case",
      Parameter.AT_LEAST,
      Parameter.WITHIN),
  MISSING_STATEMENT("what the policy wants stated is missing"),
  CASE_IN_REASON("the case number is in the field of the reason"),
  UNKNOWN_CASE("the case number is not in the list of cases, or not of their form"),
  UNINFORMATIVE_REASON("the reason says nothing"),
  GENERIC_REASON("the reason is a word that fits every search", Parameter.TERMS),
  PLATES_OF_CASE(
      "one case stands for many plates of one person", Parameter.AT_LEAST, Parameter.WITHIN),
  CASES_OF_PLATE("one person gave many cases for one plate", Parameter.AT_LEAST, Parameter.WITHIN),
  OUT_OF_SHIFT("the person was not on duty by the roster", Parameter.WITHIN),
  CONSECUTIVE_DAYS("one person searched on many days in a row", Parameter.AT_LEAST),
  VOLUME("one person searched far more than the unit", Parameter.AT_LEAST, Parameter.TIMES),
  WINDOW_BEYOND_RETENTION("the window began before the limit of reads", Parameter.WITHIN),
  WIDE_SCOPE("many networks were searched for a minor matter", Parameter.AT_LEAST, Parameter.TERMS),
  ON_BEHALF("the reason names another agency as the one who asked", Parameter.TERMS),
  UNRECORDED_EXPORT("an export has no record of its share"),
  CHANGED_SHARING("settings of sharing changed without an agreement in force");

  /** Numbers and lists that a rule sets. */
  public enum Parameter {
    AT_LEAST,
    WITHIN,
    TIMES,
    TERMS;

    /** Its key in a policy. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String finds;
  private final Set<Parameter> needs;

  Detector(String finds, Parameter... needs) {
    this.finds = finds;
    this.needs = EnumSet.noneOf(Parameter.class);
    this.needs.addAll(Set.of(needs));
  }

  /** What a finding says, for people. */
  public String finds() {
    return finds;
  }

  /** What a rule must set for it. */
  public Set<Parameter> needs() {
    return Set.copyOf(needs);
  }

  /** Its name in policies and records. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
