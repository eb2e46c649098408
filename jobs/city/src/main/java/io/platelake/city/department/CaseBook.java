package io.platelake.city.department;

import io.platelake.city.chance.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Cases of a year with the plates that belong to each. Most have one plate, a few have dozens. */
final class CaseBook {
  private static final String[] OFFENCES = {
    "Burglary",
    "Robbery",
    "Motor vehicle theft",
    "Assault",
    "Hit and run",
    "Fraud",
    "Homicide",
    "Missing person",
    "Drugs",
    "Stolen property",
    "Arson",
    "Larceny at the justice center"
  };

  /** Details that a screen by substring would take for something else. */
  private static final String[] DETAILS = {
    "shop on Main",
    "police report taken",
    "seen near the office",
    "notice served",
    "black ice crash",
    "service station camera",
    "practice field",
    "vehicle fled east",
    "witness price quote",
    "hospice parking lot",
    "sold as ice",
    "device stolen",
    "suspicious truck",
    "press charges"
  };

  private static final double LARGE = 0.004;
  private static final int PLATES = 400_000;

  /**
   * @param number as the dispatch system has it
   * @param day of the year, from 0
   * @param plates numbers of plates
   */
  record Case(String number, int day, String reason, List<Integer> plates) {}

  private final List<List<Case>> byDay = new ArrayList<>();
  private final List<Case> large = new ArrayList<>();

  CaseBook(long seed, int days, int aDay) {
    int number = 0;
    for (int day = 0; day < days; day++) {
      List<Case> today = new ArrayList<>();
      for (int i = 0; i < aDay; i++) {
        Dice dice = Dice.of(seed, Dice.Stream.CASE, number);
        boolean isLarge = dice.chance(LARGE);
        int plates = isLarge ? dice.between(12, 45) : dice.between(1, 4);
        List<Integer> own = new ArrayList<>();
        for (int p = 0; p < plates; p++) {
          own.add(dice.below(PLATES));
        }
        String reason =
            OFFENCES[dice.below(OFFENCES.length)] + " - " + DETAILS[dice.below(DETAILS.length)];
        Case one = new Case(number(++number), day, reason, List.copyOf(own));
        today.add(one);
        if (isLarge) {
          large.add(one);
        }
      }
      byDay.add(today);
    }
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "26-%06d", number);
  }

  /** A case of the last days, or of today. */
  Case recent(Dice dice, int day) {
    int back = Math.min(day, dice.below(14));
    List<Case> cases = byDay.get(day - back);
    return cases.get(dice.below(cases.size()));
  }

  /** Cases with a dozen plates or more. */
  List<Case> large() {
    return large;
  }

  /** Every number of the year. */
  Set<String> numbers() {
    return byDay.stream()
        .flatMap(List::stream)
        .map(Case::number)
        .collect(Collectors.toUnmodifiableSet());
  }
}
