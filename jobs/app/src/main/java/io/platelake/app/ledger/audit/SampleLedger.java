package io.platelake.app.ledger.audit;

import static org.apache.spark.sql.functions.col;

import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import io.platelake.lake.table.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Samples of audits: rows of {@code audit_samples}. */
public final class SampleLedger {
  private final Lake lake;
  private final String agency;

  public SampleLedger(Lake lake, String agency) {
    this.lake = lake;
    this.agency = agency;
  }

  /**
   * One item that was drawn.
   *
   * @param id of the search
   * @param stratum empty text in a plain sample
   * @param searcher account; empty text where the log hides it
   * @param labels detectors that name it
   */
  public record Item(String id, String stratum, String searcher, List<String> labels) {}

  /**
   * A sample as it is recorded.
   *
   * @param stratifiedBy unit or account; empty for a plain sample
   * @param asked size that was asked for
   */
  public record Drawn(
      String auditId,
      Instant at,
      Window window,
      String source,
      long population,
      String digest,
      String seed,
      Optional<String> stratifiedBy,
      long asked,
      List<Item> items,
      String policyVersion,
      String principal) {
    public Drawn {
      items = List.copyOf(items);
    }
  }

  /** Every sample of the agency, by time. */
  public List<Drawn> all() {
    return NamedRow.all(
            lake.read(Table.AUDIT_SAMPLES)
                .where(col("agency_id").equalTo(agency))
                .orderBy("drawn_at", "audit_id"))
        .stream()
        .map(SampleLedger::drawn)
        .toList();
  }

  /** The sample of an audit. */
  public Optional<Drawn> find(String auditId) {
    return all().stream().filter(drawn -> drawn.auditId().equals(auditId)).findFirst();
  }

  /** Records a sample. */
  public void add(Drawn drawn) {
    lake.append(
        Table.AUDIT_SAMPLES,
        List.of(
            lake.newRow(Table.AUDIT_SAMPLES)
                .with("audit_id", drawn.auditId())
                .with("agency_id", agency)
                .with("drawn_at", drawn.at())
                .with("window_from", drawn.window().from())
                .with("window_to", drawn.window().to())
                .with("source", drawn.source())
                .with("population", drawn.population())
                .with("population_digest", drawn.digest())
                .with("seed", drawn.seed())
                .with("stratified_by", drawn.stratifiedBy().orElse(null))
                .with("asked", drawn.asked())
                .with("items", texts(drawn.items().stream().map(Item::id).toList()))
                .with("strata", texts(drawn.items().stream().map(Item::stratum).toList()))
                .with("searchers", texts(drawn.items().stream().map(Item::searcher).toList()))
                .with(
                    "labels",
                    texts(drawn.items().stream().map(i -> String.join(" ", i.labels())).toList()))
                .with("policy_version", drawn.policyVersion())
                .with("principal", drawn.principal())
                .row()),
        new CommitKey("sample:" + agency + ":" + drawn.auditId(), 0));
  }

  private static Seq<String> texts(List<String> texts) {
    return CollectionConverters.asScala(texts).toSeq();
  }

  private static Drawn drawn(NamedRow row) {
    List<String> ids = row.texts("items");
    List<String> strata = row.texts("strata");
    List<String> searchers = row.texts("searchers");
    List<String> labels = row.texts("labels");
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      String named = labels.get(i);
      items.add(
          new Item(
              ids.get(i),
              strata.get(i),
              searchers.get(i),
              named.isEmpty() ? List.of() : List.of(named.split(" "))));
    }
    return new Drawn(
        row.text("audit_id"),
        row.instant("drawn_at"),
        new Window(row.instant("window_from"), row.instant("window_to")),
        row.text("source"),
        row.number("population"),
        row.text("population_digest"),
        row.text("seed"),
        row.findText("stratified_by"),
        row.number("asked"),
        items,
        row.text("policy_version"),
        row.text("principal"));
  }
}
