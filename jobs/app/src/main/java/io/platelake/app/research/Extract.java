package io.platelake.app.research;

import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.release.Release;
import io.platelake.app.ledger.release.ReleaseParameters;
import io.platelake.app.publish.PublishedCsv;
import io.platelake.app.publish.PublishedJson;
import io.platelake.core.policy.governance.ResearchRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a run: the data and the manifest that speaks for it. They hold no time of the run,
 * so the same reads give the same bytes.
 *
 * @param csv the data file
 * @param manifest the manifest
 * @param rows cells in the data file
 * @param suppressed cells in it without their counts
 */
public record Extract(byte[] csv, byte[] manifest, long rows, long suppressed) {
  static final String CSV_NAME = "camera-hour.csv";
  public static final String MANIFEST_NAME = "manifest.json";

  static Extract of(Release release, PolicyInForce policy, List<Cell> cells) {
    long suppressed = cells.stream().filter(Cell::suppressed).count();
    byte[] csv = PublishedCsv.bytes(Cell.COLUMNS, cells.stream().map(Cell::fields).toList());
    byte[] manifest = PublishedJson.bytes(manifest(release, policy, csv, cells.size(), suppressed));
    return new Extract(csv, manifest, cells.size(), suppressed);
  }

  /** SHA-256 of the data file. */
  String digest() {
    return Sha256.of(csv);
  }

  /** Content by name; the manifest is last. */
  Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(CSV_NAME, csv);
    files.put(MANIFEST_NAME, manifest);
    return files;
  }

  private static Map<String, Object> manifest(
      Release release, PolicyInForce policy, byte[] csv, long rows, long suppressed) {
    ReleaseParameters p = release.parameters();
    ResearchRules rules = policy.policy().research();
    Map<String, Object> window = new LinkedHashMap<>();
    window.put("from", p.window().from().toString());
    window.put("to", p.window().to().toString());
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("release_id", release.id());
    m.put("product", p.product());
    m.put("agency", p.agency());
    m.put("purpose", p.purpose());
    m.put("window", window);
    m.put("parameters_digest", p.digest());
    m.put("legal_basis", release.legalBasis());
    m.put("policy", policy.policy().id());
    m.put("policy_version", policy.version());
    m.put("threshold", rules.minDistinctVehicles());
    m.put("threshold_counts", "distinct vehicles in the cell");
    m.put("threshold_authority", rules.disclosureAuthority().toString());
    m.put("rows", rows);
    m.put("suppressed", suppressed);
    m.put("file", CSV_NAME);
    m.put("bytes", csv.length);
    m.put("sha256", Sha256.of(csv));
    m.put("columns", columns(rules.minDistinctVehicles()));
    return m;
  }

  private static List<Map<String, String>> columns(int minimum) {
    return List.of(
        column("camera_id", "string", "camera that captured the reads"),
        column(
            "hour", "instant", "start of the UTC hour of capture; hours without reads are absent"),
        column("reads", "integer", "reads kept in the hour; empty when suppressed"),
        column(
            "distinct_vehicles",
            "integer",
            "distinct plate texts in the hour; a text misread twice counts twice; empty when"
                + " suppressed"),
        column(
            "status",
            "string",
            "ok, or suppressed: fewer than "
                + minimum
                + " distinct vehicles, neither count shown"));
  }

  private static Map<String, String> column(String name, String type, String meaning) {
    Map<String, String> column = new LinkedHashMap<>();
    column.put("name", name);
    column.put("type", type);
    column.put("meaning", meaning);
    return column;
  }
}
