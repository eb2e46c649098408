package io.platelake.core.access;

import io.platelake.core.register.RegisterEntry;
import io.platelake.core.register.RegisterHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The registers of one agency as the access decision asks them. */
public final class AccessRegisters {
  /**
   * @param entry from its approval to its end
   * @param approvedBy person
   */
  record Grant(
      RegisterEntry entry,
      Set<String> purposes,
      Set<String> sources,
      String office,
      String approvedBy,
      boolean directAccess,
      Instant reviewed) {}

  /**
   * @param until first instant at which it no longer counts by its certificate
   */
  record Trained(Set<String> topics, Instant completed, Optional<Instant> until) {}

  record TrainingChange(Set<String> topics, Instant changedAt, Instant due, RegisterEntry entry) {}

  private final Map<String, List<AccountSpan>> accounts = new HashMap<>();
  private final Map<String, List<Grant>> grants = new HashMap<>();
  private final Map<String, List<Trained>> trainings = new HashMap<>();
  private final List<TrainingChange> changes = new ArrayList<>();
  private final Map<String, List<RegisterEntry>> offices = new HashMap<>();
  private final RegisterHistory devices;
  private final Map<String, Instant> lastUses;

  /**
   * @param registers history of each, by name; one that is absent is empty
   * @param lastUses last use of accounts that the platform has seen itself
   */
  public AccessRegisters(Map<String, RegisterHistory> registers, Map<String, Instant> lastUses) {
    this.lastUses = Map.copyOf(lastUses);
    this.devices = registers.getOrDefault("devices", RegisterHistory.EMPTY);
    each(registers, "users", e -> put(accounts, e.key(), AccountSpan.of(e)));
    each(registers, "grants", e -> put(grants, e.values().get("user_id"), grant(e)));
    each(registers, "training", e -> put(trainings, e.values().get("person_id"), trained(e)));
    each(registers, "training_rules", e -> changes.add(change(e)));
    each(registers, "responsible", e -> put(offices, e.values().get("office"), e));
  }

  private static void each(
      Map<String, RegisterHistory> registers,
      String name,
      java.util.function.Consumer<RegisterEntry> take) {
    RegisterHistory history = registers.getOrDefault(name, RegisterHistory.EMPTY);
    history.keys().forEach(key -> history.entries(key).forEach(take));
  }

  private static <T> void put(Map<String, List<T>> map, String key, T value) {
    map.computeIfAbsent(key, k -> new ArrayList<>(2)).add(value);
  }

  private static Grant grant(RegisterEntry e) {
    return new Grant(
        e,
        Values.words(e, "purposes"),
        Values.words(e, "sources"),
        e.values().get("office"),
        e.values().get("approved_by"),
        e.find("direct_access").map("true"::equals).orElse(false),
        Values.instant(e, "reviewed_at").orElse(Instant.parse(e.values().get("approved_at"))));
  }

  private static Trained trained(RegisterEntry e) {
    return new Trained(
        Values.words(e, "topics"),
        Instant.parse(e.values().get("completed_on")),
        Values.instant(e, "valid_until"));
  }

  private static TrainingChange change(RegisterEntry e) {
    return new TrainingChange(
        Values.words(e, "topics"),
        Instant.parse(e.values().get("changed_at")),
        Instant.parse(e.values().get("due")),
        e);
  }

  /** The account in every time that it had, in order. */
  public List<AccountSpan> spans(String account) {
    return accounts.getOrDefault(account, List.of());
  }

  /** The account as it is at an instant. */
  public Optional<AccountSpan> find(String account, Instant at) {
    return spans(account).stream().filter(s -> s.holdsAt(at)).findFirst();
  }

  /** Every account that lasts at an instant, in no order: the list of those who may have access. */
  public List<AccountSpan> at(Instant at) {
    return accounts.values().stream()
        .flatMap(List::stream)
        .filter(span -> span.holdsAt(at))
        .toList();
  }

  /** Persons that an account stood for; the account itself where it is not registered. */
  public String person(String account) {
    List<AccountSpan> spans = spans(account);
    return spans.isEmpty() ? account : spans.get(spans.size() - 1).person();
  }

  /** Whether a person holds an office at an instant. */
  public boolean holds(String person, String office, Instant at) {
    return offices.getOrDefault(office, List.of()).stream()
        .anyMatch(e -> e.values().get("person_id").equals(person) && e.holdsAt(at));
  }

  /** Whether anybody holds an office at an instant. */
  public boolean isHeld(String office, Instant at) {
    return offices.getOrDefault(office, List.of()).stream().anyMatch(e -> e.holdsAt(at));
  }

  List<Grant> grants(String account) {
    return grants.getOrDefault(account, List.of());
  }

  List<Trained> trainings(String person) {
    return trainings.getOrDefault(person, List.of());
  }

  List<TrainingChange> changes() {
    return changes;
  }

  boolean isIssued(String device, String person, Instant at) {
    return devices
        .find(device, at)
        .filter(e -> e.values().get("person_id").equals(person))
        .isPresent();
  }

  /** Last use known, of the directory or of the platform. */
  Optional<Instant> lastUse(AccountSpan span) {
    Optional<Instant> seen = Optional.ofNullable(lastUses.get(span.account()));
    return seen.isPresent() && span.lastUsed().isPresent()
        ? seen.map(s -> s.isAfter(span.lastUsed().get()) ? s : span.lastUsed().get())
        : seen.or(span::lastUsed);
  }
}
