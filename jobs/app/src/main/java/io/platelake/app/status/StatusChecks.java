package io.platelake.app.status;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.platelake.app.ledger.hold.Hold;
import io.platelake.app.ledger.hold.HoldLedger;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.purge.Certificates;
import io.platelake.app.ledger.release.Release;
import io.platelake.app.ledger.release.ReleaseLedger;
import io.platelake.app.ledger.site.RawFileEvent;
import io.platelake.app.ledger.site.RawRetention;
import io.platelake.core.purge.CertifiedCheck;
import io.platelake.core.purge.OpenFindings;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.OldestRows;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The checks of {@code status}, each a few lines over one table; nothing is written. */
final class StatusChecks {
  private final Lake lake;
  private final Map<String, PolicyInForce> policies;
  private final Instant asOf;
  private final List<StatusItem> items = new ArrayList<>();

  StatusChecks(Lake lake, Map<String, PolicyInForce> policies, Instant asOf) {
    this.lake = lake;
    this.policies = policies;
    this.asOf = asOf;
  }

  List<StatusItem> all() throws IOException {
    retention();
    purges();
    items.addAll(new LandingItems(lake, asOf).items());
    items.addAll(new QuarantineItems(lake).items());
    rawFiles();
    items.addAll(new SilentSources(lake, asOf).items());
    items.addAll(new FrequentPlates(lake, asOf).items());
    items.addAll(new ListItems(lake, policies, asOf).items());
    holds();
    releases();
    policyReviews();
    policyChanges();
    items.addAll(ReportItems.of(lake, policies, asOf));
    items.addAll(PeopleItems.of(lake, policies, asOf));
    items.addAll(AuditItems.of(lake, policies, asOf));
    items.addAll(AccessLogItems.of(lake, policies, asOf));
    items.addAll(ExportItems.of(lake, policies, asOf));
    items.addAll(DeadlineItems.of(lake, policies, asOf));
    return items;
  }

  /** The oldest row of each partitioned table against the limit it was landed under. */
  private void retention() {
    for (Table table : lake.contracts().walled()) {
      if (lake.isKnownEmpty(table)) {
        continue;
      }
      for (OldestRows rows : OldestRows.of(lake, table)) {
        String agency = rows.agency();
        String subject = table.folder() + " of " + agency + ", " + rows.purpose();
        if (rows.deleteAfter().isEmpty()) {
          add(StatusItem.State.OK, subject, "no limit");
          continue;
        }
        Instant expires = rows.deleteAfter().get();
        PolicyInForce policy = policies.get(agency);
        Instant next = policy == null ? asOf : asOf.plus(policy.policy().purgeRules().horizon());
        String oldest =
            "oldest of "
                + rows.capturedAt().map(Instant::toString).orElse("an unknown instant")
                + " must be gone by "
                + expires;
        if (!expires.isAfter(asOf)) {
          long hours = Duration.between(expires, asOf).toHours();
          add(StatusItem.State.VIOLATED, subject, oldest + ", " + hours + " h ago");
        } else {
          add(expires.isAfter(next) ? StatusItem.State.OK : StatusItem.State.DUE, subject, oldest);
        }
      }
    }
  }

  private void purges() {
    Optional<Instant> last =
        new NamedRow(
                lake.ledger(Table.PURGE_RUNS)
                    .where(col("step").equalTo("plan"))
                    .agg(max("as_of").as("as_of"))
                    .first())
            .findInstant("as_of");
    Duration every =
        policies.values().stream()
            .map(p -> p.policy().purgeRules().every())
            .min(Duration::compareTo)
            .orElse(Duration.ofDays(1));
    if (last.isEmpty()) {
      add(StatusItem.State.DUE, "purge", "never planned");
    } else {
      Instant planned = last.get();
      boolean late = planned.plus(every).isBefore(asOf);
      add(
          late ? StatusItem.State.OVERDUE : StatusItem.State.OK,
          "purge",
          "last planned " + planned);
    }
    for (NamedRow row :
        NamedRow.all(
            lake.ledger(Table.PURGE_RUNS)
                .groupBy("run_id")
                .agg(
                    max(col("step").equalTo("delete")).as("started"),
                    max(col("step").equalTo("done")).as("done")))) {
      if (row.flag("started") && !row.flag("done")) {
        add(
            StatusItem.State.OVERDUE,
            "purge run " + row.text("run_id").substring(0, 12),
            "started, not finished");
      }
    }
    List<Row> unproved =
        lake.ledger(Table.PURGE_RUNS)
            .where(col("step").equalTo("done"))
            .select("run_id")
            .distinct()
            .join(
                lake.ledger(Table.PURGE_CERTIFICATES)
                    .where(col("outcome").equalTo("clean"))
                    .select("run_id"),
                scala.jdk.javaapi.CollectionConverters.asScala(List.of("run_id")).toSeq(),
                "left_anti")
            .collectAsList();
    for (NamedRow row : unproved.stream().map(NamedRow::new).toList()) {
      add(
          StatusItem.State.OVERDUE,
          "purge run " + row.text("run_id").substring(0, 12),
          "no clean certificate");
    }
    for (CertifiedCheck finding : OpenFindings.of(Certificates.checks(lake))) {
      add(
          StatusItem.State.OVERDUE,
          "purge run " + finding.plan().substring(0, Math.min(12, finding.plan().length())),
          "the finding of certificate "
              + finding.seq()
              + " is open"
              + (finding.searched() ? "; search again for the same plates" : ""));
    }
  }

  /** Landed files that hold plates longer than the reads in them may be kept. */
  private void rawFiles() throws IOException {
    Map<String, List<RawFileEvent>> byFeed =
        RawRetention.overdue(lake, asOf).stream()
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(RawFileEvent::feed, TreeMap::new, Collectors.toList()));
    byFeed.forEach(
        (feed, files) -> {
          RawFileEvent first =
              files.stream().min(Comparator.comparing(RawFileEvent::deleteAfter)).orElseThrow();
          long folders = files.stream().map(RawFileEvent::folder).distinct().count();
          add(
              StatusItem.State.VIOLATED,
              "raw files of feed " + feed,
              files.size()
                  + " in "
                  + (folders == 1 ? "" : folders + " folders, such as ")
                  + first.folder()
                  + ", had to be gone, the first by "
                  + first.deleteAfter()
                  + "; delete them, or let the feed do it (after_landing: delete)");
        });
  }

  private void holds() {
    for (Hold hold : HoldLedger.all(lake)) {
      if (hold.openAt(asOf)) {
        boolean review = hold.reviewDue().map(due -> !due.isAfter(asOf)).orElse(false);
        add(
            review ? StatusItem.State.OVERDUE : StatusItem.State.OK,
            "hold " + hold.id(),
            "open since "
                + hold.openedAt()
                + hold.reviewDue().map(due -> ", review due " + due).orElse(", no review date"));
      }
    }
  }

  private void releases() {
    for (Release release : ReleaseLedger.all(lake, asOf)) {
      String subject = "release " + release.id();
      if (release.state(asOf) == Release.State.REQUESTED) {
        add(StatusItem.State.DUE, subject, "waits for approval");
      }
      release
          .approval()
          .filter(approval -> approval.isExpired(asOf))
          .ifPresent(
              approval ->
                  add(StatusItem.State.OK, subject, "approval ended " + approval.expires()));
    }
  }

  private void policyReviews() {
    for (NamedRow row :
        NamedRow.all(
            lake.ledger(Table.POLICY_VERSIONS)
                .where(col("effective_from").leq(Timestamp.from(asOf)))
                .select("agency_id", "reviewed_at")
                .union(lake.ledger(Table.POLICY_REVIEWS).select("agency_id", "reviewed_at"))
                .groupBy("agency_id")
                .agg(max("reviewed_at").as("reviewed_at")))) {
      PolicyInForce policy = policies.get(row.text("agency_id"));
      if (policy != null) {
        Instant reviewed = row.instant("reviewed_at");
        policy
            .policy()
            .reviewRule()
            .flatMap(rule -> rule.overdueFrom(reviewed))
            .ifPresent(
                due ->
                    add(
                        due.isAfter(asOf) ? StatusItem.State.OK : StatusItem.State.OVERDUE,
                        "policy of " + policy.agency(),
                        "reviewed " + reviewed + ", next review due " + due));
      }
    }
  }

  /** A version that waits for its day, and one that took effect without its notice. */
  private void policyChanges() {
    for (NamedRow row :
        NamedRow.all(
            lake.ledger(Table.POLICY_VERSIONS)
                .orderBy("agency_id", "effective_from")
                .select("agency_id", "policy_version", "effective_from", "emergency"))) {
      String subject =
          "policy of " + row.text("agency_id") + ", version " + row.text("policy_version");
      Instant from = row.instant("effective_from");
      if (from.isAfter(asOf)) {
        add(StatusItem.State.DUE, subject, "takes effect " + from);
      }
      row.findText("emergency")
          .ifPresent(
              why -> add(StatusItem.State.DUE, subject, "took effect without notice: " + why));
    }
  }

  private void add(StatusItem.State state, String subject, String says) {
    items.add(new StatusItem(state, subject, says));
  }
}
