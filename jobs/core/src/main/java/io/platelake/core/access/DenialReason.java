package io.platelake.core.access;

import java.util.Locale;

/** Why somebody may not look. */
public enum DenialReason {
  NO_ACCOUNT("the register of users has no such account", "Have the account registered"),
  ACCOUNT_ENDED("the account has ended", "Apply for a new one"),
  ACCOUNT_SUSPENDED("the account is suspended", "Have the suspension lifted"),
  SHARED_ACCOUNT("the account is not of one person", "Use an account of your own"),
  SERVICE_ACCOUNT("the account is a service, which looks at nothing", "Use a person's account"),
  ROLE_NOT_ALLOWED("no role of the account is one of the policy", "Have the role registered"),
  PURPOSE_UNKNOWN("the policy has no such purpose", "Use a purpose of the policy"),
  ROLE_NOT_FOR_PURPOSE("no role of the account serves this purpose", "Ask a person who has one"),
  ROLE_MAY_NOT_SEARCH("no role of the account may search", "Ask a person who may"),
  NO_NEED("no need for access is on file", "Have the need registered"),
  NO_GRANT("no grant names the account", "Have the access granted"),
  GRANT_ENDED("the grant has ended", "Have the access granted again"),
  GRANT_PURPOSE("the grant does not cover the purpose", "Have the purpose granted"),
  GRANT_OFFICE("the grant is not of the office that may give it", "Have that office grant it"),
  GRANT_OWN("the person granted it to himself", "Have another person grant it"),
  GRANT_UNREVIEWED("the grant was not reviewed in time", "Have the grant reviewed"),
  GRANT_SOURCE("the grant does not cover this source", "Have the source granted"),
  DIRECT_ACCESS("nobody let this outsider in without supervision", "Request a share of the data"),
  INACTIVE("the account was not used for too long", "Apply for access again"),
  TRAINING_MISSING("training is missing", "Complete it"),
  TRAINING_LAPSED("training is too long ago", "Repeat it"),
  TRAINING_BEFORE_RETURN("training was before the return or change of role", "Repeat it"),
  TRAINING_BEFORE_CHANGE("training was before a change", "Complete the new training"),
  STATEMENT_LACKS("the statement lacks an item", "State it"),
  STATEMENT_LACKS_ALL("the statement has none of several items", "State one of them"),
  SAYS_NOTHING("the text says nothing", "Say which case or why"),
  REFUSED_ALONE("this word alone is no purpose", "Name the case"),
  PURPOSE_NOT_ACCEPTED("the stated purpose is not on the list", "Choose one of the list"),
  PERSONAL_DATA("the statement holds personal data", "Take it out"),
  PROHIBITED_USE("the statement names a prohibited use", "Have a reviewer look at it"),
  DEVICE_NOT_ISSUED("no device that the agency issued is attested", "Use a device of the agency"),
  NO_SECOND_FACTOR("no second factor is attested", "Log in with a second factor");

  private final String why;
  private final String remedy;

  DenialReason(String why, String remedy) {
    this.why = why;
    this.remedy = remedy;
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
