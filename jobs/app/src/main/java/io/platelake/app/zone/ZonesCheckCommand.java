package io.platelake.app.zone;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Ids;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.site.CameraRegistry;
import io.platelake.app.ledger.site.ZoneRegistry;
import io.platelake.core.land.Deployment;
import io.platelake.core.zone.Geofence;
import io.platelake.core.zone.ProtectedPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code platelake zones check}. */
@Command(name = "check", description = "List the cameras that stand where they must not.")
@CommandContract(
    example = "zones check --agency city-2",
    refused = "the agency has no policy in force",
    finding = "a camera is in a protected place")
public final class ZonesCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--agency",
      required = true,
      paramLabel = "ID",
      description = "Owner of the cameras.")
  private String agency;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Ids.check("--agency", agency);
    String version = PolicyLedger.inForce(job.lake(), agency, job.asOf()).version();
    Geofence fence = ZoneRegistry.fence(job.lake(), agency);
    List<String> lines = new ArrayList<>();
    long standing = 0;
    for (Deployment p : CameraRegistry.deployments(job.lake(), agency)) {
      if (p.covers(job.asOf())) {
        standing++;
        Optional<ProtectedPlace> place = fence.placeAt(p.lon(), p.lat(), job.asOf());
        place.ifPresent(
            z -> lines.add(String.format("%-24s in %-24s %s", p.cameraId(), z.kind(), z.zoneId())));
      }
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("cameras", standing);
    counts.put("in_protected_places", (long) lines.size());
    if (lines.isEmpty()) {
      return JobResult.done(counts)
          .under(agency, version)
          .saying(List.of("No camera stands in a protected place."));
    }
    return JobResult.done(counts).under(agency, version).saying(lines).finding();
  }
}
