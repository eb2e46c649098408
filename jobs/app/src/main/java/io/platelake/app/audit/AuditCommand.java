package io.platelake.app.audit;

import io.platelake.app.audit.handout.AuditExportCommand;
import io.platelake.app.audit.handout.AuditRedactCommand;
import io.platelake.app.audit.memo.AuditMemoCommand;
import io.platelake.app.audit.sample.AuditReviewCommand;
import io.platelake.app.audit.sample.AuditSampleCommand;
import io.platelake.app.audit.screen.AuditScreenCommand;
import io.platelake.app.job.JobRunner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code platelake audit}. */
@Command(
    name = "audit",
    description = "Audits of logged searches: screen, sample, review, report, hand out.",
    subcommands = {
      AuditScreenCommand.class,
      AuditSampleCommand.class,
      AuditReviewCommand.class,
      AuditMemoCommand.class,
      AuditRedactCommand.class,
      AuditExportCommand.class
    })
public final class AuditCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return JobRunner.usage(spec);
  }
}
