package io.platelake.city.department;

import io.platelake.city.chance.Dice;
import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.policy.governance.Detector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Misuse of each kind, some of it careful enough to pass. */
final class PlantedMisuse {
  /** Two of these are misspelt, so that no list of words finds them. */
  private static final String[] PROHIBITED = {
    "ICE",
    "ice assist",
    "Immigration",
    "immigration enforcement",
    "CBP request",
    "HSI",
    "removal order",
    "protest at city hall",
    "abortion clinic",
    "border patrol",
    "immigraton",
    "whitwortth protst"
  };

  private final DepartmentYear year;
  private final List<Officer> detectives;
  private final List<Officer> patrol;
  private int next = 100_000;

  PlantedMisuse(DepartmentYear year) {
    this.year = year;
    this.detectives = year.department().of(Officer.Unit.DETECTIVES);
    this.patrol = year.department().of(Officer.Unit.PATROL);
  }

  void add() {
    words();
    stalkers();
    staff();
    accounts();
    nights();
    madeUpCases();
    everyDay();
    many();
    devices();
    windows();
    outside();
    exports();
  }

  private Dice dice() {
    return year.dice(next++);
  }

  private SearchDraft draft(Officer officer, int day, Dice dice) {
    CaseBook.Case one = year.cases().recent(dice, day);
    return new SearchDraft(officer, Shifts.onDuty(officer, day, dice), one.plates().get(0))
        .under(one);
  }

  private Officer detective(Dice dice) {
    return detectives.get(dice.below(detectives.size()));
  }

  private void words() {
    for (int i = 0; i < 48; i++) {
      Dice dice = dice();
      SearchDraft draft = draft(detective(dice), dice.below(Department.DAYS), dice);
      year.add(
          draft
              .stating(PROHIBITED[i % PROHIBITED.length], draft.caseNumber)
              .truly(Detector.PROHIBITED_WORD));
    }
    for (int i = 0; i < 12; i++) {
      Dice dice = dice();
      SearchDraft draft = draft(detective(dice), dice.below(Department.DAYS), dice);
      String[] asked = {"on behalf of Otherton", "agency assist", "for HSI", "Otherton asked us"};
      year.add(draft.stating(asked[i % asked.length], draft.caseNumber).truly(Detector.ON_BEHALF));
      SearchDraft wide = draft(detective(dice), dice.below(Department.DAYS), dice);
      wide.networks = 400;
      String[] minor = {
        "parking complaint", "abandoned vehicle", "expired registration", "car park row"
      };
      year.add(wide.stating(minor[i % minor.length], wide.caseNumber).truly(Detector.WIDE_SCOPE));
    }
  }

  /** One plate over a summer, without a case; one of them covers it with case numbers. */
  private void stalkers() {
    for (int i = 0; i < 6; i++) {
      Dice dice = dice();
      Officer officer = patrol.get(10 + i * 7);
      List<SearchDraft> drafts = new ArrayList<>();
      int times = i == 5 ? 20 : dice.between(5, 70);
      for (int k = 0; k < times; k++) {
        int day = 150 + dice.below(80);
        SearchDraft draft =
            new SearchDraft(officer, Shifts.onDuty(officer, day, dice), 600_000 + i);
        boolean covered = i == 5 && k % 4 == 0;
        drafts.add(
            covered
                ? draft.under(year.cases().recent(dice, day))
                : draft.stating("Suspicious car", ""));
      }
      year.episode(Detector.REPEAT_TARGET, drafts);
    }
  }

  private void staff() {
    for (int i = 0; i < 20; i++) {
      Dice dice = dice();
      SearchDraft like = draft(detective(dice), dice.below(Department.DAYS), dice);
      SearchDraft draft =
          new SearchDraft(detective(dice), like.at, 500_000 + i)
              .stating(like.reason, like.caseNumber);
      year.add(draft.truly(Detector.STAFF_PLATE));
    }
  }

  /** Leavers whose login still works. */
  private void accounts() {
    for (int i = 0; i < 3; i++) {
      Officer leaver = new Officer("left" + i, "p-left" + i, Officer.Unit.PATROL, 0, "home-" + i);
      for (int k = 0; k < 5; k++) {
        Dice dice = dice();
        year.add(draft(leaver, 200 + 10 * k, dice).truly(Detector.ENDED_ACCOUNT));
      }
    }
  }

  /** At home at night on rest days. */
  private void nights() {
    for (int i = 0; i < 40; i++) {
      Dice dice = dice();
      Officer officer = detective(dice);
      int day = 3 + 7 * dice.below(50); // 4 January 2026 is a Sunday
      CaseBook.Case one = year.cases().recent(dice, day);
      Instant at = Department.noon(day).plus(Duration.ofHours(dice.between(9, 14)));
      SearchDraft draft = new SearchDraft(officer, at, 610_000 + i).under(one);
      year.add(draft.truly(Detector.OUT_OF_SHIFT));
    }
  }

  private void madeUpCases() {
    for (int i = 0; i < 5; i++) {
      Dice dice = dice();
      int day = dice.below(Department.DAYS - 40);
      List<SearchDraft> drafts = new ArrayList<>();
      for (int k = 0; k < 6; k++) {
        SearchDraft like = draft(detectives.get(5 + i), day + 4 * k, dice);
        drafts.add(
            new SearchDraft(detectives.get(5 + i), like.at, 620_000 + i)
                .stating(like.reason, like.caseNumber));
      }
      year.episode(Detector.CASES_OF_PLATE, drafts);
    }
    for (int i = 0; i < 5; i++) {
      Dice dice = dice();
      int day = dice.below(Department.DAYS - 40);
      CaseBook.Case one = year.cases().recent(dice, day);
      List<SearchDraft> drafts = new ArrayList<>();
      for (int k = 0; k < 40; k++) {
        drafts.add(
            new SearchDraft(
                    detectives.get(15 + i),
                    Shifts.onDuty(detectives.get(15 + i), day + k / 2, dice),
                    630_000 + 100 * i + k)
                .stating(one.reason(), one.number()));
      }
      year.episode(Detector.PLATES_OF_CASE, drafts);
    }
  }

  private void everyDay() {
    for (int i = 0; i < 4; i++) {
      Dice dice = dice();
      Officer officer = patrol.get(60 + i);
      int day = dice.below(Department.DAYS - 20);
      List<SearchDraft> drafts = new ArrayList<>();
      for (int k = 0; k < 12; k++) {
        Instant at = Department.noon(day + k).plusSeconds(dice.below(9_000));
        CaseBook.Case one = year.cases().recent(dice, day + k);
        SearchDraft draft = new SearchDraft(officer, at, one.plates().get(0)).under(one);
        drafts.add(Shifts.isOff(officer, at) ? draft.truly(Detector.OUT_OF_SHIFT) : draft);
      }
      year.episode(Detector.CONSECUTIVE_DAYS, drafts);
    }
  }

  private void many() {
    for (int i = 0; i < 4; i++) {
      Officer officer = patrol.get(80 + i);
      List<SearchDraft> drafts = new ArrayList<>();
      int times = i == 3 ? 45 : 240;
      for (int k = 0; k < times; k++) {
        Dice dice = dice();
        int day = 32 + dice.below(24);
        CaseBook.Case one = year.cases().recent(dice, day);
        drafts.add(
            new SearchDraft(officer, Shifts.onDuty(officer, day, dice), one.plates().get(0))
                .under(one));
      }
      year.episode(Detector.VOLUME, drafts);
    }
  }

  /** A login that two people use, and a terminal that stays logged out for nobody. */
  private void devices() {
    for (int i = 0; i < 15; i++) {
      Dice dice = dice();
      int day = dice.below(Department.DAYS);
      SearchDraft here = draft(detective(dice), day, dice);
      SearchDraft there =
          new SearchDraft(
                  detectives.get(0), here.at.plusSeconds(dice.between(30, 250)), 640_000 + i)
              .stating(here.reason, here.caseNumber);
      there.account = here.account;
      there.device = "elsewhere-" + i;
      year.episode(Detector.TWO_PLACES, List.of(here, there));
    }
    for (int i = 0; i < 3; i++) {
      Dice dice = dice();
      int day = dice.below(Department.DAYS);
      List<SearchDraft> drafts = new ArrayList<>();
      for (int k = 0; k < 6; k++) {
        SearchDraft draft = draft(detectives.get(30 + k), day, dice);
        draft.device = "kiosk-" + i;
        drafts.add(draft);
      }
      year.episode(Detector.SHARED_ADDRESS, drafts);
    }
  }

  private void windows() {
    for (int i = 0; i < 10; i++) {
      Dice dice = dice();
      SearchDraft draft = draft(detective(dice), dice.below(Department.DAYS), dice);
      draft.from = draft.at.minus(Duration.ofDays(400));
      year.add(draft.truly(Detector.WINDOW_BEYOND_RETENTION));
    }
  }

  private void outside() {
    for (int i = 0; i < 30; i++) {
      Dice dice = dice();
      boolean blocked = i % 3 == 0;
      int day = blocked ? dice.below(Department.DAYS) : 200 + dice.below(160);
      SearchDraft draft = draft(patrol.get(0), day, dice);
      draft.account = "outside" + i;
      draft.device = null;
      draft.organisation = blocked ? "US Border Agency [Federal]" : "Sampleburg ST SO";
      draft.truly(Detector.NO_AGREEMENT);
      if (blocked) {
        draft.truly(Detector.BLOCKED_RECIPIENT);
      }
      year.add(draft);
    }
  }

  private void exports() {
    for (int i = 0; i < 8; i++) {
      Dice dice = dice();
      SearchDraft draft = draft(detective(dice), dice.below(Department.DAYS), dice);
      draft.kind = ScreenedSearch.Kind.EXPORT;
      year.add(draft.truly(Detector.UNRECORDED_EXPORT));
    }
  }
}
