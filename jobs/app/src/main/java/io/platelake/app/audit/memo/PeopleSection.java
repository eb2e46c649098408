package io.platelake.app.audit.memo;

import static org.apache.spark.sql.functions.col;

import io.platelake.app.ledger.access.RegisterLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.access.AccessRegisters;
import io.platelake.core.access.AccountSpan;
import io.platelake.core.access.OverduePeople;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Window;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Who has access, and whether data was purged and shared as the policy says. */
final class PeopleSection {
  private final Lake lake;
  private final PolicyInForce policy;
  private final Window window;
  private final Instant asOf;

  PeopleSection(Lake lake, PolicyInForce policy, Window window, Instant asOf) {
    this.lake = lake;
    this.policy = policy;
    this.window = window;
    this.asOf = asOf;
  }

  MemoSection people() {
    AccessRegisters registers = RegisterLedger.access(lake, policy.agency(), asOf, Map.of());
    List<AccountSpan> accounts = registers.at(asOf);
    List<List<String>> rows = new ArrayList<>();
    OverduePeople.of(policy.policy(), registers, asOf)
        .forEach(due -> rows.add(List.of(due.subject(), due.says())));
    String source = "register users as of " + asOf;
    return new MemoSection(
        "Who has access",
        "Accounts as the registers have them, and what is overdue about them.",
        List.of(
            MemoFigure.of("Accounts", accounts.size(), source),
            MemoFigure.of(
                "Of these, suspended",
                accounts.stream().filter(a -> !a.isActive()).count(),
                source + ", status"),
            MemoFigure.of(
                "Of these, of outsiders without supervision",
                accounts.stream().filter(a -> a.kind() == AccountSpan.Kind.EXTERNAL).count(),
                source + ", kind"),
            MemoFigure.of("Overdue", rows.size(), "registers against the policy")),
        rows.isEmpty()
            ? List.of()
            : List.of(
                new MemoTable(
                    "Overdue", "registers against the policy", List.of("what", "says"), rows)));
  }

  MemoSection retention() {
    Dataset<Row> certificates = lake.ledger(Table.PURGE_CERTIFICATES).where(within(col("as_of")));
    Dataset<Row> shares =
        lake.ledger(Table.SHARES)
            .where(col("agency_id").equalTo(policy.agency()))
            .where(within(col("shared_at")));
    return new MemoSection(
        "Retention, purging and sharing",
        "What was deleted and proven gone, and what left the agency in the period.",
        List.of(
            MemoFigure.of("Purges verified", certificates.count(), "purge_certificates by as_of"),
            MemoFigure.of(
                "Of these, with a finding",
                certificates.where(col("outcome").notEqual("clean")).count(),
                "purge_certificates, outcome"),
            MemoFigure.of("Shares", shares.count(), "shares by shared_at")),
        List.of());
  }

  private Column within(Column at) {
    return at.geq(Timestamp.from(window.from())).and(at.lt(Timestamp.from(window.to())));
  }
}
