package io.platelake.app.ledger.release;

import io.platelake.app.job.Sha256;
import io.platelake.core.BadInput;
import io.platelake.core.chain.CanonicalJson;
import io.platelake.lake.table.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a release is made of; an approval covers exactly this.
 *
 * @param agency agency whose reads are used
 * @param product {@link #CAMERA_HOUR}
 * @param purpose purpose of the reads; no other partition is read
 * @param window instants of capture, whole UTC hours: cut hours could be compared with whole ones
 */
public record ReleaseParameters(String agency, String product, String purpose, Window window) {
  /** The one product: counts by camera and hour. */
  public static final String CAMERA_HOUR = "camera-hour";

  public ReleaseParameters {
    Objects.requireNonNull(agency, "agency");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(window, "window");
    if (!CAMERA_HOUR.equals(product)) {
      throw new BadInput("--product", "there is no such product", "Use " + CAMERA_HOUR + ".");
    }
    for (Instant end : List.of(window.from(), window.to())) {
      if (!end.equals(end.truncatedTo(ChronoUnit.HOURS))) {
        throw new BadInput(
            "--window",
            "it does not start and end on a whole UTC hour",
            "Widen or narrow it to whole hours, such as 2026-06-01T00:00:00Z/2026-06-08T00:00:00Z.");
      }
    }
  }

  /** SHA-256 of the parameters, lower-case hexadecimal. */
  public String digest() {
    return Sha256.of(CanonicalJson.write(canonical()));
  }

  /** Id of a request for this at an instant and on a legal basis. */
  public String releaseId(Instant requestedAt, String legalBasis) {
    String request =
        CanonicalJson.write(
            Map.of(
                "parameters", canonical(),
                "requested_at", requestedAt.toString(),
                "legal_basis", legalBasis));
    return "rel-" + Sha256.of(request).substring(0, 16);
  }

  private Map<String, String> canonical() {
    return Map.of(
        "agency", agency,
        "product", product,
        "purpose", purpose,
        "from", window.from().toString(),
        "to", window.to().toString());
  }
}
