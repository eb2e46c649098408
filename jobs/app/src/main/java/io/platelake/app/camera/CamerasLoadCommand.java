package io.platelake.app.camera;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.site.CameraRegistry;
import io.platelake.core.access.Permission;
import io.platelake.core.camera.CameraCsv;
import io.platelake.core.camera.CameraRow;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake cameras load}. */
@Command(name = "load", description = "Load cameras and their positions from CSV.")
@CommandContract(
    needs = Permission.ADMINISTER,
    result = CamerasLoadCommand.CamerasResult.class,
    example = "cameras load --agency city-2 cameras.csv",
    refused = "the agency has no policy in force")
public final class CamerasLoadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

  @Parameters(
      paramLabel = "FILE",
      description =
          "CSV: camera_id,site_type,lat,lon,from and more columns of schemas/FILES.md. A mobile"
              + " camera needs no lat and lon. A file without maker and model changes neither.")
  private Path file;

  /** What a run gives. */
  record CamerasResult(long cameras, long positions) implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> cameras(), this::run);
  }

  private List<CameraRow> cameras() {
    String owner = agency.id();
    return CameraCsv.read(InputFiles.text(file), file.toString(), owner);
  }

  private JobResult run(JobContext job, List<CameraRow> rows) {
    String owner = agency.id();
    job.standing().requireAgency(owner);
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), owner, job.asOf());
    CameraRegistry.Loaded loaded = CameraRegistry.load(job.lake(), owner, rows, job.asOf());
    return JobResult.of(new CamerasResult(loaded.cameras(), loaded.positions()))
        .under(owner, policy.version());
  }
}
