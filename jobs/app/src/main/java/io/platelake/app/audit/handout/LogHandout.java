package io.platelake.app.audit.handout;

import io.platelake.app.job.JobContext;
import io.platelake.app.job.Sha256;
import io.platelake.app.ledger.access.AccessLogRows;
import io.platelake.app.ledger.audit.AuditReading;
import io.platelake.app.ledger.export.Export;
import io.platelake.app.ledger.export.ExportPlace;
import io.platelake.app.ledger.export.ExportWriter;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.publish.PublishedJson;
import io.platelake.core.accesslog.ChainedRow;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes rows of the access log to a folder, with a manifest. Reading them is logged first. */
final class LogHandout {
  private final String kind;
  private final String file;
  private final List<String> leftOut;
  private final boolean isLinked;

  /**
   * @param kind redacted or ocsf
   * @param leftOut what is not in the file
   * @param isLinked whether the manifest names numbers and hashes of the chain
   */
  LogHandout(String kind, String file, List<String> leftOut, boolean isLinked) {
    this.kind = kind;
    this.file = file;
    this.leftOut = List.copyOf(leftOut);
    this.isLinked = isLinked;
  }

  /** Rows of a window by their instant, in the order of the chain. */
  List<ChainedRow> rows(JobContext job, PolicyInForce policy, Window window) {
    Lake lake = AuditReading.announce(job, policy, window, "audit " + kind);
    return AccessLogRows.all(lake, policy.agency()).stream()
        .filter(row -> isWithin(window, (Instant) row.find("at").orElseThrow()))
        .toList();
  }

  /** Writes the file and its manifest. Returns the digest of the manifest. */
  String write(
      JobContext job,
      PolicyInForce policy,
      Window window,
      List<ChainedRow> rows,
      Path out,
      Function<List<ChainedRow>, byte[]> content) {
    byte[] bytes = content.apply(rows);
    boolean linked = isLinked && !rows.isEmpty();
    byte[] manifest =
        PublishedJson.bytes(
            new HandoutManifest(
                kind,
                policy.agency(),
                job.asOf(),
                window.from(),
                window.to(),
                file,
                rows.size(),
                Sha256.of(bytes),
                linked ? rows.get(0).seq() : 0,
                linked ? rows.get(rows.size() - 1).seq() : 0,
                linked ? rows.get(rows.size() - 1).hash() : "",
                leftOut,
                policy.version()));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(file, bytes);
    files.put("manifest.json", manifest);
    new ExportWriter(job, "--out")
        .write(export(job, policy, rows.size(), Sha256.of(bytes), out), files);
    return Sha256.of(manifest);
  }

  private Export export(JobContext job, PolicyInForce policy, long rows, String digest, Path out) {
    return new Export(
        "audit-" + job.runId(),
        policy.agency(),
        new Export.Origin(
            "audit", job.runId(), Optional.empty(), Optional.empty(), Optional.empty()),
        new Export.Destination(
            ExportPlace.around(job.lake(), policy.agency(), out, "--out", job.asOf())
                .map(ExportPlace::id),
            out,
            job.principal(),
            false),
        new Export.Content(file, "manifest.json", rows, digest, List.of(Table.ACCESS_LOG.folder())),
        Optional.empty(),
        policy.version(),
        job.principal(),
        job.asOf());
  }

  private static boolean isWithin(Window window, Instant at) {
    return !at.isBefore(window.from()) && at.isBefore(window.to());
  }
}
