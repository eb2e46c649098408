package io.platelake.app.alert;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.job.JobContext;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.core.BadInput;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** The hits of one agency and purpose, as long as they are kept. */
final class AgencyHits {
  private final Lake lake;
  private final String agency;
  private final String purpose;

  private AgencyHits(Lake lake, String agency, String purpose) {
    this.lake = lake.serving(purpose);
    this.agency = agency;
    this.purpose = purpose;
  }

  /** Purpose by purpose, each with a lake that serves no other. */
  static List<AgencyHits> of(Lake lake, PolicyInForce policy) {
    List<AgencyHits> all = new ArrayList<>();
    for (String purpose : policy.policy().hotlists().keySet()) {
      all.add(new AgencyHits(lake, policy.agency(), purpose));
    }
    return all;
  }

  /**
   * The agency and purpose that a hit belongs to.
   *
   * @throws BadInput if no agency with a policy has the hit
   */
  static AgencyHits holding(JobContext job, long hitId) {
    for (PolicyInForce policy : PolicyLedger.all(job.lake(), job.asOf()).values()) {
      for (AgencyHits own : of(job.lake(), policy)) {
        if (!own.rows(List.of(hitId)).isEmpty()) {
          return own;
        }
      }
    }
    throw new BadInput(
        "Hit " + hitId,
        "this hit does not exist, or it has been purged",
        "Find ids with: platelake hits list --agency ID --window FROM/TO");
  }

  String purpose() {
    return purpose;
  }

  String agency() {
    return agency;
  }

  /** The lake, serving the purpose. */
  Lake lake() {
    return lake;
  }

  /** Rows of {@code hits}. */
  Dataset<Row> rows() {
    return lake.read(Table.HITS, purpose).where(col("agency_id").equalTo(agency));
  }

  /** Rows of {@code hits} with these ids. */
  Dataset<Row> rows(Collection<Long> ids) {
    return rows()
        .join(
            lake.spark().createDataset(List.copyOf(ids), Encoders.LONG()).toDF("hit_id"), "hit_id");
  }

  /** When each of these hits was captured, as far as they are of this agency and purpose. */
  Map<Long, Instant> capturedAt(Collection<Long> ids) {
    Map<Long, Instant> times = new HashMap<>();
    NamedRow.all(rows(ids).select("hit_id", "captured_at"))
        .forEach(r -> times.put(r.number("hit_id"), r.instant("captured_at")));
    return times;
  }

  /** Rows of {@code reads} of this agency and purpose. */
  Dataset<Row> reads() {
    return lake.read(Table.READS, purpose).where(col("agency_id").equalTo(agency));
  }
}
