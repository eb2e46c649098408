package io.platelake.app.cli;

import io.platelake.app.access.AccessCommand;
import io.platelake.app.alert.HitsCommand;
import io.platelake.app.alert.OutcomesCommand;
import io.platelake.app.audit.AuditCommand;
import io.platelake.app.camera.CamerasCommand;
import io.platelake.app.care.CareCommand;
import io.platelake.app.compact.CompactCommand;
import io.platelake.app.compact.MigrateCommand;
import io.platelake.app.correct.CorrectCommand;
import io.platelake.app.export.ExportCommand;
import io.platelake.app.facts.FactsCommand;
import io.platelake.app.hold.HoldCommand;
import io.platelake.app.hotlist.HotlistCommand;
import io.platelake.app.init.InitCommand;
import io.platelake.app.job.CommandPromises;
import io.platelake.app.job.Platelake;
import io.platelake.app.land.LandCommand;
import io.platelake.app.land.check.FeedCommand;
import io.platelake.app.land.quarantine.QuarantineCommand;
import io.platelake.app.match.MatchCommand;
import io.platelake.app.night.NightCommand;
import io.platelake.app.pass.PassesCommand;
import io.platelake.app.policy.PolicyCommand;
import io.platelake.app.purge.PurgeCommand;
import io.platelake.app.register.RegisterCommand;
import io.platelake.app.report.ReportCommand;
import io.platelake.app.research.ExtractCommand;
import io.platelake.app.search.SearchCommand;
import io.platelake.app.share.ShareCommand;
import io.platelake.app.status.StatusCommand;
import io.platelake.app.zone.ZonesCommand;
import java.util.ServiceLoader;
import picocli.CommandLine;

/** Every command, in the order of {@code --help}. */
public final class Commands {
  private Commands() {}

  /** The command line with every command. */
  public static CommandLine of(Platelake root) {
    CommandLine line = new CommandLine(root);
    ServiceLoader.load(ExtraCommands.class).forEach(extra -> extra.addTo(line));
    line.addSubcommand(new InitCommand());
    line.addSubcommand(new PolicyCommand());
    line.addSubcommand(new RegisterCommand());
    line.addSubcommand(new AccessCommand());
    line.addSubcommand(new AuditCommand());
    line.addSubcommand(new CamerasCommand());
    line.addSubcommand(new ZonesCommand());
    line.addSubcommand(new FeedCommand());
    line.addSubcommand(new LandCommand());
    line.addSubcommand(new QuarantineCommand());
    line.addSubcommand(new CorrectCommand());
    line.addSubcommand(new CompactCommand());
    line.addSubcommand(new CareCommand());
    line.addSubcommand(new MigrateCommand());
    line.addSubcommand(new HotlistCommand());
    line.addSubcommand(new MatchCommand());
    line.addSubcommand(new SearchCommand());
    line.addSubcommand(new OutcomesCommand());
    line.addSubcommand(new HitsCommand());
    line.addSubcommand(new PassesCommand());
    line.addSubcommand(new FactsCommand());
    line.addSubcommand(new HoldCommand());
    line.addSubcommand(new PurgeCommand());
    line.addSubcommand(new NightCommand());
    line.addSubcommand(new ExtractCommand());
    line.addSubcommand(new ShareCommand());
    line.addSubcommand(new ExportCommand());
    line.addSubcommand(new ReportCommand());
    line.addSubcommand(new StatusCommand());
    line.addSubcommand(new CompletionCommand());
    CommandPromises.explain(line.getCommandSpec());
    return line;
  }
}
