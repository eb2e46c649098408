package io.platelake.app.audit.log;

import io.platelake.app.job.JobContext;
import io.platelake.app.ledger.access.AccessLog;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.access.PurposeStatement;
import io.platelake.core.accesslog.AccessEvent;
import io.platelake.core.accesslog.ChainedRow;
import io.platelake.core.accesslog.LogEntry;
import io.platelake.core.accesslog.LoggedQuery;
import io.platelake.lake.table.Lake;
import java.util.Optional;

/**
 * Reading of the access log, which is itself a row of it before the first row is read.
 *
 * @param lake serves auditing and nothing else
 * @param policy of the agency
 * @param row the row that says so
 */
record LoggedReading(Lake lake, PolicyInForce policy, ChainedRow row) {
  /**
   * @param what was read, in words without a plate
   * @throws io.platelake.core.Refusal if the account does not act for the agency
   */
  static LoggedReading begin(JobContext job, String agency, String command, String what) {
    return begin(
        job,
        agency,
        command,
        AccessEvent.AUDIT_READ,
        PurposeStatement.EMPTY,
        Optional.empty(),
        Optional.empty(),
        what);
  }

  /**
   * @param query tokens that are tested
   * @param keyId id of the key that made them
   */
  static LoggedReading begin(
      JobContext job,
      String agency,
      String command,
      AccessEvent event,
      PurposeStatement statement,
      Optional<LoggedQuery> query,
      Optional<String> keyId,
      String what) {
    job.standing().requireAgency(agency);
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency, job.asOf());
    LogEntry entry =
        LogEntry.ofAudit(
            event,
            job.runId(),
            job.asOf(),
            job.standing().asker(),
            command,
            statement,
            query,
            keyId,
            what);
    ChainedRow row =
        new AccessLog(job.lake()).append(agency, policy.policy(), entry, job.clock().instant());
    return new LoggedReading(job.lake().serving(AccessLog.PURPOSE), policy, row);
  }
}
