package io.platelake.app.ledger.release;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.BadInput;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.Window;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Reads and writes the events of {@code research_releases}. */
public final class ReleaseLedger {
  private ReleaseLedger() {}

  /** Every release requested up to an instant, with its events up to then, by time of request. */
  public static List<Release> all(Lake lake, Instant asOf) {
    Map<String, List<Row>> events = new LinkedHashMap<>();
    for (Row row :
        lake.read(Table.RESEARCH_RELEASES)
            .where(col("at").leq(Timestamp.from(asOf)))
            .orderBy("at", "release_id")
            .collectAsList()) {
      events.computeIfAbsent(text(row, "release_id"), k -> new ArrayList<>()).add(row);
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
    append(lake, release, "request", release.requestedAt(), release.requestedBy(), e -> {});
  }

  public static void approve(Lake lake, Release release, Approval approval) {
    append(
        lake,
        release,
        "approve",
        approval.at(),
        approval.principal(),
        e -> {
          e.put("role", approval.role());
          e.put("expires", Timestamp.from(approval.expires()));
          e.put("parameters_digest", approval.parametersDigest());
        });
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
        e -> {
          e.put("file_digest", written.fileDigest());
          e.put("rows", written.rows());
          e.put("suppressed", written.suppressed());
        });
  }

  private interface Details {
    void add(Map<String, Object> event);
  }

  private static void append(
      Lake lake, Release r, String event, Instant at, String principal, Details details) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("release_id", r.id());
    values.put("event", event);
    values.put("at", Timestamp.from(at));
    values.put("agency_id", r.parameters().agency());
    values.put("principal", principal);
    values.put("product", r.parameters().product());
    values.put("purpose", r.parameters().purpose());
    values.put("window_from", Timestamp.from(r.parameters().window().from()));
    values.put("window_to", Timestamp.from(r.parameters().window().to()));
    values.put("parameters_digest", r.parameters().digest());
    values.put("legal_basis", r.legalBasis());
    details.add(values);
    Object[] row =
        lake.contracts().get(Table.RESEARCH_RELEASES).columnNames().stream()
            .map(values::get)
            .toArray();
    lake.append(
        Table.RESEARCH_RELEASES,
        List.of(RowFactory.create(row)),
        new CommitKey("release:" + r.id() + ":" + event + ":" + at, 0));
  }

  private static Release release(List<Row> events) {
    Row request = events.stream().filter(r -> is(r, "request")).findFirst().orElseThrow();
    return new Release(
        text(request, "release_id"),
        new ReleaseParameters(
            text(request, "agency_id"),
            text(request, "product"),
            text(request, "purpose"),
            new Window(instant(request, "window_from"), instant(request, "window_to"))),
        text(request, "principal"),
        instant(request, "at"),
        text(request, "legal_basis"),
        events.stream()
            .filter(r -> is(r, "approve"))
            .map(
                r ->
                    new Approval(
                        text(r, "principal"),
                        text(r, "role"),
                        instant(r, "at"),
                        instant(r, "expires"),
                        text(r, "parameters_digest")))
            .toList(),
        events.stream()
            .filter(r -> is(r, "run"))
            .map(r -> new Release.Run(instant(r, "at"), text(r, "file_digest")))
            .toList());
  }

  private static boolean is(Row row, String event) {
    return event.equals(text(row, "event"));
  }

  private static String text(Row row, String column) {
    return row.getString(row.fieldIndex(column));
  }

  private static Instant instant(Row row, String column) {
    return row.getTimestamp(row.fieldIndex(column)).toInstant();
  }
}
