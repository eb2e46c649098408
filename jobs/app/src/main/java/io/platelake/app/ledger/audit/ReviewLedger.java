package io.platelake.app.ledger.audit;

import static org.apache.spark.sql.functions.col;

import io.platelake.core.audit.ReviewOutcome;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import io.platelake.lake.table.NamedRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reviews of sampled searches and of findings: rows of {@code audit_reviews}. */
public final class ReviewLedger {
  /** Stands for the audit of a finding. */
  public static final String FINDINGS = "findings";

  private final Lake lake;
  private final String agency;

  public ReviewLedger(Lake lake, String agency) {
    this.lake = lake;
    this.agency = agency;
  }

  /**
   * A review.
   *
   * @param auditId sample, or {@link #FINDINGS}
   * @param item id of the search or finding
   * @param detector rule of a finding; empty for a search
   * @param error error in the data that it names
   */
  public record Review(
      String auditId,
      String item,
      Optional<String> detector,
      ReviewOutcome outcome,
      Optional<String> note,
      Optional<String> error,
      String reviewer,
      Instant at) {}

  /** Reviews as they stand at an instant, the latest of each item of an audit. */
  public List<Review> standing(Instant asOf) {
    Map<String, Review> latest = new LinkedHashMap<>();
    NamedRow.all(
            lake.read(Table.AUDIT_REVIEWS)
                .where(col("agency_id").equalTo(agency))
                .orderBy("reviewed_at", "audit_id", "item_id"))
        .stream()
        .map(ReviewLedger::review)
        .filter(review -> !review.at().isAfter(asOf))
        .forEach(review -> latest.put(review.auditId() + "\n" + review.item(), review));
    return List.copyOf(latest.values());
  }

  /** Reviews of one audit as they stand. */
  public List<Review> standing(String auditId, Instant asOf) {
    return standing(asOf).stream().filter(r -> r.auditId().equals(auditId)).toList();
  }

  /** Adds reviews; those that repeat what stands are left to the caller to drop. */
  public void add(List<Review> reviews, String key) {
    if (reviews.isEmpty()) {
      return;
    }
    lake.append(
        Table.AUDIT_REVIEWS,
        reviews.stream()
            .map(
                review ->
                    lake.newRow(Table.AUDIT_REVIEWS)
                        .with("agency_id", agency)
                        .with("audit_id", review.auditId())
                        .with("item_id", review.item())
                        .with("detector", review.detector().orElse(null))
                        .with("outcome", review.outcome().label())
                        .with("note", review.note().orElse(null))
                        .with("error", review.error().orElse(null))
                        .with("reviewer", review.reviewer())
                        .with("reviewed_at", review.at())
                        .row())
            .toList(),
        new CommitKey("reviews:" + agency + ":" + key, 0));
  }

  private static Review review(NamedRow row) {
    return new Review(
        row.text("audit_id"),
        row.text("item_id"),
        row.findText("detector"),
        ReviewOutcome.valueOf(row.text("outcome").toUpperCase(Locale.ROOT)),
        row.findText("note"),
        row.findText("error"),
        row.text("reviewer"),
        row.instant("reviewed_at"));
  }
}
