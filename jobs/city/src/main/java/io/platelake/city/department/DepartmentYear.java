package io.platelake.city.department;

import io.platelake.city.chance.Dice;
import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.policy.governance.Detector;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes up a year of searches: shifts, cases, alert refreshes, mobile look-ups and the carelessness
 * of every day, then plants misuse of each kind. The same seed gives the same year.
 */
public final class DepartmentYear {
  private static final int CASES_A_DAY = 22;
  private static final double SEARCH_AGAIN = 0.35;

  private final long seed;
  private final Department department = new Department();
  private final CaseBook cases;
  private final List<ScreenedSearch> log = new ArrayList<>();
  private final Map<String, Set<Detector>> truth = new TreeMap<>();
  private final Map<Detector, List<Set<String>>> episodes = new EnumMap<>(Detector.class);
  private final Set<String> staffPlates = new HashSet<>();
  private final Set<String> shares = new HashSet<>();

  /** Accounts of people who never took the course. */
  private Set<String> untrained = Set.of();

  private DepartmentYear(long seed) {
    this.seed = seed;
    this.cases = new CaseBook(seed, Department.DAYS, CASES_A_DAY);
  }

  /** The year of a seed. */
  public static GeneratedYear generate(long seed) {
    DepartmentYear year = new DepartmentYear(seed);
    for (int i = 0; i < 300; i++) {
      year.staffPlates.add(SearchDraft.token(500_000 + i));
    }
    year.untrained =
        year.department.of(Officer.Unit.DETECTIVES).subList(40, 42).stream()
            .map(Officer::account)
            .collect(Collectors.toUnmodifiableSet());
    year.department.officers().stream()
        .filter(officer -> year.untrained.contains(officer.account()))
        .forEach(year.department::untrained);
    year.everyday();
    new ProperOddities(year).add();
    new PlantedMisuse(year).add();
    return new GeneratedYear(
        List.copyOf(year.log),
        year.department.registers(),
        Set.copyOf(year.staffPlates),
        year.cases.numbers(),
        Set.copyOf(year.shares),
        year.truth,
        year.episodes);
  }

  Department department() {
    return department;
  }

  CaseBook cases() {
    return cases;
  }

  Dice dice(int index) {
    return Dice.of(seed, Dice.Stream.MISUSE, index);
  }

  void share(String id) {
    shares.add(id);
  }

  /** Adds a search to the log. */
  String add(SearchDraft draft) {
    String id = String.format(Locale.ROOT, "s%07d", log.size());
    log.add(draft.search(id));
    if (untrained.contains(draft.account)) {
      draft.truly(Detector.UNTRAINED);
    }
    if (!draft.truly.isEmpty()) {
      truth.put(id, draft.truly);
    }
    return id;
  }

  /** Adds searches that belong together. */
  void episode(Detector detector, List<SearchDraft> drafts) {
    Set<String> ids = new HashSet<>();
    drafts.forEach(draft -> ids.add(add(draft.truly(detector))));
    episodes.computeIfAbsent(detector, d -> new ArrayList<>()).add(ids);
  }

  private void everyday() {
    for (Officer officer : department.officers()) {
      for (int day = 0; day < Department.DAYS; day++) {
        LocalDate date = Department.START.plusDays(day);
        Dice dice =
            Dice.of(
                seed,
                Dice.Stream.SEARCH,
                (long) Integer.parseInt(officer.account().substring(1)) * Department.DAYS + day);
        int today = day;
        Shifts.of(officer, date, Department.ZONE)
            .ifPresent(shift -> onShift(officer, shift, today, dice));
      }
    }
  }

  private void onShift(Officer officer, Shifts.Shift shift, int day, Dice dice) {
    double left = officer.unit().searchesAShift() * 2 * dice.unit();
    while (left > dice.unit()) {
      left--;
      CaseBook.Case one = cases.recent(dice, day);
      long seconds = shift.to().getEpochSecond() - shift.from().getEpochSecond();
      Instant at = shift.from().plusSeconds(dice.below((int) seconds));
      int plate = one.plates().get(dice.below(Math.min(3, one.plates().size())));
      SearchDraft draft = new SearchDraft(officer, at, plate).under(one);
      draft.type = dice.chance(0.3) ? "lookup - mobile" : "search";
      draft.networks = dice.between(1, 60);
      new Carelessness(dice).spoil(draft);
      add(draft);
      if (dice.chance(SEARCH_AGAIN)) {
        add(new SearchDraft(officer, at.plusSeconds(dice.between(60, 1_200)), plate).under(one));
      }
      if (dice.chance(0.01)) {
        refreshes(officer, at, plate, one, dice);
      }
    }
  }

  /** An alert that stays open on a screen asks again every ten minutes. */
  private void refreshes(Officer officer, Instant at, int plate, CaseBook.Case one, Dice dice) {
    int times = dice.between(4, 30);
    for (int i = 0; i < times; i++) {
      SearchDraft draft = new SearchDraft(officer, at.plusSeconds(600L * i), plate).under(one);
      draft.type = "lookup";
      add(draft);
    }
  }
}
