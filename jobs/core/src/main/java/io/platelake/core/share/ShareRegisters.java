package io.platelake.core.share;

import io.platelake.core.register.RegisterEntry;
import io.platelake.core.register.RegisterHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The registers of an agency as a decision on a share asks them, at an instant. */
public final class ShareRegisters {
  private final Map<String, Recipient> bodies = new TreeMap<>();
  private final List<RegisterEntry> everAgreed = new ArrayList<>();
  private final RegisterHistory grants;
  private final Instant at;

  /**
   * @param registers history of each, by name; one that is absent is empty
   */
  public ShareRegisters(Map<String, RegisterHistory> registers, Instant at) {
    this.at = at;
    this.grants = registers.getOrDefault("grants", RegisterHistory.EMPTY);
    registers
        .getOrDefault("recipients", RegisterHistory.EMPTY)
        .at(at)
        .forEach(entry -> bodies.put(entry.key(), Recipient.of(entry)));
    RegisterHistory agreements = registers.getOrDefault("agreements", RegisterHistory.EMPTY);
    agreements.keys().forEach(key -> everAgreed.addAll(agreements.entries(key)));
    everAgreed.removeIf(entry -> "vendor".equals(entry.values().get("kind")));
  }

  /** The body under an id. */
  public Optional<Recipient> find(String id) {
    return Optional.ofNullable(bodies.get(id));
  }

  Iterable<Recipient> all() {
    return bodies.values();
  }

  /**
   * A body and all above it.
   *
   * @param bodies from the body upwards
   * @param complete whether each parent is registered and no body is above itself
   */
  record Line(List<Recipient> bodies, boolean complete) {}

  Line upwards(Recipient body) {
    List<Recipient> line = new ArrayList<>(List.of(body));
    Set<String> seen = new HashSet<>(Set.of(body.id()));
    Optional<String> parent = body.parent();
    while (parent.isPresent()) {
      Optional<Recipient> above = find(parent.get());
      if (above.isEmpty() || !seen.add(above.get().id())) {
        return new Line(line, false);
      }
      line.add(above.get());
      parent = above.get().parent();
    }
    return new Line(line, true);
  }

  /** Bodies that take part in a task force. */
  List<Recipient> members(String taskForce) {
    return bodies.values().stream().filter(b -> b.taskForces().contains(taskForce)).toList();
  }

  /** Whether an agreement with one of these bodies was ever on record. */
  boolean hasAgreed(List<Recipient> line) {
    return everAgreed.stream().anyMatch(entry -> isWith(entry, line));
  }

  /**
   * Whether an agreement with one of these bodies is in force.
   *
   * @param id number of the agreement; any where it is empty
   */
  boolean isAgreed(List<Recipient> line, Optional<String> id) {
    return everAgreed.stream()
        .filter(entry -> entry.holdsAt(at) && isWith(entry, line))
        .anyMatch(entry -> id.isEmpty() || id.get().equals(entry.key()));
  }

  private static boolean isWith(RegisterEntry entry, List<Recipient> line) {
    return line.stream().anyMatch(body -> body.id().equals(entry.values().get("party")));
  }

  /**
   * Whether a grant lets an outsider look himself.
   *
   * @param office office that may give it
   */
  boolean isGrantedDirectly(String grant, String office) {
    return grants
        .find(grant, at)
        .filter(entry -> "true".equals(entry.values().get("direct_access")))
        .filter(entry -> office.equals(entry.values().get("office")))
        .isPresent();
  }

  Instant at() {
    return at;
  }
}
