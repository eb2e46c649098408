package io.platelake.app.audit;

import io.platelake.app.audit.handout.AuditExportCommand;
import io.platelake.app.audit.handout.AuditRedactCommand;
import io.platelake.app.audit.log.AuditOpenCommand;
import io.platelake.app.audit.log.AuditShowCommand;
import io.platelake.app.audit.log.AuditVerifyCommand;
import io.platelake.app.audit.memo.AuditMemoCommand;
import io.platelake.app.audit.sample.AuditReviewCommand;
import io.platelake.app.audit.sample.AuditSampleCommand;
import io.platelake.app.audit.screen.AuditScreenCommand;
import io.platelake.app.audit.vendor.AuditCheckCommand;
import io.platelake.app.audit.vendor.AuditImportCommand;
import io.platelake.app.audit.vendor.AuditReconcileCommand;
import io.platelake.app.job.JobRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake audit}. */
@Command(
    name = "audit",
    description = "Audits: the access log checked, shown, screened, sampled and handed out.",
    subcommands = {
      AuditVerifyCommand.class,
      AuditShowCommand.class,
      AuditOpenCommand.class,
      AuditScreenCommand.class,
      AuditSampleCommand.class,
      AuditReviewCommand.class,
      AuditMemoCommand.class,
      AuditRedactCommand.class,
      AuditExportCommand.class,
      AuditCheckCommand.class,
      AuditImportCommand.class,
      AuditReconcileCommand.class
    })
public final class AuditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
