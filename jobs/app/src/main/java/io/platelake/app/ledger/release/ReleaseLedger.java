package io.platelake.app.ledger.release;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.BadInput;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.TableRow;
import io.platelake.lake.table.Window;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads and writes the events of {@code research_releases}. */
public final class ReleaseLedger {
  private ReleaseLedger() {}

  /** Every release requested up to an instant, with its events up to then, by time of request. */
  public static List<Release> all(Lake lake, Instant asOf) {
    Map<String, List<NamedRow>> events = new LinkedHashMap<>();
    for (NamedRow row :
        NamedRow.all(
            lake.ledger(Table.RESEARCH_RELEASES)
                .where(col("at").leq(Timestamp.from(asOf)))
                .orderBy("at", "release_id"))) {
      events.computeIfAbsent(row.text("release_id"), k -> new ArrayList<>()).add(row);
    }
    return events.values().stream()
        .filter(rows -> rows.stream().anyMatch(r -> is(r, "request")))
        .map(ReleaseLedger::release)
        .toList();
  }

  /**
   * @throws BadInput if it was not requested
   */
  public static Release get(Lake lake, String id, Instant asOf) {
    return all(lake, asOf).stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "RELEASE", "no such release at " + asOf, "See: platelake extract list"));
  }

  public static void request(Lake lake, Release release) {
    append(lake, release, "request", release.requestedAt(), release.requestedBy(), row -> row);
  }

  public static void approve(Lake lake, Release release, Approval approval) {
    append(
        lake,
        release,
        "approve",
        approval.at(),
        approval.principal(),
        row -> row.with("role", approval.role()).with("expires", approval.expires()));
  }

  /** What a run wrote. */
  public record Written(String fileDigest, long rows, long suppressed) {}

  public static void ran(
      Lake lake, Release release, Instant at, String principal, Written written) {
    append(
        lake,
        release,
        "run",
        at,
        principal,
        row ->
            row.with("file_digest", written.fileDigest())
                .with("rows", written.rows())
                .with("suppressed", written.suppressed()));
  }

  private static void append(
      Lake lake, Release r, String event, Instant at, String principal, UnaryOperator<TableRow> d) {
    TableRow row =
        lake.newRow(Table.RESEARCH_RELEASES)
            .with("release_id", r.id())
            .with("event", event)
            .with("at", at)
            .with("agency_id", r.parameters().agency())
            .with("principal", principal)
            .with("product", r.parameters().product())
            .with("purpose", r.parameters().purpose())
            .with("window_from", r.parameters().window().from())
            .with("window_to", r.parameters().window().to())
            .with("parameters_digest", r.parameters().digest())
            .with("legal_basis", r.legalBasis());
    lake.append(
        Table.RESEARCH_RELEASES,
        List.of(d.apply(row).row()),
        new CommitKey("release:" + r.id() + ":" + event + ":" + at, 0));
  }

  private static Release release(List<NamedRow> events) {
    NamedRow request = events.stream().filter(r -> is(r, "request")).findFirst().orElseThrow();
    return new Release(
        request.text("release_id"),
        new ReleaseParameters(
            request.text("agency_id"),
            request.text("product"),
            request.text("purpose"),
            new Window(request.instant("window_from"), request.instant("window_to"))),
        request.text("principal"),
        request.instant("at"),
        request.text("legal_basis"),
        events.stream()
            .filter(r -> is(r, "approve"))
            .map(
                r ->
                    new Approval(
                        r.text("principal"),
                        r.text("role"),
                        r.instant("at"),
                        r.instant("expires"),
                        r.text("parameters_digest")))
            .toList(),
        events.stream()
            .filter(r -> is(r, "run"))
            .map(r -> new Release.Run(r.instant("at"), r.text("file_digest")))
            .toList());
  }

  private static boolean is(NamedRow row, String event) {
    return event.equals(row.text("event"));
  }
}
