package io.platelake.core.share;

import java.util.Locale;

/** Why data may not leave. */
public enum ShareReason {
  BASIS_UNKNOWN(true, "the policy lets nothing out on this basis", "Name a basis of the policy"),
  RECIPIENT_UNKNOWN(
      true, "no recipient is registered under this id", "Have it verified and registered"),
  RECIPIENT_BLOCKED(true, "the register says that it gets nothing", "Refuse the request"),
  KIND_BLOCKED(true, "the policy gives this kind of recipient nothing", "Refuse the request"),
  KIND_UNCLEAR(
      false,
      "the register does not tell whether it is of a kind that gets nothing",
      "Complete its entry in the register of recipients"),
  NAME_OF_BLOCKED(
      true, "a body that gets nothing has the same name or alias", "Correct the register"),
  KIND_NOT_FOR_BASIS(true, "the basis is for other kinds of recipient", "Name another basis"),
  CONSIDERATION(true, "something is given for the data", "Refuse the request: nothing is sold"),
  PUBLIC_RECORD(true, "reader data is no public record", "Hand out a report or a redacted log"),
  DIRECT_ACCESS(
      true, "no grant in force lets this recipient look itself", "Hand the data over instead"),
  TASK_FORCE(true, "the recipient is not registered with this task force", "Correct the register"),
  ITEM_MISSING(false, "an item that the basis needs is not on file", "Put it on file"),
  OTHER_NAME(
      false, "the agency that is named is not the recipient", "Name it as the register does"),
  RELEASE_NOT_APPROVED(false, "no approval of the release is in force", "Have it approved"),
  AGREEMENT_NOT_IN_FORCE(
      false, "no agreement with the recipient is in force", "Renew the agreement"),
  NOT_VERIFIED(false, "nobody has verified the request", "Verify it"),
  NOT_APPROVED(false, "nobody has approved the request", "Have another person approve it"),
  OWN_APPROVAL(
      false, "the person who recorded it may not approve it", "Have another person approve it"),
  OTHER_DATA(
      false, "the export holds reader data and audit data was asked for", "Name another export");

  private final boolean last;
  private final String why;
  private final String remedy;

  ShareReason(boolean last, String why, String remedy) {
    this.last = last;
    this.why = why;
    this.remedy = remedy;
  }

  /** Whether nothing can be added to the request that would change the answer. */
  public boolean isFinal() {
    return last;
  }

  /** The fact, for people. */
  public String why() {
    return why;
  }

  /** What to do. */
  public String remedy() {
    return remedy;
  }

  /** Its name in records. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
