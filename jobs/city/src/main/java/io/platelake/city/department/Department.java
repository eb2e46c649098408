package io.platelake.city.department;

import io.platelake.core.register.RegisterEvent;
import io.platelake.core.register.RegisterHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The people of a department and its registers. */
final class Department {
  static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
  static final LocalDate START = LocalDate.of(2026, 1, 1);
  static final int DAYS = 365;
  private static final Instant RECORDED = Instant.parse("2025-12-01T00:00:00Z");
  private static final String TOPICS = "policy;statute;privacy;audit_and_reporting";

  private final List<Officer> officers = new ArrayList<>();
  private final Map<String, List<RegisterEvent>> registers = new HashMap<>();

  Department() {
    for (Officer.Unit unit : Officer.Unit.values()) {
      for (int i = 0; i < unit.people(); i++) {
        int number = officers.size();
        String account = String.format(Locale.ROOT, "u%03d", number);
        officers.add(
            new Officer(account, "p-" + number, unit, i % 4, unit.label() + "-" + number / 2));
      }
    }
    officers.forEach(this::register);
    bodies();
  }

  List<Officer> officers() {
    return officers;
  }

  /** Officers of a unit. */
  List<Officer> of(Officer.Unit unit) {
    return officers.stream().filter(o -> o.unit() == unit).toList();
  }

  /** Local noon of a day of the year. */
  static Instant noon(int day) {
    return START.plusDays(day).atTime(12, 0).atZone(ZONE).toInstant();
  }

  /** Takes the training of a person out of the register. */
  void untrained(Officer officer) {
    events("training").removeIf(e -> e.values().get("person_id").equals(officer.person()));
  }

  Map<String, RegisterHistory> registers() {
    Map<String, RegisterHistory> histories = new HashMap<>();
    registers.forEach((name, events) -> histories.put(name, RegisterHistory.of(events)));
    return histories;
  }

  private void register(Officer officer) {
    put(
        "users",
        officer.account(),
        Instant.parse("2025-01-01T00:00:00Z"),
        null,
        Map.of(
            "person_id",
            officer.person(),
            "kind",
            "internal",
            "roles",
            "detectives",
            "status",
            "active",
            "need",
            officer.unit().label(),
            "unit",
            officer.unit().label()));
    put(
        "training",
        officer.person() + " alpr",
        Instant.parse("2025-12-15T00:00:00Z"),
        null,
        Map.of(
            "person_id",
            officer.person(),
            "completed_on",
            "2026-01-01T07:59:00Z",
            "topics",
            TOPICS));
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = START.plusDays(day);
      Shifts.of(officer, date, ZONE)
          .ifPresent(
              shift ->
                  put(
                      "duty_roster",
                      officer.person() + " " + shift.from(),
                      shift.from(),
                      shift.to(),
                      Map.of("person_id", officer.person(), "starts_at", shift.from().toString())));
    }
  }

  private void bodies() {
    body("otherton", "Otherton ST PD", "local", false);
    body("sampleburg", "Sampleburg ST SO", "local", false);
    body("us-border", "US Border Agency", "federal", true);
    agreement("a-1", "otherton", "2027-06-01T00:00:00Z");
    agreement("a-2", "sampleburg", "2026-07-01T07:00:00Z");
  }

  private void body(String id, String name, String level, boolean blocked) {
    put(
        "recipients",
        id,
        Instant.parse("2025-01-01T00:00:00Z"),
        null,
        Map.of(
            "name",
            name,
            "kind",
            "law_enforcement",
            "level",
            level,
            "blocked",
            Boolean.toString(blocked)));
  }

  private void agreement(String id, String party, String ends) {
    put(
        "agreements",
        id,
        Instant.parse("2025-01-01T00:00:00Z"),
        Instant.parse(ends),
        Map.of("party", party, "kind", "sharing", "document", id));
  }

  private void put(
      String register, String key, Instant from, Instant to, Map<String, String> values) {
    List<RegisterEvent> events = events(register);
    events.add(
        new RegisterEvent(
            key,
            RegisterEvent.Kind.PUT,
            from,
            Optional.ofNullable(to),
            values,
            RECORDED,
            events.size()));
  }

  private List<RegisterEvent> events(String register) {
    return registers.computeIfAbsent(register, r -> new ArrayList<>());
  }
}
