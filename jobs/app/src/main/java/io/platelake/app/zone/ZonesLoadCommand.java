package io.platelake.app.zone;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.Ids;
import io.platelake.app.job.InputFiles;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.site.ZoneRegistry;
import io.platelake.core.policy.collection.ProtectedPlaceRules;
import io.platelake.core.zone.GeoJsonZones;
import io.platelake.core.zone.ProtectedPlace;
import io.platelake.core.zone.ZoneBuffers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code platelake zones load}. */
@Command(
    name = "load",
    description = "Load protected places from GeoJSON; the file replaces what was known.")
@CommandContract(
    example = "zones load --agency city-2 zones.geojson",
    refused = "the agency has no policy in force, or its policy has no protected places")
public final class ZonesLoadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--agency",
      required = true,
      paramLabel = "ID",
      description = "Agency that must not collect there.")
  private String agency;

  @Parameters(
      paramLabel = "FILE",
      description = "GeoJSON with zone_id, kind and optionally name, effective_from, effective_to.")
  private Path file;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Ids.check("--agency", agency);
    PolicyInForce policy = PolicyLedger.inForce(job.lake(), agency, job.asOf());
    ProtectedPlaceRules rules = policy.policy().protectedPlaces();
    String text = InputFiles.text(file);
    List<ProtectedPlace> places =
        GeoJsonZones.read(
            text,
            file.toString(),
            new ZoneBuffers(rules.bufferMetresByKind(), rules.accessRoutes().metres()));
    ZoneRegistry.Loaded loaded =
        ZoneRegistry.load(job.lake(), agency, places, Sha256.of(text), job.asOf());
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("places", loaded.places());
    counts.put("ended", loaded.ended());
    Map<String, Object> kinds = new TreeMap<>();
    places.forEach(p -> kinds.merge(p.kind(), 1L, (a, b) -> (Long) a + (Long) b));
    return JobResult.done(counts).with(Map.of("kinds", kinds)).under(agency, policy.version());
  }
}
