package io.platelake.core.register;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells the account of one person from one that several people share, by its name. */
public final class AccountName {
  /** Names of nobody in particular; each as a part of an account name. */
  private static final Set<String> NOBODY =
      Set.of(
          "all",
          "anonymous",
          "common",
          "demo",
          "department",
          "dept",
          "desk",
          "dispatch",
          "everybody",
          "everyone",
          "generic",
          "group",
          "guest",
          "nobody",
          "office",
          "patrol",
          "public",
          "shared",
          "shift",
          "squad",
          "staff",
          "team",
          "temp",
          "test",
          "trainee",
          "unit",
          "unknown",
          "user",
          "users",
          "visitor");

  /** Names of an office; alone, or with a number, they are nobody's. */
  private static final Set<String> OFFICES =
      Set.of(
          "admin",
          "administrator",
          "analyst",
          "chief",
          "detective",
          "detectives",
          "officer",
          "operator",
          "police",
          "root",
          "sergeant",
          "supervisor",
          "superuser",
          "system");

  private AccountName() {}

  /** Why an account cannot belong to one person; empty if its name does not say so. */
  public static Optional<String> findFault(String account) {
    return findFault(account, List.of());
  }

  /**
   * @param refused further parts of a name that a policy refuses, in lower case
   */
  public static Optional<String> findFault(String account, List<String> refused) {
    String lower = account.toLowerCase(Locale.ROOT);
    int at = lower.indexOf('@');
    String local = at > 0 ? lower.substring(0, at) : lower;
    String own = local.substring(local.lastIndexOf('\\') + 1);
    List<String> parts =
        java.util.Arrays.stream(own.split("[^a-z]+")).filter(p -> !p.isEmpty()).toList();
    for (String part : parts) {
      if (NOBODY.contains(part) || refused.contains(part)) {
        return Optional.of("is a generic or shared account");
      }
    }
    if (parts.size() == 1 && OFFICES.contains(parts.get(0))) {
      return Optional.of("is an office and no person");
    }
    return Optional.empty();
  }
}
