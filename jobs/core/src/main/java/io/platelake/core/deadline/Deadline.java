package io.platelake.core.deadline;

import io.platelake.core.policy.governance.DeadlineRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that has to follow one fact.
 *
 * @param rule its rule
 * @param factId id of the fact in the register or table of the rule
 * @param due first instant at which it is late, UTC
 * @param done when it was done, UTC; empty while it is open
 */
public record Deadline(DeadlineRule rule, String factId, Instant due, Optional<Instant> done) {

  /**
   * A notice that somebody sent.
   *
   * @param kind kind of notice
   * @param subject id of the fact that it is about
   * @param sentAt UTC
   */
  public record Notice(String kind, String subject, Instant sentAt) {}

  /** Whether nothing has followed, and the time is over. */
  public boolean isOverdue(Instant at) {
    return done.isEmpty() && !due.isAfter(at);
  }

  /** Whether it was done too late. */
  public boolean wasLate() {
    return done.filter(when -> !when.isBefore(due)).isPresent();
  }

  /**
   * The deadlines of a rule, the first due first.
   *
   * @param facts rows of its register or table; a row without the instant it runs from has none
   * @param at what was done later is not known yet
   */
  public static List<Deadline> of(
      DeadlineRule rule, List<Fact> facts, List<Notice> notices, Instant at) {
    List<Deadline> deadlines = new ArrayList<>();
    for (Fact fact : facts) {
      Optional<Instant> start = fact.instant(rule.from()).filter(when -> !when.isAfter(at));
      if (start.isPresent() && applies(rule, fact)) {
        deadlines.add(
            new Deadline(
                rule,
                fact.id(),
                rule.due(start.get()),
                done(rule, fact, start.get(), notices).filter(when -> !when.isAfter(at))));
      }
    }
    deadlines.sort(Comparator.comparing(Deadline::due).thenComparing(Deadline::factId));
    return deadlines;
  }

  private static boolean applies(DeadlineRule rule, Fact fact) {
    for (Map.Entry<String, Set<String>> wanted : rule.where().entrySet()) {
      String value = fact.values().get(wanted.getKey());
      if (value == null || !wanted.getValue().contains(value)) {
        return false;
      }
    }
    return true;
  }

  /** A notice from before the fact is about an earlier one of the same name. */
  private static Optional<Instant> done(
      DeadlineRule rule, Fact fact, Instant start, List<Notice> notices) {
    if (rule.until().isPresent()) {
      return fact.instant(rule.until().get());
    }
    return notices.stream()
        .filter(n -> n.kind().equals(rule.notice().get()) && n.subject().equals(fact.id()))
        .map(Notice::sentAt)
        .filter(sent -> !sent.isBefore(start))
        .min(Comparator.naturalOrder());
  }
}
