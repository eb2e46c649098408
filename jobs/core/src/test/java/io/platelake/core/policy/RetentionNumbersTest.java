package io.platelake.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.Retention;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.core.policy.retention.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every retention number of the five policies, to the second: what the clock started at these
 * instants is kept a second before its limit and gone a second after. The expected instants are
 * counted out here, not computed by the code under test. Writes the table an auditor may ask for to
 * {@code target/retention-numbers.md}.
 */
class RetentionNumbersTest {
  private static final List<String> STARTS =
      List.of("2026-06-01T08:30:00Z", "2023-08-31T06:00:00Z", "2024-02-29T23:59:59Z");
  private static final List<String> TABLE = new ArrayList<>();

  record Number(String policy, String what, Period period, boolean max, RetentionRule rule) {
    @Override
    public String toString() {
      return policy + ", " + what + (max ? ": at most " : ": at least ") + period;
    }
  }

  static Stream<Arguments> numbers() {
    List<Number> numbers = new ArrayList<>();
    for (String id : PolicyFiles.PACKS) {
      Policy policy = PolicyFiles.pack(id).rules();
      new TreeMap<>(policy.retention())
          .forEach((purpose, rule) -> add(numbers, id, "reads for " + purpose, rule));
      new TreeMap<>(policy.records())
          .forEach((kind, rule) -> rule.own().ifPresent(own -> add(numbers, id, kind, own)));
      new TreeMap<>(policy.holds())
          .forEach(
              (kind, hold) -> {
                RetentionRule rule =
                    new RetentionRule(
                        Optional.empty(),
                        Optional.of(hold.keep()),
                        hold.after(),
                        java.util.Set.of(),
                        hold.authority());
                add(numbers, id, "hold " + kind, rule);
              });
    }
    return numbers.stream().flatMap(n -> STARTS.stream().map(start -> Arguments.of(n, start)));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void shouldKeepASecondBeforeAndLetGoASecondAfter(Number number, String start) {
    Instant from = Instant.parse(start);
    Instant limit = counted(from, number.period());
    Optional<Instant> computed =
        number.max() ? number.rule().expiresAt(from) : number.rule().keptUntil(from);
    assertEquals(Optional.of(limit), computed);
    assertTrue(Retention.isKept(computed.get(), limit.minusSeconds(1)));
    assertFalse(Retention.isKept(computed.get(), limit.plusSeconds(1)));
    TABLE.add(
        String.join(
            " | ",
            "| " + number.policy(),
            number.what(),
            (number.max() ? "at most " : "at least ") + number.period(),
            number.rule().clock().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            number.rule().authority().toString(),
            start,
            "kept " + limit.minusSeconds(1),
            (number.max() ? "gone " : "may go ") + limit.plusSeconds(1) + " |"));
  }

  @AfterAll
  static void writeTheTable() throws IOException {
    assertTrue(TABLE.size() >= 100, "only " + TABLE.size() + " numbers");
    List<String> lines = new ArrayList<>();
    lines.add("| policy | what | number | clock | authority | starts | a second before | after |");
    lines.add("|---|---|---|---|---|---|---|---|");
    lines.addAll(TABLE);
    Path target = Path.of(System.getProperty("basedir", "."), "target");
    Files.createDirectories(target);
    Files.write(target.resolve("retention-numbers.md"), lines);
  }

  private static void add(List<Number> numbers, String id, String what, RetentionRule rule) {
    rule.max().ifPresent(max -> numbers.add(new Number(id, what, max, true, rule)));
    rule.min().ifPresent(min -> numbers.add(new Number(id, what, min, false, rule)));
  }

  /** Seconds for exact units; calendar pages turned by hand for the others. */
  private static Instant counted(Instant from, Period period) {
    int[] secondsOf = {60, 3_600, 86_400};
    if (period.unit().ordinal() < secondsOf.length) {
      return Instant.ofEpochSecond(
          from.getEpochSecond() + (long) period.amount() * secondsOf[period.unit().ordinal()]);
    }
    String text = from.toString();
    int year = Integer.parseInt(text.substring(0, 4));
    int month = Integer.parseInt(text.substring(5, 7));
    int day = Integer.parseInt(text.substring(8, 10));
    int pages = period.amount() * (period.unit() == Unit.YEARS ? 12 : 1);
    for (int i = 0; i < pages; i++) {
      year += month == 12 ? 1 : 0;
      month = month == 12 ? 1 : month + 1;
    }
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    int[] days = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return Instant.parse(
        String.format(
            "%04d-%02d-%02d%s", year, month, Math.min(day, days[month - 1]), text.substring(10)));
  }
}
