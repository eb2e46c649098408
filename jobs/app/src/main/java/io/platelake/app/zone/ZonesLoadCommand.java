package io.platelake.app.zone;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunResult;
import io.platelake.app.job.Sha256;
import io.platelake.app.job.option.AgencyOption;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.site.CameraRegistry;
import io.platelake.app.ledger.site.ZoneRegistry;
import io.platelake.core.access.Permission;
import io.platelake.core.policy.collection.ProtectedPlaceRules;
import io.platelake.core.zone.GeoJsonZones;
import io.platelake.core.zone.ProtectedPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.locationtech.jts.geom.Point;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake zones load}. */
@Command(
    name = "load",
    description = "Load protected places from GeoJSON; the file replaces what was known.")
@CommandContract(
    needs = Permission.ADMINISTER,
    result = ZonesLoadCommand.ZonesResult.class,
    example = "zones load --agency city-2 zones.geojson",
    refused = "the agency has no policy in force, or its policy has no protected places")
public final class ZonesLoadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private AgencyOption agency;

  @Parameters(
      paramLabel = "FILE",
      description =
          "GeoJSON with zone_id, kind and optionally name, effective_from, effective_to; lines also"
              + " with drawn: premises or access_route.")
  private Path file;

  /** What a run gives. */
  record ZonesResult(long places, long ended, long drawnAsPoints, Map<String, Long> kinds)
      implements RunResult {}

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, asOf -> text(), this::run);
  }

  /** Kinds and buffers are the policy's, which the lake has; all else is judged here. */
  private String text() {
    agency.id();
    String text = InputFiles.text(file);
    GeoJsonZones.requireForm(text, file.toString());
    return text;
  }

  private JobResult run(JobContext job, String text) {
    job.standing().requireAgency(agency.id());
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency.id(), job.asOf());
    ProtectedPlaceRules rules = policy.policy().protectedPlaces();
    List<ProtectedPlace> places =
        GeoJsonZones.read(
            text,
            file.toString(),
            rules.buffers(),
            Territories.of(policy.policy(), CameraRegistry.deployments(job.lake(), agency.id())));
    ZoneRegistry.Loaded loaded =
        ZoneRegistry.load(job.lake(), agency.id(), places, Sha256.of(text), job.asOf());
    Map<String, Long> kinds = new TreeMap<>();
    places.forEach(p -> kinds.merge(p.kind(), 1L, Long::sum));
    long points = places.stream().filter(p -> p.shape() instanceof Point).count();
    return JobResult.of(new ZonesResult(loaded.places(), loaded.ended(), points, kinds))
        .under(agency.id(), policy.version());
  }
}
