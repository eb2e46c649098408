package io.platelake.app.land.check;

import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.policy.ShippedPolicies;
import io.platelake.core.BadInput;
import io.platelake.core.camera.CameraCsv;
import io.platelake.core.camera.CameraRow;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.land.CameraPositions;
import io.platelake.core.land.LandingRulebook;
import io.platelake.core.policy.PolicyFile;
import io.platelake.core.zone.GeoJsonZones;
import io.platelake.core.zone.Geofence;
import io.platelake.core.zone.Territory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of a trial, from files in place of the tables of a lake.
 *
 * @param rulebook empty without a policy and cameras
 * @param notes what was not judged, for people
 */
record TrialRules(Optional<LandingRulebook> rulebook, List<String> notes) {

  /**
   * @param policyFile null where none is given; so are {@code cameraFile} and {@code zoneFile}
   * @throws BadInput if a file is not what it has to be
   */
  static TrialRules read(
      Path policyFile, Path cameraFile, Path zoneFile, FeedDefinition feed, Instant asOf) {
    if (policyFile == null) {
      if (cameraFile != null || zoneFile != null) {
        throw new BadInput(
            cameraFile != null ? "--cameras" : "--zones",
            "it needs the rules of a policy",
            "Add --policy, such as schemas/policies/wa-city.yaml.");
      }
      return new TrialRules(
          Optional.empty(),
          List.of("Not judged: times, cameras and places. Add --policy, --cameras and --zones."));
    }
    PolicyFile policy = ShippedPolicies.read(policyFile);
    // Refused here when the policy does not know the purpose.
    policy.rules().purpose(feed.purpose());
    if (cameraFile == null) {
      return new TrialRules(
          Optional.empty(),
          List.of("Not judged: times, cameras and places. Add --cameras, a camera file."));
    }
    List<CameraRow> cameras =
        CameraCsv.read(InputFiles.text(cameraFile), cameraFile.toString(), feed.agency());
    List<String> notes = new ArrayList<>();
    Geofence fence = Geofence.of(List.of());
    if (zoneFile != null) {
      fence =
          Geofence.of(
              GeoJsonZones.read(
                  InputFiles.text(zoneFile),
                  zoneFile.toString(),
                  policy.rules().protectedPlaces().buffers(),
                  Territory.ofJurisdiction(policy.rules().jurisdiction())
                      .orElseGet(Territory::earth)));
    } else if (policy.rules().protectedPlaceRules().isPresent()) {
      notes.add("Not judged: protected places. Add --zones.");
    }
    return new TrialRules(
        Optional.of(
            new LandingRulebook(
                policy.text(),
                feed.purpose(),
                asOf,
                new CameraPositions(cameras.stream().map(CameraRow::deployment).toList()),
                fence,
                Set.of())),
        notes);
  }
}
