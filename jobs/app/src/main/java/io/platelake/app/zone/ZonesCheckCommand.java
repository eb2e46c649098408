package io.platelake.app.zone;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.policy.ShippedPolicies;
import io.platelake.app.ledger.site.CameraRegistry;
import io.platelake.app.ledger.site.ZoneRegistry;
import io.platelake.core.BadInput;
import io.platelake.core.Ids;
import io.platelake.core.camera.CameraCsv;
import io.platelake.core.camera.CameraRow;
import io.platelake.core.land.Deployment;
import io.platelake.core.policy.Policy;
import io.platelake.core.zone.GeoJsonZones;
import io.platelake.core.zone.Geofence;
import io.platelake.core.zone.ProtectedPlace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake zones check}. */
@Command(
    name = "check",
    description = "Show the ground that each place protects, and cameras that stand on it.")
@CommandContract(
    result = ZonesCheckCommand.ZonesCheckResult.class,
    example = "zones check --agency city-2",
    refused = "the agency has no policy in force",
    finding = "a camera is in a protected place")
public final class ZonesCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--agency",
      paramLabel = "ID",
      description = "Id of the agency; its registry is checked where no FILE is given.")
  private String agency;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "With FILE: the policy that names the kinds and the buffers.")
  private Path policy;

  @Option(
      names = "--cameras",
      paramLabel = "FILE",
      description = "With FILE: cameras that must not stand in its places.")
  private Path cameras;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "GeoJSON as zones load reads it; needs --policy, and no lake.")
  private Path file;

  /** What a run gives. */
  record ZonesCheckResult(long cameras, long inProtectedPlaces, long places, List<String> lines)
      implements RunResult {
    @Override
    public RunOutcome outcome() {
      return inProtectedPlaces > 0 ? RunOutcome.FINDING : RunOutcome.DONE;
    }
  }

  @Override
  public Integer call() {
    if (file != null) {
      return JobRunner.offline(spec, asOf -> ofFile(asOf), JobResult::of);
    }
    return JobRunner.onLake(spec, asOf -> registryOf(), this::ofRegistry);
  }

  private String registryOf() {
    if (agency == null) {
      throw new BadInput(
          "zones check",
          "neither an agency nor a file is named",
          "Give --agency to check what is loaded, or a file and --policy.");
    }
    if (policy != null || cameras != null) {
      throw new BadInput(
          policy != null ? "--policy" : "--cameras",
          "it belongs to the check of a file",
          "Name the file, or leave it out.");
    }
    return Ids.check("--agency", agency);
  }

  private ZonesCheckResult ofFile(Instant asOf) {
    if (policy == null) {
      throw new BadInput(
          "zones check " + file,
          "a file has no kinds and buffers of its own",
          "Add --policy, such as schemas/policies/wa-city.yaml.");
    }
    Policy rules = ShippedPolicies.read(policy).rules();
    List<Deployment> positions =
        cameras == null
            ? List.of()
            : CameraCsv.read(InputFiles.text(cameras), cameras.toString()).stream()
                .map(CameraRow::deployment)
                .toList();
    List<ProtectedPlace> places =
        GeoJsonZones.read(
            InputFiles.text(file),
            file.toString(),
            rules.protectedPlaces().buffers(),
            Territories.of(rules, positions));
    return result(Geofence.of(places), positions, asOf);
  }

  private JobResult ofRegistry(JobContext job, String owner) {
    String version = PolicyLedger.inForce(job.lake(), owner, job.asOf()).version();
    Geofence fence = ZoneRegistry.fence(job.lake(), owner);
    List<Deployment> positions = CameraRegistry.deployments(job.lake(), owner);
    return JobResult.of(result(fence, positions, job.asOf())).under(owner, version);
  }

  private static ZonesCheckResult result(Geofence fence, List<Deployment> positions, Instant asOf) {
    List<String> lines = new ArrayList<>();
    long standing = 0;
    for (Deployment p : positions) {
      // A mobile camera is nowhere: the position of each read decides.
      if (p.isFixed() && p.covers(asOf)) {
        standing++;
        Optional<ProtectedPlace> place = fence.placeAt(p.lon(), p.lat(), asOf);
        place.ifPresent(
            z -> lines.add(String.format("%-24s in %-24s %s", p.cameraId(), z.kind(), z.zoneId())));
      }
    }
    long inside = lines.size();
    if (lines.isEmpty()) {
      lines.add(
          standing == 0
              ? "No camera with a position is known."
              : String.format("None of the %,d cameras is in a protected place.", standing));
    }
    lines.add("");
    lines.addAll(PlaceTable.lines(fence.places(), asOf));
    return new ZonesCheckResult(standing, inside, fence.places().size(), lines);
  }
}
