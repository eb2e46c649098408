package io.platelake.core.access;

import java.util.Objects;
import java.util.Set;

/**
 * A question to the access decision.
 *
 * @param account login of who asks, in lower case
 * @param purpose purpose of the policy whose reads are asked for
 * @param isSearch whether stored reads are searched; alerts and figures otherwise
 * @param sources whose data is asked for, as {@code department}
 * @param statement what was stated
 * @param place from where
 */
public record AccessRequest(
    String account,
    String purpose,
    boolean isSearch,
    Set<String> sources,
    PurposeStatement statement,
    AttestedPlace place) {
  /** The agency's own data. */
  public static final Set<String> OWN = Set.of("department");

  public AccessRequest {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(place, "place");
    sources = Set.copyOf(sources);
  }
}
