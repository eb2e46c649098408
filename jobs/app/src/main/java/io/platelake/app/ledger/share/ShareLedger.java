package io.platelake.app.ledger.share;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.BadInput;
import io.platelake.core.share.ShareRequest;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.TableRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of {@code shares}, one an event. Each says all that was asked for. */
public final class ShareLedger {
  private ShareLedger() {}

  /** Records an event of a share that has it among its events already. */
  public static void record(Lake lake, Share share, ShareEvent event) {
    ShareRequest request = share.request();
    ShareEvent.Detail detail = event.detail();
    boolean fulfils = event.kind() == ShareEvent.Kind.FULFIL;
    TableRow row =
        lake.newRow(Table.SHARES)
            .with("share_id", request.id())
            .with("agency_id", request.agency())
            .with("kind", request.basis())
            .with("recipient", share.recipient().name())
            .with("recipient_kind", share.recipient().kind())
            .with("data_kind", request.data().name().toLowerCase(Locale.ROOT))
            .with("received_at", request.receivedAt())
            .with("shared_at", fulfils ? Optional.of(event.at()) : Optional.empty())
            .with("records", detail.handed().map(ShareEvent.Handed::records))
            .with("event", event.kind().word())
            .with("at", event.at())
            .with("principal", event.principal())
            .with("recipient_id", request.recipient())
            .with("enforces", share.recipient().enforces())
            .with("need", request.need())
            .with("consideration", request.consideration())
            .with(
                "on_file",
                CollectionConverters.asScala(
                    event.kind() == ShareEvent.Kind.REQUEST ? request.items() : detail.items()))
            .with("agreement", request.agreement())
            .with("task_force", request.taskForce())
            .with("direct_access", request.direct().isPresent())
            .with("grant_key", request.direct().flatMap(ShareRequest.DirectAccess::grant))
            .with("public_records", request.publicRecords())
            .with("routed_to", share.routedTo())
            .with("role", detail.role())
            .with("reasons", CollectionConverters.asScala(detail.reasons()).toSeq())
            .with("document", detail.document())
            .with("export_id", detail.handed().flatMap(ShareEvent.Handed::export))
            .with("policy_version", event.policyVersion());
    lake.append(
        Table.SHARES,
        List.of(row.row()),
        new CommitKey("share:" + request.id() + ":" + event.kind().word() + ":" + event.at(), 0));
  }

  /** Every share of the gateway up to an instant, in the order in which they were recorded. */
  public static List<Share> all(Lake lake, Instant asOf) {
    Map<String, List<NamedRow>> byId = new LinkedHashMap<>();
    for (NamedRow row :
        NamedRow.all(
            lake.ledger(Table.SHARES)
                .where(col("event").isNotNull().and(col("at").leq(Timestamp.from(asOf))))
                .orderBy("at", "share_id"))) {
      byId.computeIfAbsent(row.text("share_id"), k -> new ArrayList<>()).add(row);
    }
    return byId.values().stream().map(ShareLedger::share).toList();
  }

  /**
   * @throws BadInput if there is no such share
   */
  public static Share get(Lake lake, String id, Instant asOf) {
    return all(lake, asOf).stream()
        .filter(share -> share.request().id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new BadInput("SHARE", "no such share at " + asOf, "See: platelake share list"));
  }

  /** Whether a share has the id, of whatever time. */
  public static boolean isKnown(Lake lake, String id) {
    return !lake.ledger(Table.SHARES).where(col("share_id").equalTo(id)).isEmpty();
  }

  private static Share share(List<NamedRow> rows) {
    NamedRow first =
        rows.stream().filter(r -> r.text("event").equals("request")).findFirst().orElseThrow();
    // What happens in one run happens in the order of the kinds.
    List<ShareEvent> events =
        rows.stream()
            .map(ShareLedger::event)
            .sorted(Comparator.comparing(ShareEvent::at).thenComparing(ShareEvent::kind))
            .toList();
    ShareRequest request =
        new ShareRequest(
            first.text("share_id"),
            first.text("agency_id"),
            first.text("kind"),
            first.text("recipient_id"),
            ShareRequest.Data.valueOf(first.text("data_kind").toUpperCase(Locale.ROOT)),
            first.instant("received_at"),
            first.text("need"),
            first.text("consideration"),
            items(first),
            first.findText("agreement"),
            first.findText("task_force"),
            first.flag("direct_access")
                ? Optional.of(new ShareRequest.DirectAccess(first.findText("grant_key")))
                : Optional.empty(),
            first.flag("public_records"));
    for (ShareEvent event : events) {
      request = request.with(event.detail().items());
    }
    return new Share(
        request,
        new Share.Body(
            first.text("recipient"), first.text("recipient_kind"), first.flag("enforces")),
        first.findText("routed_to"),
        events);
  }

  private static ShareEvent event(NamedRow row) {
    return new ShareEvent(
        ShareEvent.Kind.of(row.text("event")),
        row.instant("at"),
        row.text("principal"),
        row.text("policy_version"),
        new ShareEvent.Detail(
            items(row),
            row.findText("role"),
            row.texts("reasons"),
            row.findText("document"),
            row.findNumber("records")
                .map(records -> new ShareEvent.Handed(row.findText("export_id"), records))));
  }

  private static Map<String, String> items(NamedRow row) {
    return row.has("on_file")
        ? Map.copyOf(row.row().getJavaMap(row.row().fieldIndex("on_file")))
        : Map.of();
  }
}
