package io.platelake.core.accesslog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who asks, and from where.
 *
 * @param username account
 * @param affiliation agency of the account
 * @param roles its roles in the policy
 * @param attestedBy what speaks for it: {@code os}, {@code airflow}, {@code token}, {@code stated}
 * @param device as a signed token attests it
 * @param secondFactor whether a signed token attests one
 */
public record Asker(
    String username,
    String affiliation,
    List<String> roles,
    String attestedBy,
    Optional<String> device,
    boolean secondFactor) {
  public Asker {
    Objects.requireNonNull(username, "username");
    Objects.requireNonNull(affiliation, "affiliation");
    Objects.requireNonNull(attestedBy, "attestedBy");
    Objects.requireNonNull(device, "device");
    roles = roles.stream().sorted().toList();
  }
}
