package io.platelake.core.access;

import io.platelake.core.register.RegisterEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An account for a time in which nothing about it changed.
 *
 * @param account login, in lower case
 * @param from first instant, UTC
 * @param to first instant after it, UTC; empty while it lasts
 * @param person key of the person
 * @param kind employee or outsider, with or without supervision, or a service
 * @param roles roles of the policy
 * @param permissions what it may start, by {@link Permission}
 * @param isActive false while it is suspended
 * @param hasNeed whether a need is on file
 * @param lastUsed last use that the directory knows of
 * @param serves ids of other agencies for which it acts
 * @param osUser login at the operating system; that of the account where none is registered
 */
public record AccountSpan(
    String account,
    Instant from,
    Optional<Instant> to,
    String person,
    Kind kind,
    Set<String> roles,
    Set<String> permissions,
    boolean isActive,
    boolean hasNeed,
    Optional<Instant> lastUsed,
    Set<String> serves,
    String osUser) {

  /** Whose the account is. */
  public enum Kind {
    INTERNAL,
    SUPERVISED,
    EXTERNAL,
    SERVICE
  }

  /** Of an entry of the register of users. */
  public static AccountSpan of(RegisterEntry e) {
    return new AccountSpan(
        e.key(),
        e.from(),
        e.to(),
        e.values().get("person_id"),
        Kind.valueOf(e.values().get("kind").toUpperCase(java.util.Locale.ROOT)),
        Values.words(e, "roles"),
        Values.words(e, "permissions"),
        e.values().get("status").equals("active"),
        e.find("need").isPresent(),
        Values.instant(e, "last_used"),
        Values.words(e, "serves"),
        e.find("os_user").orElse(e.key()));
  }

  /** Whether it lasts at an instant. */
  public boolean holdsAt(Instant at) {
    return !at.isBefore(from) && to.map(at::isBefore).orElse(true);
  }
}
