package io.platelake.app.purge.verify;

import io.platelake.app.job.JobContext;
import io.platelake.app.ledger.access.AccessLog;
import io.platelake.app.ledger.access.LogWitnesses;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.core.accesslog.LogHead;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a certificate states: what had to go, what was looked at, what was found. */
final class CertificateBody {
  private CertificateBody() {}

  /**
   * @param coverage hex SHA-256 of the file that says what the next verification need not read
   */
  static Map<String, Object> of(
      JobContext job, PurgePlan plan, PurgeInspection inspection, String coverage) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", "purge certificate");
    body.put("outcome", inspection.outcome());
    body.put("as_of", job.asOf().toString());
    body.put("principal", job.principal());
    body.put("plan_digest", plan.digest());
    body.put("planned_as_of", plan.asOf());
    body.put("policies", plan.policies());
    body.put("erased", plan.items());
    body.put("raw_files", plan.rawFiles());
    body.put("open_holds", plan.holds().size());
    body.put("tables", audited(inspection.tables()));
    body.put("readings", readings(inspection, coverage));
    inspection.search().ifPresent(search -> body.put("search", search.stated()));
    body.put("overdue_raw_files", inspection.overdueRaw());
    List<Map<String, Object>> heads = heads(job.lake(), plan);
    if (!heads.isEmpty()) {
      body.put(LogWitnesses.CERTIFIED, heads);
    }
    body.put("findings", inspection.findings());
    return body;
  }

  /** What was read for it, and what an earlier verification had read. */
  private static Map<String, Object> readings(PurgeInspection inspection, String coverage) {
    Map<String, Object> readings = new TreeMap<>();
    readings.put("files_read", inspection.read());
    readings.put("files_carried", inspection.carried());
    readings.put("coverage_sha256", coverage);
    inspection
        .covered()
        .oldestReading()
        .ifPresent(oldest -> readings.put("oldest_reading", oldest.toString()));
    return readings;
  }

  /** The newest row of each access log, so that rows cut off later are missed. */
  private static List<Map<String, Object>> heads(Lake lake, PurgePlan plan) {
    AccessLog log = new AccessLog(lake);
    List<Map<String, Object>> heads = new ArrayList<>();
    for (String agency : plan.policies().keySet()) {
      LogHead head = log.head(agency);
      if (head.seq() > 0) {
        Map<String, Object> one = new TreeMap<>();
        one.put("agency", agency);
        one.put("seq", head.seq());
        one.put("hash", head.hash());
        heads.add(one);
      }
    }
    return heads;
  }

  private static List<Map<String, Object>> audited(Map<Table, TableProof> tables) {
    List<Map<String, Object>> audited = new ArrayList<>();
    tables.forEach(
        (table, proof) -> {
          Map<String, Object> one = new TreeMap<>();
          one.put("table", table.folder());
          one.put("version", proof.report().version());
          one.put("files", proof.filesByClass());
          one.put("listing_sha256", proof.report().listingSha256());
          one.put("files_read", proof.report().readings().read());
          one.put("files_carried", proof.report().readings().carried());
          one.put("unsettled", proof.unsettled());
          one.put("findings", proof.findings().size());
          audited.add(one);
        });
    return audited;
  }
}
