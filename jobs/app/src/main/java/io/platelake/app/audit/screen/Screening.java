package io.platelake.app.audit.screen;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.job.JobContext;
import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.app.ledger.audit.FindingLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.detect.Screen;
import io.platelake.core.detect.ScreenContext;
import io.platelake.core.detect.ScreenRegisters;
import io.platelake.core.detect.ScreenResult;
import io.platelake.core.detect.ScreenedSearch;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.NamedRow;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Screens searches with what the lake knows: registers as known now, and shares on record. */
public final class Screening {
  private Screening() {}

  /** The result for searches of one agency. */
  public static ScreenResult of(
      JobContext job,
      PolicyInForce policy,
      List<ScreenedSearch> searches,
      Optional<Set<String>> cases,
      ZoneId zone) {
    ScreenContext context =
        new ScreenContext(
            policy.policy(),
            new ScreenRegisters(
                policy.policy(), RegisterLedger.all(job.lake(), policy.agency(), job.asOf())),
            Set.of(),
            cases,
            shares(job, policy.agency()),
            zone);
    return new Screen(context).screen(searches);
  }

  private static Set<String> shares(JobContext job, String agency) {
    return NamedRow.all(
            job.lake()
                .ledger(Table.SHARES)
                .where(col("agency_id").equalTo(agency))
                .select("share_id"))
        .stream()
        .map(row -> row.text("share_id"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Findings that are on record. */
  static FindingLedger ledger(JobContext job, String agency) {
    return new FindingLedger(job.lake(), agency);
  }
}
