package io.platelake.app.purge;

import io.platelake.app.job.JobContext;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.lake.contract.Table;
import io.platelake.lake.proof.needle.Needles;
import io.platelake.lake.proof.needle.ScanReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a certificate states: what had to go, what was looked at, what was found. */
final class CertificateBody {
  private CertificateBody() {}

  static Map<String, Object> of(
      JobContext job,
      PurgePlan plan,
      Map<Table, Verification.Result> tables,
      Needles needles,
      ScanReport scan,
      String outcome,
      List<String> findings) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("kind", "purge certificate");
    body.put("outcome", outcome);
    body.put("as_of", job.asOf().toString());
    body.put("principal", job.principal());
    body.put("plan_digest", plan.digest());
    body.put("planned_as_of", plan.asOf());
    body.put("policies", plan.policies());
    body.put("erased", plan.items());
    body.put("raw_files", plan.rawFiles());
    body.put("open_holds", plan.holds().size());
    body.put("tables", audited(tables));
    if (scan != null) {
      body.put("search", searched(needles, scan));
    }
    body.put("findings", findings);
    return body;
  }

  private static List<Map<String, Object>> audited(Map<Table, Verification.Result> tables) {
    List<Map<String, Object>> audited = new ArrayList<>();
    tables.forEach(
        (table, result) -> {
          Map<String, Object> one = new TreeMap<>();
          one.put("table", table.folder());
          one.put("version", result.report().version());
          one.put("files", PurgeVerifyCommand.tallies(result));
          one.put("listing_sha256", result.report().listingSha256());
          one.put("unsettled", result.unsettled());
          one.put("findings", result.findings().size());
          audited.add(one);
        });
    return audited;
  }

  private static Map<String, Object> searched(Needles needles, ScanReport scan) {
    Map<String, Object> search = new TreeMap<>();
    search.put("plates_and_keys", needles.size());
    search.put("files", scan.files());
    search.put("bytes", scan.bytes());
    search.put("found", scan.hits().stream().filter(h -> !h.insideLongerRun()).count());
    search.put("inside_longer_text", scan.hits().stream().filter(h -> h.insideLongerRun()).count());
    search.put("unread", scan.unread().size());
    return search;
  }
}
