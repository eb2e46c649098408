package io.platelake.core.access;

import java.util.Locale;

/** What an account may start, as its row in the register of users says. */
public enum Permission {
  /** Adopt policies, load registers. */
  ADMINISTER,
  /** Land, match, count, compact: the work of the night, which shows nothing. */
  OPERATE,
  /** See hits, alerts and records: passes the access decision. */
  LOOK,
  /** Open and close holds. */
  HOLD,
  /** Plan, run and verify purges. */
  PURGE,
  /** Approve in an office: purges, releases, lists. */
  APPROVE,
  /** Rule out false matches. */
  SUPPRESS,
  /** Request and make releases. */
  RELEASE,
  /** Look after those who look. */
  AUDIT;

  /** Its word in the register. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a service may have it: nobody is behind a service who decides or looks. */
  public boolean isForServices() {
    return this == OPERATE || this == PURGE;
  }
}
