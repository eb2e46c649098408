package io.platelake.app.ledger.hold;

import io.platelake.core.BadInput;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.TableRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of {@code holds}: one row opens a hold, another closes it. */
public final class HoldLedger {
  private static final String OPEN = "open";
  private static final String CLOSE = "close";

  private HoldLedger() {}

  /** Ids are never used again: the evidence of a closed hold must not come under a new one. */
  public static void refuseIfKnown(Lake lake, String id) {
    if (find(lake, id).isPresent()) {
      throw new BadInput("Hold " + id, "the id is taken", "Choose another id.");
    }
  }

  /** Opens a hold at an instant. */
  public static void open(Lake lake, HoldOrder order, Instant at, String principal) {
    HoldSelector selector = order.selector();
    append(
        lake,
        order.id(),
        OPEN,
        lake.newRow(Table.HOLDS)
            .with("agency_id", order.agency())
            .with("kind", order.kind())
            .with("case_ref", order.caseRef())
            .with("authority", order.authority())
            .with("category", order.category())
            .with("purposes", seq(selector.purposes()))
            .with("plates", selector.plates().map(HoldLedger::seq))
            .with("cameras", selector.cameras().map(HoldLedger::seq))
            .with("captured_from", selector.capturedFrom())
            .with("captured_to", selector.capturedTo())
            .with("review_due", order.reviewDue())
            .with("at", at)
            .with("principal", principal));
  }

  /**
   * Closes a hold at an instant.
   *
   * @param authority document that ends it
   */
  public static void close(Lake lake, Hold hold, String authority, Instant at, String principal) {
    append(
        lake,
        hold.id(),
        CLOSE,
        lake.newRow(Table.HOLDS)
            .with("agency_id", hold.agency())
            .with("kind", hold.kind())
            .with("authority", authority)
            .with("at", at)
            .with("principal", principal));
  }

  /** The hold with this id; empty when there is none. */
  public static Optional<Hold> find(Lake lake, String id) {
    return all(lake).stream().filter(hold -> hold.id().equals(id)).findFirst();
  }

  /** Every hold, by id. */
  public static List<Hold> all(Lake lake) {
    List<NamedRow> rows = lake.ledgerRows(Table.HOLDS);
    Map<String, Instant> closed = new HashMap<>();
    rows.stream()
        .filter(row -> row.text("event").equals(CLOSE))
        .forEach(row -> closed.put(row.text("hold_id"), row.instant("at")));
    return rows.stream()
        .filter(row -> row.text("event").equals(OPEN))
        .map(
            row ->
                new Hold(
                    row.text("hold_id"),
                    row.text("agency_id"),
                    row.text("kind"),
                    row.instant("at"),
                    Optional.ofNullable(closed.get(row.text("hold_id"))),
                    row.findInstant("review_due")))
        .sorted(Comparator.comparing(Hold::id))
        .toList();
  }

  /**
   * Ids of the holds that have been opened and not closed, sorted: as the ledger is now, whatever
   * instants its rows name.
   */
  public static List<String> standing(Lake lake) {
    return all(lake).stream().filter(hold -> hold.closedAt().isEmpty()).map(Hold::id).toList();
  }

  private static void append(Lake lake, String id, String event, TableRow row) {
    lake.append(
        Table.HOLDS,
        List.of(row.with("hold_id", id).with("event", event).row()),
        new CommitKey("hold:" + id + ":" + event, 0));
  }

  private static Seq<String> seq(List<String> values) {
    return CollectionConverters.asScala(values).toSeq();
  }
}
