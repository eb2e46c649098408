package io.platelake.city.department;

import io.platelake.city.chance.Dice;
import io.platelake.core.detect.ScreenedSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Proper searches that look like misuse: overtime, long cases, task forces, crimes at a rally, cars
 * of officers that were stolen. They are what false alarms are made of.
 */
final class ProperOddities {
  private final DepartmentYear year;
  private final List<Officer> detectives;
  private final List<Officer> patrol;

  ProperOddities(DepartmentYear year) {
    this.year = year;
    this.detectives = year.department().of(Officer.Unit.DETECTIVES);
    this.patrol = year.department().of(Officer.Unit.PATROL);
  }

  void add() {
    overtime();
    largeCases();
    longCases();
    taskForce();
    words();
    places();
    bodies();
    stolenCarsOfStaff();
    exports();
  }

  private void overtime() {
    for (int i = 0; i < 60; i++) {
      Dice dice = year.dice(1_000 + i);
      Officer officer = detectives.get(dice.below(detectives.size()));
      int day = dice.below(Department.DAYS);
      Instant late = Department.noon(day).plus(Duration.ofHours(dice.between(8, 12)));
      CaseBook.Case one = year.cases().recent(dice, day);
      year.add(new SearchDraft(officer, late, one.plates().get(0)).under(one));
    }
  }

  /** One detective looks up every plate of a large case within two weeks. */
  private void largeCases() {
    int n = 0;
    for (CaseBook.Case one : year.cases().large()) {
      Dice dice = year.dice(2_000 + n++);
      Officer officer = detectives.get(dice.below(detectives.size()));
      for (int plate : one.plates()) {
        Instant at = Shifts.onDuty(officer, Math.min(360, one.day() + dice.below(12)), dice);
        year.add(new SearchDraft(officer, at, plate).under(one));
      }
    }
  }

  /** A homicide keeps a detective at work for nine days in a row. */
  private void longCases() {
    for (int i = 0; i < 5; i++) {
      Dice dice = year.dice(3_000 + i);
      int day = dice.below(Department.DAYS - 20) + 5;
      CaseBook.Case one = year.cases().recent(dice, day);
      for (int d = 0; d < 9; d++) {
        year.add(
            new SearchDraft(
                    detectives.get(i),
                    Department.noon(day + d).plus(Duration.ofMinutes(dice.below(120))),
                    one.plates().get(0))
                .under(one));
      }
    }
  }

  private void taskForce() {
    Officer officer = detectives.get(detectives.size() - 1);
    for (int i = 0; i < 320; i++) {
      Dice dice = year.dice(4_000 + i);
      int day = 90 + dice.below(28);
      CaseBook.Case one = year.cases().recent(dice, day);
      year.add(
          new SearchDraft(officer, Shifts.onDuty(officer, day, dice), one.plates().get(0))
              .under(one));
    }
  }

  private void words() {
    String[] reasons = {
      "Assault - victim hit at the rally downtown", "Theft - at the request of the store manager",
      "Vandalism - demonstration farm gate", "Traffic infraction - fatal hit and run",
      "Robbery - reported outside agency building"
    };
    for (int i = 0; i < 25; i++) {
      Dice dice = year.dice(5_000 + i);
      int day = dice.below(Department.DAYS);
      CaseBook.Case one = year.cases().recent(dice, day);
      Officer officer = detectives.get(dice.below(detectives.size()));
      SearchDraft draft =
          new SearchDraft(officer, Shifts.onDuty(officer, day, dice), one.plates().get(0))
              .stating(reasons[i % reasons.length], one.number());
      draft.networks = 240;
      year.add(draft);
    }
  }

  /**
   * A change from the desk to the car, and a terminal that a whole shift uses after the briefing.
   */
  private void places() {
    for (int i = 0; i < 30; i++) {
      Dice dice = year.dice(6_000 + i);
      int day = dice.below(Department.DAYS);
      Officer officer = detectives.get(dice.below(detectives.size()));
      CaseBook.Case one = year.cases().recent(dice, day);
      Instant at = Shifts.onDuty(officer, day, dice);
      year.add(new SearchDraft(officer, at, one.plates().get(0)).under(one));
      SearchDraft second =
          new SearchDraft(officer, at.plusSeconds(200), one.plates().get(0)).under(one);
      second.device = "car-" + i;
      year.add(second);
    }
    for (int i = 0; i < 4; i++) {
      Dice dice = year.dice(6_500 + i);
      int day = dice.below(Department.DAYS);
      for (int k = 0; k < 4; k++) {
        CaseBook.Case one = year.cases().recent(dice, day);
        Officer officer = detectives.get(10 + i * 5 + k);
        SearchDraft draft =
            new SearchDraft(officer, Shifts.onDuty(officer, day, dice), one.plates().get(0))
                .under(one);
        draft.device = "briefing-room";
        year.add(draft);
      }
    }
  }

  /** Neighbours with an agreement; one of them under a name that the register does not know. */
  private void bodies() {
    for (int i = 0; i < 3_000; i++) {
      Dice dice = year.dice(7_000 + i);
      int day = dice.below(Department.DAYS);
      CaseBook.Case one = year.cases().recent(dice, day);
      boolean first = dice.chance(0.6) || day > 175;
      SearchDraft draft =
          new SearchDraft(patrol.get(0), Department.noon(day), one.plates().get(0)).under(one);
      draft.account = "outside" + dice.below(80);
      draft.device = null;
      draft.organisation =
          dice.chance(0.002)
              ? "Otherton Police"
              : first ? "Otherton ST PD" : "Sampleburg ST SO (LR)";
      draft.caseNumber = one.number();
      year.add(draft);
    }
  }

  private void stolenCarsOfStaff() {
    for (int i = 0; i < 3; i++) {
      Dice dice = year.dice(11_000 + i);
      int day = dice.below(Department.DAYS);
      CaseBook.Case one = year.cases().recent(dice, day);
      year.add(
          new SearchDraft(
                  detectives.get(20 + i),
                  Shifts.onDuty(detectives.get(20 + i), day, dice),
                  500_200 + i)
              .stating("Motor vehicle theft - car of an employee", one.number()));
    }
  }

  private void exports() {
    for (int i = 0; i < 120; i++) {
      Dice dice = year.dice(12_000 + i);
      int day = dice.below(Department.DAYS);
      CaseBook.Case one = year.cases().recent(dice, day);
      Officer officer = detectives.get(dice.below(detectives.size()));
      SearchDraft draft =
          new SearchDraft(officer, Shifts.onDuty(officer, day, dice), one.plates().get(0))
              .under(one);
      draft.kind = ScreenedSearch.Kind.EXPORT;
      draft.share = "share-" + i;
      year.share(draft.share);
      year.add(draft);
    }
  }
}
