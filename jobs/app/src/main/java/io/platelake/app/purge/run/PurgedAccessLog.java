package io.platelake.app.purge.run;

import io.platelake.app.job.JobContext;
import io.platelake.app.ledger.access.AccessLog;
import io.platelake.app.ledger.access.AccessTotals;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.purge.FinishedSteps;
import io.platelake.app.ledger.purge.PlanItem;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.app.ledger.purge.PurgeStep;
import io.platelake.core.Refusal;
import io.platelake.core.access.PurposeStatement;
import io.platelake.core.accesslog.AccessEvent;
import io.platelake.core.accesslog.DayTotal;
import io.platelake.core.accesslog.LogEntry;
import io.platelake.core.accesslog.LogRetention;
import io.platelake.core.policy.Policy;
import io.platelake.lake.contract.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What happens before rows of the access log go. The sums of their days are written, so that the
 * chain can still be checked. A row of the log says that they go.
 */
final class PurgedAccessLog {
  private PurgedAccessLog() {}

  static void announce(JobContext job, PurgePlan plan, FinishedSteps finished) {
    AccessLog log = new AccessLog(job.lake());
    dates(plan, finished, Table.ACCESS_LOG)
        .forEach((agency, own) -> announce(job, plan, log, agency, own));
    dates(plan, finished, Table.IMPORTED_LOG)
        .forEach((agency, own) -> announceImported(job, plan, log, agency, own));
  }

  private static Map<String, TreeSet<LocalDate>> dates(
      PurgePlan plan, FinishedSteps finished, Table table) {
    Map<String, TreeSet<LocalDate>> dates = new TreeMap<>();
    if (finished.contains(PurgeStep.DELETE, table)) {
      return dates;
    }
    for (PlanItem item : plan.items()) {
      if (item.table() == table) {
        item.agencies()
            .forEach(a -> dates.computeIfAbsent(a, k -> new TreeSet<>()).add(item.where().date()));
      }
    }
    return dates;
  }

  private static void announce(
      JobContext job, PurgePlan plan, AccessLog log, String agency, TreeSet<LocalDate> dates) {
    Policy policy = mayGo(job, agency, dates);
    log.sumUp(agency, dates.last().plusDays(1), job.clock().instant());
    List<DayTotal> sums =
        new AccessTotals(job.lake())
            .all(agency).stream().filter(sum -> dates.contains(sum.date())).toList();
    Set<LocalDate> summed = sums.stream().map(DayTotal::date).collect(Collectors.toSet());
    if (!summed.equals(dates)) {
      throw new IllegalStateException("a day of the access log of " + agency + " has no sum");
    }
    destroyed(
        job,
        plan,
        log,
        agency,
        policy,
        "rows "
            + sums.get(0).firstSeq()
            + " to "
            + sums.get(sums.size() - 1).lastSeq()
            + ", "
            + dates.size()
            + " days up to "
            + dates.last());
  }

  /** Vendors' rows have no chain; what was in their files stays in {@code imported_files}. */
  private static void announceImported(
      JobContext job, PurgePlan plan, AccessLog log, String agency, TreeSet<LocalDate> dates) {
    Policy policy = mayGo(job, agency, dates);
    destroyed(
        job,
        plan,
        log,
        agency,
        policy,
        "imported rows of " + dates.size() + " days up to " + dates.last());
  }

  private static Policy mayGo(JobContext job, String agency, TreeSet<LocalDate> dates) {
    Policy policy = PolicyLedger.inForce(job.lake(), agency, job.asOf()).policy();
    if (!LogRetention.mayGo(policy, dates.last(), job.clock().instant())) {
      throw new Refusal(
          "Access log of " + agency,
          "by the clock of the machine its rows of " + dates.last() + " are too young to go",
          "Plan with the true now.");
    }
    return policy;
  }

  private static void destroyed(
      JobContext job, PurgePlan plan, AccessLog log, String agency, Policy policy, String what) {
    log.append(
        agency,
        policy,
        LogEntry.ofAudit(
            AccessEvent.DESTROYED,
            job.runId(),
            job.asOf(),
            job.standing().asker(),
            "purge run",
            PurposeStatement.EMPTY,
            Optional.empty(),
            Optional.empty(),
            what + ", plan " + plan.digest()),
        job.clock().instant());
  }
}
