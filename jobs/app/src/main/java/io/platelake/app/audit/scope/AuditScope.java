package io.platelake.app.audit.scope;

import io.platelake.app.job.JobContext;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.job.option.Windows;
import io.platelake.app.ledger.audit.AuditedLog;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.Refusal;
import io.platelake.core.policy.governance.AuditRules;
import io.platelake.lake.table.Window;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose searches an audit looks at, and of which time. */
public final class AuditScope {
  private static final String WINDOW = "--window";
  private static final String LOG = "--log";

  @Mixin private AgencyOption agency;

  @Option(
      names = WINDOW,
      required = true,
      paramLabel = "FROM/TO",
      description = "Instants of the searches, such as 2026-06-01T00:00:00Z/2026-07-01T00:00:00Z.")
  private String window;

  @Option(
      names = LOG,
      paramLabel = "LOG",
      defaultValue = "own",
      description =
          "Log to look at: own, or vendor:NAME for one that was imported (default:"
              + " ${DEFAULT-VALUE}).")
  private String log;

  public String agency() {
    return agency.id();
  }

  /** The log; {@code BadInput} if the text names none. */
  public AuditedLog log() {
    return AuditedLog.read(LOG, log);
  }

  /** The window; {@code BadInput} if the text is none. */
  public Window window() {
    return Windows.parse(WINDOW, window);
  }

  /** The policy in force, for somebody who acts for the agency. */
  public PolicyInForce policy(JobContext job) {
    job.standing().requireAgency(agency());
    return PolicyLedger.inForce(job.lake(), agency(), job.asOf());
  }

  /**
   * The rules of audits.
   *
   * @throws Refusal if the policy asks for none
   */
  public static AuditRules rules(PolicyInForce policy) {
    return policy
        .policy()
        .auditRules()
        .orElseThrow(
            () ->
                new Refusal(
                    "Audits of " + policy.agency(),
                    "its policy has no rule for them",
                    "Adopt a policy with a section audits."));
  }
}
