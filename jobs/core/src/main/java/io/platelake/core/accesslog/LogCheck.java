package io.platelake.core.accesslog;

import io.platelake.core.accesslog.LogFault.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks the log of one agency: the chain of its rows, the chain of its sums, both against each
 * other, and both against what is known elsewhere. A chain alone cannot show that its last rows
 * were cut off, nor that somebody hashed all of it anew; the witnesses can.
 */
public final class LogCheck {
  private final List<ChainedRow> rows;
  private final List<DayTotal> totals;
  private final Set<LocalDate> purged;
  private final List<LogFault> faults = new ArrayList<>();

  private LogCheck(List<ChainedRow> rows, List<DayTotal> totals, Set<LocalDate> purged) {
    this.rows = rows;
    this.totals = totals;
    this.purged = purged;
  }

  /**
   * What was found.
   *
   * @param unfinished ids of looks that were allowed and have no outcome
   */
  public record Report(List<LogFault> faults, List<String> unfinished) {
    public Report {
      faults = List.copyOf(faults);
      unfinished = List.copyOf(unfinished);
    }
  }

  /**
   * @param rows of one agency, by number
   * @param totals of the agency, by number
   * @param witnesses in any order
   * @param purged UTC dates whose rows a purge has taken
   */
  public static Report of(
      List<ChainedRow> rows,
      List<DayTotal> totals,
      Collection<Witness> witnesses,
      Set<LocalDate> purged) {
    LogCheck check = new LogCheck(List.copyOf(rows), List.copyOf(totals), Set.copyOf(purged));
    check.totals();
    check.rows();
    check.days();
    check.witnesses(witnesses);
    return new Report(check.faults, check.looks());
  }

  private void totals() {
    DayTotal before = null;
    for (DayTotal total : totals) {
      String place = "sum of " + total.date();
      if (!total.isIntact()) {
        add(Kind.ALTERED, place, "its hash is of other values");
      }
      boolean follows =
          before == null
              ? total.head().seq() == 1 && total.prevHash().equals(LogHead.START.hash())
              : total.no() == before.no() + 1 && total.prevHash().equals(before.hash());
      boolean continues =
          before == null
              ? total.firstSeq() == 1 && total.beforeHash().equals(LogHead.START.hash())
              : total.firstSeq() == before.lastSeq() + 1
                  && total.beforeHash().equals(before.lastHash());
      if (!follows || !continues) {
        add(Kind.UNLINKED, place, "it does not follow from the sum before");
      }
      before = total;
    }
  }

  private void rows() {
    LogHead before = LogHead.START;
    for (ChainedRow row : rows) {
      String place = "row " + row.seq();
      if (!row.isIntact()) {
        add(Kind.ALTERED, place, "its hash is of other values");
      }
      if (row.seq() == before.seq()) {
        add(Kind.REPEATED, place, "it is there twice");
      } else if (row.seq() == before.seq() + 1) {
        if (!row.prevHash().equals(before.hash())) {
          add(Kind.UNLINKED, place, "it does not follow from the row before");
        }
      } else {
        gap(before, row);
      }
      before = row.head();
    }
    if (!totals.isEmpty() && lastTotal().lastSeq() > before.seq()) {
      gone(before.seq() + 1, lastTotal().lastSeq(), Kind.CUT);
    }
  }

  /** Rows between two others are missing: the sums say which purge took them. */
  private void gap(LogHead before, ChainedRow row) {
    gone(before.seq() + 1, row.seq() - 1, Kind.REMOVED);
    Optional<DayTotal> last =
        totals.stream().filter(total -> total.lastSeq() == row.seq() - 1).findFirst();
    if (last.isPresent() && !last.get().lastHash().equals(row.prevHash())) {
      add(Kind.UNLINKED, "row " + row.seq(), "it does not follow from the sum of the rows before");
    }
  }

  private void gone(long first, long last, Kind kind) {
    long at = first;
    for (DayTotal total : totals) {
      if (total.firstSeq() == at && total.lastSeq() <= last && purged.contains(total.date())) {
        at = total.lastSeq() + 1;
      }
    }
    if (at <= last) {
      add(kind, "rows " + at + " to " + last, "they are missing, and no purge has taken them");
    }
  }

  /** Rows of each day against its sum. */
  private void days() {
    Map<LocalDate, List<ChainedRow>> byDate = new TreeMap<>();
    rows.forEach(row -> byDate.computeIfAbsent(row.date(), d -> new ArrayList<>()).add(row));
    for (DayTotal total : totals) {
      List<ChainedRow> own = byDate.getOrDefault(total.date(), List.of());
      if (own.isEmpty()) {
        continue; // gone: a gap
      }
      ChainedRow last = own.get(own.size() - 1);
      boolean same =
          own.get(0).seq() == total.firstSeq()
              && own.get(0).prevHash().equals(total.beforeHash())
              && last.seq() == total.lastSeq()
              && last.hash().equals(total.lastHash())
              && DayTotal.count(own).equals(total.counts());
      if (!same) {
        add(
            Kind.MISCOUNTED,
            "rows of " + total.date(),
            "their sum was of " + total.rows() + " rows or of other ones");
      }
    }
  }

  private void witnesses(Collection<Witness> witnesses) {
    Map<Long, String> hashes = new HashMap<>();
    totals.forEach(total -> hashes.put(total.lastSeq(), total.lastHash()));
    rows.forEach(row -> hashes.put(row.seq(), row.hash()));
    long last = Math.max(rows.isEmpty() ? 0 : rows.get(rows.size() - 1).seq(), 0);
    last = totals.isEmpty() ? last : Math.max(last, lastTotal().lastSeq());
    for (Witness witness : witnesses) {
      LogHead head = witness.head();
      if (head.seq() > last) {
        add(
            Kind.CUT,
            "rows " + (last + 1) + " to " + head.seq(),
            "they are missing; " + witness.name() + " knows the last");
      } else if (head.seq() > 0
          && hashes.containsKey(head.seq())
          && !hashes.get(head.seq()).equals(head.hash())) {
        add(Kind.REWRITTEN, "row " + head.seq(), witness.name() + " knows another hash of it");
      }
    }
  }

  /** Looks without an outcome; an outcome without an intent is a fault. */
  private List<String> looks() {
    Map<String, ChainedRow> open = new LinkedHashMap<>();
    Set<String> known = new HashSet<>();
    for (ChainedRow row : rows) {
      if (row.event() == AccessEvent.INTENT) {
        known.add(row.searchId());
        if (!row.isDenied()) {
          open.put(row.searchId(), row);
        }
      } else if (row.event() == AccessEvent.OUTCOME) {
        boolean wasOpen = open.remove(row.searchId()) != null;
        boolean isFirst = !known.contains(row.searchId());
        // Of a look around midnight the purge may have taken the first row a day earlier.
        boolean mayBePurged = isFirst && purged.contains(row.date().minusDays(1));
        boolean isAgain = !wasOpen && !isFirst && "failed".equals(row.fields().get("result"));
        if (!wasOpen && !mayBePurged && !isAgain) {
          add(
              Kind.UNANNOUNCED,
              "row " + row.seq(),
              "it is the outcome of a look that nothing announced or allowed");
        }
      }
    }
    return List.copyOf(open.keySet());
  }

  private DayTotal lastTotal() {
    return totals.get(totals.size() - 1);
  }

  private void add(Kind kind, String place, String why) {
    faults.add(new LogFault(kind, place, why));
  }
}
