package io.platelake.core.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Valid time and record time of registers, beside a calendar that knows every day. */
class RegisterHistoryTest {
  private static final RegisterContract USERS = ShippedRegisters.find("users").orElseThrow();
  private static final int DAYS = 12;

  @Test
  void shouldShowWhoWasThereOnAnyDayAsItWasKnownThen() {
    List<RegisterEvent> events = new ArrayList<>();
    load(events, "2026-01-05", "a,p-1,,active\nb,p-2,,active\n");
    load(events, "2026-02-05", "a,p-1,detectives,active\n");
    load(events, "2026-03-05", "a,p-1,detectives,active\nb,p-2,,active\n");
    RegisterHistory all = RegisterHistory.of(events);
    assertEquals("a b", keys(all.at(day("2026-01-06"))));
    assertEquals("a", keys(all.at(day("2026-02-06"))), "the leaver is gone");
    assertEquals("a b", keys(all.at(day("2026-03-06"))), "and back");
    assertEquals("", keys(all.at(day("2026-01-04"))));
    assertEquals(3, all.entries("b").size() + 1, "the rows of a leaver stay");
    RegisterHistory then = RegisterHistory.knownAt(events, day("2026-01-31"));
    assertEquals("a b", keys(then.at(day("2026-02-06"))), "in January no end was known");
    assertEquals(Optional.of("detectives"), all.find("a", day("2026-02-06")).get().find("roles"));
  }

  @Test
  void shouldRecordNothingForAFileThatSaysWhatIsKnown() {
    List<RegisterEvent> events = new ArrayList<>();
    load(events, "2026-01-05", "a,p-1,,active\nb,p-2,,active\n");
    RegisterDiff again = load(events, "2026-01-06", "a,p-1,,active\nb,p-2,,active\n");
    assertEquals(List.of(), again.events());
    assertEquals(2, again.unchanged());
    RegisterDiff moved = load(events, "2026-01-07", "a,p-1,detectives,active\nc,p-3,,active\n");
    assertEquals(
        "CHANGED a [roles], ADDED c [], ENDED b []",
        moved.changes().stream()
            .map(c -> c.kind() + " " + c.key() + " " + c.fields())
            .collect(Collectors.joining(", ")));
  }

  @Test
  void shouldTakeAFileOfChangesForWhatItNames() {
    List<RegisterEvent> events = new ArrayList<>();
    load(events, "2026-01-05", "a,p-1,,active\nb,p-2,,active\n");
    List<RegisterRow> rows =
        RegisterFile.csvOfChanges(
            USERS,
            "user_id,person_id,kind,status,change,valid_from\n"
                + "b,,,,end,2026-01-20\nc,p-3,internal,active,put,\n",
            "c.csv");
    RegisterDiff diff = RegisterDiff.ofChanges(RegisterHistory.of(events), rows, day("2026-01-10"));
    events.addAll(diff.events());
    RegisterHistory all = RegisterHistory.of(events);
    assertEquals("a b c", keys(all.at(day("2026-01-19"))));
    assertEquals("a c", keys(all.at(day("2026-01-20"))));
  }

  /** What a correction says of the past is known from its load on, and not before. */
  @Test
  void shouldCorrectThePastWithoutForgettingWhatWasKnown() {
    List<RegisterEvent> events = new ArrayList<>();
    load(events, "2026-01-05", "a,p-1,,active\n");
    List<RegisterRow> correction =
        RegisterFile.csv(
            USERS,
            "user_id,person_id,kind,roles,status,valid_from\na,p-1,internal,analysts,active,2026-01-05\n",
            "u.csv");
    events.addAll(
        RegisterDiff.ofSnapshot(RegisterHistory.of(events), correction, day("2026-04-01"))
            .events());
    assertEquals(
        Optional.of("analysts"),
        RegisterHistory.of(events).find("a", day("2026-02-01")).get().find("roles"));
    assertEquals(
        Optional.empty(),
        RegisterHistory.knownAt(events, day("2026-03-31"))
            .find("a", day("2026-02-01"))
            .get()
            .find("roles"));
  }

  @Property
  void shouldSayOfEveryDayWhatACalendarSays(@ForAll("events") List<RegisterEvent> events) {
    Map<String, String[]> calendar = new TreeMap<>();
    for (RegisterEvent e : events) {
      String[] days = calendar.computeIfAbsent(e.key(), k -> new String[DAYS]);
      int to = e.to().map(RegisterHistoryTest::number).orElse(DAYS);
      Arrays.fill(days, number(e.from()), Math.min(to, DAYS), e.values().get("v"));
    }
    RegisterHistory history = RegisterHistory.of(events);
    calendar.forEach(
        (key, days) -> {
          for (int day = 0; day < DAYS; day++) {
            assertEquals(
                Optional.ofNullable(days[day]),
                history.find(key, instant(day)).flatMap(e -> e.find("v")),
                key + " on day " + day);
          }
          for (int i = 1; i < history.entries(key).size(); i++) {
            RegisterEntry before = history.entries(key).get(i - 1);
            RegisterEntry entry = history.entries(key).get(i);
            assertTrue(!before.to().orElseThrow().isAfter(entry.from()), "entries overlap");
            assertTrue(
                before.to().get().isBefore(entry.from()) || !before.values().equals(entry.values()),
                "neighbours that say the same are one");
          }
        });
  }

  @Property
  void shouldHoldWhatTheFileSaysOnceItIsLoaded(
      @ForAll("events") List<RegisterEvent> events, @ForAll("file") Map<String, String> file) {
    RegisterHistory before = RegisterHistory.of(events);
    Instant now = instant(DAYS / 2);
    List<RegisterRow> rows =
        file.entrySet().stream()
            .map(
                e ->
                    new RegisterRow(
                        e.getKey(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("v", e.getValue()),
                        false,
                        "f"))
            .toList();
    RegisterDiff diff = RegisterDiff.ofSnapshot(before, rows, now);
    List<RegisterEvent> all = new ArrayList<>(events);
    // A load is later than all that is recorded.
    diff.events().forEach(e -> all.add(later(e)));
    RegisterHistory after = RegisterHistory.of(all);
    for (int day = DAYS / 2; day < DAYS + 2; day++) {
      Map<String, String> holds = new TreeMap<>();
      after.at(instant(day)).forEach(e -> holds.put(e.key(), e.values().get("v")));
      assertEquals(new TreeMap<>(file), holds, "day " + day);
    }
    assertEquals(List.of(), RegisterDiff.ofSnapshot(after, rows, now).events());
  }

  @Provide
  Arbitrary<Map<String, String>> file() {
    return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d"), Arbitraries.of("x", "y"));
  }

  @Provide
  Arbitrary<List<RegisterEvent>> events() {
    Arbitrary<RegisterEvent> one =
        Combinators.combine(
                Arbitraries.of("a", "b", "c"),
                Arbitraries.of("x", "y", "z", "end"),
                Arbitraries.integers().between(0, DAYS - 1),
                Arbitraries.integers().between(1, DAYS + 4))
            .as(RegisterHistoryTest::event);
    return one.list()
        .ofMaxSize(12)
        .map(
            list -> {
              List<RegisterEvent> ordered = new ArrayList<>();
              for (int i = 0; i < list.size(); i++) {
                RegisterEvent e = list.get(i);
                ordered.add(
                    new RegisterEvent(
                        e.key(), e.kind(), e.from(), e.to(), e.values(), instant(i), 0));
              }
              return ordered;
            });
  }

  private static RegisterEvent event(String key, String value, int from, int length) {
    boolean end = value.equals("end");
    return new RegisterEvent(
        key,
        end ? RegisterEvent.Kind.END : RegisterEvent.Kind.PUT,
        instant(from),
        end || from + length > DAYS ? Optional.empty() : Optional.of(instant(from + length)),
        end ? Map.of() : Map.of("v", value),
        instant(0),
        0);
  }

  private static RegisterEvent later(RegisterEvent e) {
    return new RegisterEvent(
        e.key(), e.kind(), e.from(), e.to(), e.values(), instant(1_000), e.order());
  }

  private static RegisterDiff load(List<RegisterEvent> events, String day, String rows) {
    StringBuilder csv = new StringBuilder("user_id,person_id,kind,roles,status\n");
    rows.lines()
        .forEach(
            line -> {
              String[] c = line.split(",", -1);
              csv.append(String.join(",", c[0], c[1], "internal", c[2], c[3])).append('\n');
            });
    RegisterDiff diff =
        RegisterDiff.ofSnapshot(
            RegisterHistory.of(events), RegisterFile.csv(USERS, csv.toString(), "u.csv"), day(day));
    events.addAll(diff.events());
    return diff;
  }

  private static String keys(List<RegisterEntry> entries) {
    return entries.stream().map(RegisterEntry::key).collect(Collectors.joining(" "));
  }

  private static Instant day(String date) {
    return Instant.parse(date + "T00:00:00Z");
  }

  private static Instant instant(int day) {
    return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day);
  }

  private static int number(Instant at) {
    return (int) ((at.getEpochSecond() - instant(0).getEpochSecond()) / 86_400);
  }
}
