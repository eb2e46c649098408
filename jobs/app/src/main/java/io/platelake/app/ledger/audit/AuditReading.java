package io.platelake.app.ledger.audit;

import io.platelake.app.job.JobContext;
import io.platelake.app.ledger.access.AccessLog;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.access.PurposeStatement;
import io.platelake.core.accesslog.AccessEvent;
import io.platelake.core.accesslog.LogEntry;
import io.platelake.core.detect.SearchParts;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Window;
import java.util.Optional;

/** Reads logs for audits. Whoever reads them is logged first, in the access log of the agency. */
public final class AuditReading {
  private AuditReading() {}

  /**
   * Searches of a window, by time and id.
   *
   * @param command what reads them, as {@code audit sample}
   */
  public static AuditedSearches searches(
      JobContext job, PolicyInForce policy, AuditedLog log, Window window, String command) {
    Lake lake = announce(job, policy, command, log.label() + " log, " + rows(window));
    return log.searches(lake, policy.agency(), window);
  }

  /**
   * Searches of the own log, in parts that fit into memory.
   *
   * @param command what reads them, as {@code audit screen}
   */
  public static SearchParts parts(
      JobContext job, PolicyInForce policy, Window window, String command) {
    return OwnSearches.parts(announce(job, policy, window, command), policy.agency(), window);
  }

  /** Records that the log is read. Returns the lake, which then serves audits. */
  public static Lake announce(JobContext job, PolicyInForce policy, Window window, String command) {
    return announce(job, policy, command, rows(window));
  }

  private static String rows(Window window) {
    return "rows from " + window.from() + " to " + window.to();
  }

  /**
   * Records that a log is read. Returns the lake, which then serves audits.
   *
   * @param what is read, in words without a plate
   */
  public static Lake announce(JobContext job, PolicyInForce policy, String command, String what) {
    new AccessLog(job.lake())
        .append(
            policy.agency(),
            policy.policy(),
            LogEntry.ofAudit(
                AccessEvent.AUDIT_READ,
                job.runId(),
                job.asOf(),
                job.standing().asker(),
                command,
                PurposeStatement.EMPTY,
                Optional.empty(),
                Optional.empty(),
                what),
            job.clock().instant());
    return job.lake().serving(AccessLog.PURPOSE);
  }
}
