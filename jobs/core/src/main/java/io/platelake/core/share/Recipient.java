package io.platelake.core.share;

import io.platelake.core.access.Terms;
import io.platelake.core.register.RegisterEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A body outside the agency, as its register describes it.
 *
 * @param id id in the register
 * @param name name for people
 * @param names name and aliases, each in one spelling
 * @param kind kind of the register, such as law_enforcement
 * @param level level of government, or private
 * @param jurisdiction ISO 3166-2 code of its state; empty where none is registered
 * @param parent id of the body that it belongs to
 * @param blocked whether the register says that it gets nothing
 * @param immigration whether it enforces immigration law
 * @param verifiedAt when somebody checked that it is who it says, UTC
 * @param taskForces ids of the task forces that it takes part in
 */
public record Recipient(
    String id,
    String name,
    Set<String> names,
    String kind,
    String level,
    Optional<String> jurisdiction,
    Optional<String> parent,
    boolean blocked,
    Told immigration,
    Optional<Instant> verifiedAt,
    List<String> taskForces) {
  private static final String FEDERAL = "federal";

  public Recipient {
    names = Set.copyOf(names);
    taskForces = List.copyOf(taskForces);
  }

  static Recipient of(RegisterEntry entry) {
    Map<String, String> values = entry.values();
    Set<String> names = new TreeSet<>(List.of(Terms.spelled(values.get("name"))));
    entry.find("aliases").map(Recipient::list).orElse(List.of()).stream()
        .map(Terms::spelled)
        .forEach(names::add);
    return new Recipient(
        entry.key(),
        values.get("name"),
        names,
        values.get("kind"),
        values.get("level"),
        entry.find("jurisdiction"),
        entry.find("parent"),
        "true".equals(values.get("blocked")),
        immigration(entry),
        entry.find("verified_at").map(Instant::parse),
        entry.find("task_forces").map(Recipient::list).orElse(List.of()));
  }

  /** Of a federal body it has to be said; other bodies do not enforce it unless they say so. */
  private static Told immigration(RegisterEntry entry) {
    return entry
        .find("immigration_enforcement")
        .map(flag -> Told.of("true".equals(flag)))
        .orElse(FEDERAL.equals(entry.values().get("level")) ? Told.UNCLEAR : Told.NO);
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(";")).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  /** Whether it is an agency of a government. */
  public boolean isPublic() {
    return Set.of("law_enforcement", "prosecutorial", "other_public_agency").contains(kind)
        && !level.equals("private");
  }

  /** Whether it enforces or prosecutes. */
  public boolean isLawEnforcement() {
    return isPublic() && !kind.equals("other_public_agency");
  }

  boolean isFederal() {
    return level.equals(FEDERAL);
  }

  boolean isVerified(Instant at) {
    return verifiedAt.filter(when -> !when.isAfter(at)).isPresent();
  }

  /** Its kind in the ledger: government_agency, researcher or other. */
  public String ledgerKind() {
    if (isPublic()) {
      return "government_agency";
    }
    return kind.equals("research") ? "researcher" : "other";
  }
}
