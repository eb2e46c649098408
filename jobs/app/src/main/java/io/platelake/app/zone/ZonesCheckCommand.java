package io.platelake.app.zone;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.site.CameraRegistry;
import io.platelake.app.ledger.site.ZoneRegistry;
import io.platelake.core.land.Deployment;
import io.platelake.core.zone.Geofence;
import io.platelake.core.zone.ProtectedPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  @Mixin private AgencyOption agency;

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
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    String version = PolicyLedger.inForce(job.lake(), agency.id(), job.asOf()).version();
    Geofence fence = ZoneRegistry.fence(job.lake(), agency.id());
    List<String> lines = new ArrayList<>();
    long standing = 0;
    for (Deployment p : CameraRegistry.deployments(job.lake(), agency.id())) {
      // A mobile camera is nowhere: the position of each read decides.
      if (p.isFixed() && p.covers(job.asOf())) {
        standing++;
        Optional<ProtectedPlace> place = fence.placeAt(p.lon(), p.lat(), job.asOf());
        place.ifPresent(
            z -> lines.add(String.format("%-24s in %-24s %s", p.cameraId(), z.kind(), z.zoneId())));
      }
    }
    long inside = lines.size();
    if (lines.isEmpty()) {
      lines.add("No camera stands in a protected place.");
    }
    lines.add("");
    lines.addAll(PlaceTable.lines(fence.places(), job.asOf()));
    return JobResult.of(new ZonesCheckResult(standing, inside, fence.places().size(), lines))
        .under(agency.id(), version);
  }
}
