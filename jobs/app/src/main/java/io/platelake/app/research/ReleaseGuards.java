package io.platelake.app.research;

import io.platelake.app.ledger.purge.ClosedDates;
import io.platelake.app.ledger.release.Release;
import io.platelake.app.ledger.release.ReleaseParameters;
import io.platelake.core.BadInput;
import io.platelake.core.Refusal;
import io.platelake.core.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

/** What stops the run of an approved release: reads that are not all there, or are not the same. */
public final class ReleaseGuards {
  private ReleaseGuards() {}

  /**
   * A window that is not over, or whose first reads are past their limit or purged, would show too
   * few vehicles and not say so.
   *
   * @param closed dates a purge has closed
   */
  public static void refuseUnlessComplete(
      Release release, Policy policy, Set<ClosedDates.Closed> closed, Instant asOf) {
    ReleaseParameters p = release.parameters();
    String what = "Release " + release.id();
    if (p.window().to().isAfter(asOf)) {
      throw new Refusal(
          what, "its window ends at " + p.window().to(), "Run it when the window is over.");
    }
    boolean expired =
        policy
            .retention(p.purpose())
            .expiresAt(p.window().from())
            .map(e -> !e.isAfter(asOf))
            .orElse(false);
    if (expired || purged(closed, p)) {
      throw new Refusal(
          what,
          "reads of its window are past their retention limit or purged",
          "Request a later window; a release is made while all of its reads may be kept.");
    }
  }

  private static boolean purged(Set<ClosedDates.Closed> closed, ReleaseParameters p) {
    return p.window().dates().stream()
        .anyMatch(d -> closed.contains(new ClosedDates.Closed(p.agency(), p.purpose(), d)));
  }

  /** Two versions of one release could be compared, and the difference tells of single vehicles. */
  static void refuseIfChanged(Release release, Extract extract) {
    if (release.runs().stream().anyMatch(r -> !r.fileDigest().equals(extract.digest()))) {
      throw new Refusal(
          "Release " + release.id(),
          "it has been made before and its data is not the same now",
          "Keep the files of the earlier run; a correction is a new release with its own approval.");
    }
  }

  /** A folder holds one release: overwriting another would leave its ledger without its files. */
  public static void refuseOtherRelease(Path out, Extract extract) {
    Path manifest = out.resolve(Extract.MANIFEST_NAME);
    try {
      if (Files.exists(manifest)
          && !Arrays.equals(Files.readAllBytes(manifest), extract.manifest())) {
        throw new BadInput(
            "--out " + out, "it holds the manifest of another release", "Give a new folder.");
      }
    } catch (IOException e) {
      throw new BadInput("--out " + out, "it cannot be read", "Give a folder you may write to.");
    }
  }
}
